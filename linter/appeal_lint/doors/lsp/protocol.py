"""The protocol as pygls speaks it, with documents of our own and without its popups."""

from collections.abc import Generator
from typing import Any

from lsprotocol import types
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
