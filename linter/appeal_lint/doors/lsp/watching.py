"""Files whose change means that letters are to be checked again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from appeal_lint.config.discover import NAMES
from appeal_lint.doors.entries import ENDING
from appeal_lint.report.uri import uri

if TYPE_CHECKING:
    from appeal_lint.doors.lsp.server import Server

_FILES = "appeal-lint-files"
_PACKS = "appeal-lint-packs"


class Watching:
    """Asks a client to tell of changed files, where it can."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._packs: frozenset[str] = frozenset()

    def begin(self) -> None:
        """Ask for files of configuration and ignores."""
        self._ask(_FILES, [f"**/{name}" for name in NAMES] + [f"**/*{ENDING}"])

    def packs(self, folders: tuple[str, ...]) -> None:
        """Ask for the rules in some folders too."""
        known = self._packs | set(folders)
        if known == self._packs:
            return
        if self._packs and self._server.client.watches:
            gone = types.Unregistration(_PACKS, types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
            self._server.client_unregister_capability(types.UnregistrationParams([gone]))
        self._packs = known
        self._ask(_PACKS, [self._below(folder) for folder in sorted(known)])

    def _below(self, folder: str) -> types.Pattern | types.RelativePattern:
        place = os.path.abspath(folder)
        if self._server.client.relative:
            return types.RelativePattern(uri(place), "**/*.yaml")
        return f"{place.replace(os.sep, '/')}/**/*.yaml"

    def _ask(self, name: str, patterns: Sequence[types.Pattern | types.RelativePattern]) -> None:
        if not self._server.client.watches:
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(one) for one in patterns]
        )
        wanted = types.Registration(name, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        self._server.client_register_capability(types.RegistrationParams([wanted]))
