"""The parts of a Word document that its text hangs on, and where they are."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import Any

from appeal_lint.formats.archive import Archive
from appeal_lint.formats.docx_styles import Numbering, Styles
from appeal_lint.formats.faults import damaged
from appeal_lint.formats.markup import local, parse, value

_EXTRA = "docx"


class Parts:
    """The parts of a document, each parsed when it is asked for.

    Args:
        archive: the file.
        path: its name in what is said.

    Raises:
        DraftError: it has no main part.

    """

    def __init__(self, archive: Archive, path: str) -> None:
        self._archive = archive
        self._path = path
        self._name = self._linked("").get("officeDocument", "word/document.xml")
        if self._name not in archive:
            raise damaged(path)
        self._links = self._linked(self._name)
        self._notes: dict[str, dict[str, Any]] = {}

    @cached_property
    def main(self) -> Any:
        """The root of the main part."""
        return self._parsed(self._name)

    @cached_property
    def numbering(self) -> Numbering:
        """What its lists look like."""
        return Numbering(self._other("numbering"))

    @cached_property
    def styles(self) -> Styles:
        """Its styles."""
        return Styles(self._other("styles"))

    def notes(self, kind: str) -> dict[str, Any]:
        """Return the notes of a kind (`footnote`, `endnote`) by their numbers."""
        if kind not in self._notes:
            root = self._other(f"{kind}s")
            found = [] if root is None else [one for one in root if local(one) == kind]
            self._notes[kind] = {value(one, "id"): one for one in found}
        return self._notes[kind]

    def _other(self, link: str) -> Any | None:
        name = self._links.get(link)
        return None if name is None or name not in self._archive else self._parsed(name)

    def _parsed(self, name: str) -> Any:
        return parse(self._archive.part(name), self._path, _EXTRA)

    def _linked(self, name: str) -> dict[str, str]:
        """Return the parts that a part names, by what they are; none outside of the file."""
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        if links not in self._archive:
            return {}
        found: dict[str, str] = {}
        for one in self._parsed(links):
            target = value(one, "Target")
            if value(one, "TargetMode") != "External" and target:
                place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.setdefault(value(one, "Type").rpartition("/")[2], place)
        return found
