"""The server: what it knows of its client, and what becomes of each check."""

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from appeal_lint.config import Scope
from appeal_lint.doors.lsp import status
from appeal_lint.doors.lsp.checks import Checks
from appeal_lint.doors.lsp.client import Client, client
from appeal_lint.doors.lsp.diagnostics import diagnostics
from appeal_lint.doors.lsp.judge import Judge
from appeal_lint.doors.lsp.letter import Checked, Letter, is_letter, letter_of
from appeal_lint.doors.lsp.protocol import Protocol
from appeal_lint.doors.lsp.voice import Heard
from appeal_lint.doors.lsp.watching import Watching
from appeal_lint.doors.lsp.wishes import When, Wishes, changed
from appeal_lint.i18n import ENGLISH, tongue
from appeal_lint.model.installed import installed
from appeal_lint.model.report import Finding
from appeal_lint.model.said import Said

log = logging.getLogger("appeal_lint.lsp")


class Server(LanguageServer):
    """Serves one client.

    Args:
        scope: makes where configuration is looked for.

    """

    protocol: Protocol

    def __init__(self, scope: Callable[[], Scope]) -> None:
        super().__init__(
            "appeal-lint",
            installed("appeal-lint") or "0",
            protocol_cls=Protocol,
            converter_factory=default_converter,
            max_workers=1,
        )
        self._scope = scope
        self.client = Client()
        self.wishes = Wishes()
        self.ready = False
        """Whether the settings of the client are known; no letter is checked before."""
        self.language = ENGLISH
        """For what is said of no letter."""
        self.judge = Judge(scope, None, log.error)
        self.checks = Checks(self.letter, self._judged, self._done)
        self.watching = Watching(self)
        self.writing = threading.Lock()
        """Held while a file is written, so that the process does not end in the midst of it."""
        self._told: set[str] = set()
        self._broken: dict[str, str] = {}
        """By URI of a letter, what was last told to keep it from being checked."""

    def meet(self, params: types.InitializeParams) -> None:
        """Learn what the client is and can do."""
        self.protocol.own_documents()
        self.client = client(params.capabilities)
        self.judge = Judge(self._scope, params.locale, log.error)
        self.language = Heard(params.locale).language(None)
        self.ready = not self.client.settings
        self.wish(params.initialization_options)

    def wish(self, given: Any) -> None:
        """Take settings that the client sends."""
        self.wishes, faults = changed(self.wishes, given)
        for one in faults:
            self.tell(one)

    def letter(self, key: str) -> Letter | None:
        """Return an open letter as it is now, by its URI without escapes."""
        document = self.workspace.text_documents.get(key)
        return letter_of(document) if document is not None and is_letter(document) else None

    def look(self, key: str, delay: float = 0.0) -> None:
        """Check a letter soon, if it is one; see `Checks.start`."""
        if self.letter(key) is not None:
            self.checks.start(key, delay)

    def catch_up(self) -> None:
        """Check the open letters that the settings want checked and that are not."""
        if not self.ready or self.wishes.check is When.MANUAL:
            return
        for key in tuple(self.workspace.text_documents):
            letter, last = self.letter(key), self.checks.last(key)
            fresh = last is None or self.wishes.check is When.TYPING
            if letter is not None and fresh and not self.checks.is_current(key, letter.version):
                self.checks.start(key)

    def look_again(self) -> None:
        """Check every open letter once more, since what they are judged by has changed."""
        self._told.clear()
        for key in tuple(self.workspace.text_documents):
            if self.wishes.check is not When.MANUAL or self.checks.last(key) is not None:
                self.look(key)

    def tell(self, one: Said, language: str | None = None, *, again: bool = False) -> None:
        """Show a message to the user and log it.

        Args:
            one: what to say.
            language: that of the letter it is about; that of the client where it is about none.
            again: whether it is shown although it was shown before.

        """
        text = one.told(tongue(language or self.language))
        if text in self._told and not again:
            return
        self._told.add(text)
        kind = types.MessageType.Warning
        self.window_show_message(types.ShowMessageParams(kind, f"appeal-lint: {text}"))
        self.window_log_message(types.LogMessageParams(kind, f"appeal-lint: {text}"))

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Log what went wrong in the server; it is nothing that a user could mend."""
        log.error("%s: %s", source.__name__, error)

    async def rewrites(self, checked: Checked, findings: list[Finding]) -> None:
        """Have it noted in a result how some findings would read if they were done."""
        if any(one.number not in checked.rewrites for one in findings):
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self.checks.worker, self.judge.rewrite, checked, findings)

    def _judged(self, letter: Letter) -> Checked:
        return self.judge.check(letter)

    def _done(self, checked: Checked) -> None:
        letter, codec = checked.letter, self.workspace.position_codec
        self.publish(letter.uri, letter.version, diagnostics(checked, codec))
        self.protocol.notify(status.METHOD, status.status(checked))
        if self.client.lenses:
            self.workspace_code_lens_refresh(None)
        self._tell_broken(checked)
        for one in checked.notes:
            self.tell(one, checked.language)
        self.watching.packs(checked.settings.packs if checked.settings else ())

    def _tell_broken(self, checked: Checked) -> None:
        """Tell what keeps a letter from being checked, once until it is mended."""
        uri, broken = checked.letter.uri, checked.broken
        now = broken.told(tongue(checked.language)) if broken else None
        before = self._broken.pop(uri, None)
        if before is not None and before != now:
            self._told.discard(before)
        if broken is not None and now is not None:
            self._broken[uri] = now
            self.tell(broken, checked.language)

    def publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        """Show diagnostics in the place of those that were shown before."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))


def key_of(uri: str) -> str:
    """Return what a document goes by: its URI without escapes, which clients write differently."""
    return unquote(uri)
