"""A document of the client as it stands there now, unsaved changes and all."""

import os
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from lsprotocol.types import TextDocumentContentChangePartial
from pygls.workspace import TextDocument, Workspace

from appeal_lint.doors.lsp.lines import Lines


class Document(TextDocument):
    """A document whose lines end where the protocol says so, see `Lines`."""

    def _apply_incremental_change(self, change: TextDocumentContentChangePartial) -> None:
        start, end = Lines(self.source, self.position_codec).span(change.range)
        self._source = self.source[:start] + change.text + self.source[max(start, end) :]


class Documents(Workspace):
    """All documents that are open."""

    def _create_text_document(
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> Document:
        return Document(doc_uri, source, version, language_id, position_codec=self.position_codec)


def path_of(uri: str) -> str | None:
    """Return the path that a `file:` URI stands for; None for what is no file."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    machine = f"//{parts.netloc}" if parts.netloc not in ("", "localhost") else ""
    if os.name == "nt":
        path = unquote(parts.path)  # the colon after a drive is escaped by some editors
        return (machine + (path[1:] if path[2:3] == ":" else path)).replace("/", "\\")
    return machine + os.fsdecode(unquote_to_bytes(parts.path))
