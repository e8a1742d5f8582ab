"""Walks the text of an OpenDocument text, in the order in which it is read."""

from __future__ import annotations

import re
from typing import Any

from appeal_lint.formats.headline import Shown
from appeal_lint.formats.markup import child, local, value
from appeal_lint.formats.odt_styles import Styles
from appeal_lint.formats.story import BREAK, Story
from appeal_lint.model.words import BlockKind

_BLANKS = re.compile(r"[ \t\r\n]+")
_WITHIN = frozenset({
    "table", "table-header-rows", "table-rows", "table-row-group", "table-row", "table-cell",
    "section", "index-body", "frame", "g", "custom-shape", "rect", "ellipse", "polygon", "path",
    "line", "connector", "caption", "a", "text-box", "numbered-paragraph",
})  # fmt: skip
"""Elements that hold paragraphs, or what holds them, and say nothing of their own."""
_UNREAD = frozenset({
    "tracked-changes", "table-of-content", "script", "title", "desc", "number", "note-citation",
    "forms", "event-listeners", "image", "object", "object-ole", "plugin", "contour-polygon",
    "ruby-text", "sequence-decls", "variable-decls", "user-field-decls", "glue-point", "math",
    "database-display", "bibliography-mark", "meta-field-decls",
})  # fmt: skip
_BOXES = frozenset({
    "frame", "g", "custom-shape", "rect", "ellipse", "polygon", "path", "line", "connector",
    "caption",
})  # fmt: skip
_CHANGES = frozenset({"change", "change-start"})
MOST_BLANKS = 100
"""How many blanks one element may stand for."""


class Walk:
    """One walk over a document. `tracked` and `comments` say what it met.

    Args:
        styles: those of the document.

    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.tracked = False
        self.comments = False
        self.notes: list[Any] = []
        """The notes that the text refers to, in order."""

    def story(self, root: Any) -> list[Shown]:
        """Return the paragraphs under an element."""
        story = Story()
        self._blocks(root, story)
        if story:
            story.end()
        return story.paragraphs

    def _blocks(self, parent: Any, story: Story, lists: tuple[str, ...] = ()) -> None:
        """Walk what stands beside paragraphs; `lists` are the styles of the lists around it."""
        kind: tuple[BlockKind | None, bool] = (None, False)
        if local(parent) == "list-item" and lists:
            sign = self._styles.sign(lists[-1], len(lists))
            kind = (None, False) if sign == "none" else (BlockKind.ITEM, sign == "number")
        for one in parent:
            name = local(one)
            if name in ("p", "h"):
                self._paragraph(one, story, *kind)
                kind = (None, False)  # what follows in an item is not one more
            elif name == "list":
                own = value(one, "style-name") or (lists[-1] if lists else "")
                self._blocks(one, story, (*lists, own))
            elif name in ("list-item", "list-header"):
                self._blocks(one, story, lists)
            elif name in _CHANGES:
                self.tracked = True
            elif name in _WITHIN and not self._styles.section_hidden(one):
                self._blocks(one, story)

    def _paragraph(self, one: Any, story: Story, kind: BlockKind | None, numbered: bool) -> None:
        style = value(one, "style-name")
        shown = not self._styles.hidden("paragraph", style)
        bold = bool(self._styles.bold("paragraph", style))
        self._words(one, story, bold)
        if _hides(one):
            shown = False
        if local(one) == "h" or self._styles.heading(style):
            kind, numbered = BlockKind.HEADING, False
        story.end(kind, numbered=numbered, shown=shown)

    def _words(self, parent: Any, story: Story, bold: bool) -> None:
        """Walk what stands inside a paragraph."""
        self._write(parent.text, story, bold)
        for one in parent:
            self._part(one, story, bold)
            self._write(one.tail, story, bold)

    def _part(self, one: Any, story: Story, bold: bool) -> None:
        name = local(one)
        if name == "span":
            style = value(one, "style-name")
            if not self._styles.hidden("text", style):
                said = self._styles.bold("text", style)
                self._words(one, story, bold if said is None else said)
        elif name == "s":
            count = value(one, "c")
            story.write(" " * min(int(count) if count.isdigit() else 1, MOST_BLANKS), bold=bold)
        elif name == "tab":
            story.write("\t", bold=bold)
        elif name == "line-break":
            story.write(BREAK, bold=bold)
        elif name == "note":
            self.notes += [body for body in one if local(body) == "note-body"]
        elif name == "annotation":
            self.comments = True
        elif name in _CHANGES:
            self.tracked = True
        elif name in _BOXES:
            box = Story()
            self._blocks(one, box)
            story.behind(box.paragraphs)
        elif name not in _UNREAD and value(one, "is-hidden") != "true":
            self._words(one, story, bold)

    def _write(self, text: str | None, story: Story, bold: bool) -> None:
        if text:
            story.write(_BLANKS.sub(" ", text), bold=bold)


def _hides(paragraph: Any) -> bool:
    """Say whether a paragraph is one that a field in it hides."""
    return value(child(paragraph, "hidden-paragraph"), "is-hidden") == "true"
