"""The protocol as pygls speaks it, with documents of our own, and an answer to every request."""

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

from appeal_lint.doors.lsp.document import Documents


class Protocol(LanguageServerProtocol):
    """Speaks with one client."""

    @property
    def said_goodbye(self) -> bool:
        """Whether the client has asked to shut down, so that leaving is in order."""
        return self._shutdown

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        """Answer the first request of the client."""
        return (yield from super().lsp_initialize(params))

    def own_documents(self) -> None:
        """Keep documents with the line ends of the protocol; before any is opened."""
        made = self.workspace
        self._workspace = Documents(
            made.root_uri,
            self._server._text_document_sync_kind,
            list(made.folders.values()),
            made.position_encoding,
        )

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return a message as an object; a request that is none is refused, not left waiting.

        Raises:
            JsonRpcException: it cannot be understood.

        """
        try:
            return super().structure_message(data)
        except JsonRpcException as fault:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], error=fault.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Answer a message that comes in its time; refuse a request that does not."""
        method = getattr(message, "method", None)
        fault = None if method in (None, types.EXIT) else self._untimely(method)
        if fault is None:
            super().handle_message(message)
        elif hasattr(message, "id"):
            self._send_response(message.id, error=fault.to_response_error())

    def _untimely(self, method: str | None) -> JsonRpcException | None:
        """Return why a method may not be called now; None where it may."""
        first = method == types.INITIALIZE
        if self._shutdown:
            return JsonRpcInvalidRequest("The server was asked to shut down.")
        if self._workspace is None and not first:
            return JsonRpcServerNotInitialized("Send `initialize` first.")
        if self._workspace is not None and first:
            return JsonRpcInvalidRequest("The server is initialized already.")
        return None

    def _send_response(
        self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None
    ) -> None:
        """Answer a request; where in the program a fault arose is for the log alone."""
        if error is not None:
            error.data = None
        super()._send_response(msg_id, result, error)
