"""Walks the text of a Word document, in the order in which it is read."""

from __future__ import annotations

from typing import Any

from appeal_lint.formats.docx_styles import Numbering, Styles, on, outline
from appeal_lint.formats.headline import Shown
from appeal_lint.formats.markup import child, local, value
from appeal_lint.formats.story import BREAK, Story
from appeal_lint.model.words import BlockKind

_GONE = frozenset({"del", "moveFrom"})
_CAME = frozenset({"ins", "moveTo"})
_WITHIN = frozenset({
    "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo", "ins", "moveTo",
    "oMath", "oMathPara", "ruby", "rubyBase", "sup", "sub", "e", "num", "den", "f", "sSup", "sSub",
    "tbl", "tr", "tc", "drawing", "pict", "object", "inline", "anchor", "graphic", "graphicData",
    "wsp", "wgp", "wpc", "grpSp", "txbx", "textbox", "shape", "group", "rect", "roundrect",
})  # fmt: skip
"""Elements that hold text, or what holds it, and say nothing of their own."""
_CONTENTS = "table of contents"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-", "sym": " "}


class Walk:
    """One walk over a document. `tracked`, `comments` and `foreign` say what it met.

    Args:
        styles: those of the document.
        numbering: its lists.

    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.tracked = False
        self.comments = False
        self.foreign = False
        """Whether there is another document inside, which Word takes in when it saves."""
        self.noted: dict[str, dict[str, None]] = {"footnote": {}, "endnote": {}}
        """The numbers of the notes that the text refers to, in order."""

    def story(self, root: Any) -> list[Shown]:
        """Return the paragraphs under an element."""
        story = _Open()
        self._walk(root, story)
        if story:
            story.end()
        return story.paragraphs

    def _walk(self, parent: Any, story: _Open) -> None:
        for one in parent:
            self._one(one, story)

    def _one(self, one: Any, story: _Open) -> None:
        name = local(one)
        if name in _GONE or name in _CAME:
            self.tracked = True
        if name in _GONE:
            return
        if name == "p":
            self._paragraph(one, story)
        elif name == "r":
            self._run(one, story)
        elif name == "t":
            self._write(one.text or "", story)
        elif name in _SIGNS:
            self._write(_SIGNS[name], story)
        elif name == "tr" and self._row_gone(one):
            pass
        elif name == "tc" and child(child(one, "tcPr"), "cellDel") is not None:
            self.tracked = True
        elif name == "sdt":
            self._control(one, story)
        elif name == "AlternateContent":
            self._alternatives(one, story)
        elif name == "txbxContent":
            story.behind(self.story(one))
        elif name in ("footnoteReference", "endnoteReference"):
            if not story.silent:
                self.noted[name.removesuffix("Reference")][value(one, "id")] = None
        elif name in ("commentRangeStart", "commentReference"):
            self.comments = True
        elif name == "altChunk":
            self.foreign = True
        elif name == "fldChar":
            story.field(value(one, "fldCharType"))
        elif name in _WITHIN:
            self._walk(one, story)

    def _paragraph(self, one: Any, story: _Open) -> None:
        properties = child(one, "pPr")
        style = value(child(properties, "pStyle"), "val")
        story.style = style
        self._walk(one, story)
        mark = child(properties, "rPr")
        came = any(child(mark, name) is not None for name in _CAME)
        gone = any(child(mark, name) is not None for name in _GONE)
        self.tracked = self.tracked or came or gone
        story.instruction_ends()
        if gone or on(mark, "vanish"):
            return  # it goes on in the next one
        kind, numbered = self._kind(properties, style)
        story.end(kind, numbered=numbered)

    def _kind(self, properties: Any | None, style: str) -> tuple[BlockKind | None, bool]:
        """Return what a paragraph is, and whether it has a number."""
        level = outline(properties)
        if level or (level is None and self._styles.heading(style)):
            return BlockKind.HEADING, False
        listed = child(properties, "numPr")
        if listed is None or child(listed, "numId") is None:
            listed = self._styles.list_of(style)
        sign = "none" if listed is None else self._numbering.sign(listed)
        return (None, False) if sign == "none" else (BlockKind.ITEM, sign != "bullet")

    def _run(self, one: Any, story: _Open) -> None:
        properties = child(one, "rPr")
        styles = (value(child(properties, "rStyle"), "val"), story.style)
        if self._is_on(properties, "vanish", styles):
            return
        story.bold = self._is_on(properties, "b", styles)
        self._walk(one, story)
        story.bold = False

    def _is_on(self, properties: Any | None, name: str, styles: tuple[str, ...]) -> bool:
        """Say whether words have a property, of their own or by a style."""
        said = on(properties, name)
        for style in styles:
            if said is None and style:
                said = self._styles.on(style, name)
        return bool(said)

    def _write(self, text: str, story: _Open) -> None:
        if not story.silent:
            story.write(text, bold=story.bold)

    def _row_gone(self, row: Any) -> bool:
        properties = child(row, "trPr")
        self.tracked = self.tracked or child(properties, "ins") is not None
        gone = child(properties, "del") is not None
        self.tracked = self.tracked or gone
        return gone

    def _control(self, one: Any, story: _Open) -> None:
        """Walk what somebody filled in; not a prompt, nor the table of contents."""
        properties = child(one, "sdtPr")
        gallery = value(child(child(properties, "docPartObj"), "docPartGallery"), "val")
        if on(properties, "showingPlcHdr") or gallery.lower() == _CONTENTS:
            return
        self._within(one, "sdtContent", story)

    def _alternatives(self, one: Any, story: _Open) -> None:
        """Walk one of several ways to show the same: the first, or what older programs show."""
        self._within(one, "Fallback" if child(one, "Choice") is None else "Choice", story)

    def _within(self, one: Any, name: str, story: _Open) -> None:
        """Walk the first child of a name, if there is one."""
        found = child(one, name)
        if found is not None:
            self._walk(found, story)


class _Open(Story):
    """A story, and what holds at the place that the walk has reached."""

    def __init__(self) -> None:
        super().__init__()
        self.bold = False
        self.style = ""
        self._fields: list[bool] = []
        """For each field that is open, whether its instruction is still being told."""

    @property
    def silent(self) -> bool:
        """Whether text is the instruction of a field and not shown."""
        return any(self._fields)

    def field(self, mark: str) -> None:
        """Take note that a field begins, shows its result, or ends."""
        if mark == "begin":
            self._fields.append(True)
        elif self._fields and mark == "separate":
            self._fields[-1] = False
        elif self._fields and mark == "end":
            self._fields.pop()

    def instruction_ends(self) -> None:
        """Take note that a paragraph ends, beyond which no instruction goes."""
        self._fields = [False] * len(self._fields)
