"""Walks the groups and words of a rich text, in the order in which it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from appeal_lint.formats.faults import too_much
from appeal_lint.formats.headline import Shown
from appeal_lint.formats.rtf_letters import Letters
from appeal_lint.formats.rtf_tables import charsets, headings
from appeal_lint.formats.story import BREAK, Story
from appeal_lint.model.extras import load
from appeal_lint.model.words import BlockKind

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
MOST_SIGNS = 2_000_000
"""Words of control, braces and letters beyond ASCII, together."""
DEEPEST = 500
"""Groups inside one another."""
_BODY = 9
"""The level of plain text, among those of headings."""
_LONGEST_SIGN = 20
_SIGNS = {
    "tab": "\t", "line": BREAK, "lbr": BREAK, "page": BREAK, "column": BREAK, "emdash": "—",
    "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "~": "\xa0", "_": "-", "{": "{", "}": "}",
    "\\": "\\",
}  # fmt: skip
_ENDS = frozenset({"par", "cell", "nestcell", "row", "nestrow", "sect", "\r", "\n"})
_BOXES = frozenset({"footnote", "shptxt", "dptxbxtext"})
"""Groups that are a text of their own."""
_LISTED = frozenset({"listtext", "pntext"})
"""Groups that hold what stands before an item, for programs that know no lists."""
_QUIET = frozenset({"shp", "shpgrp", "shpinst", "do", "upr"})
"""Groups whose own text is not shown; that of some groups inside is."""
_LOUD = frozenset({"ud"})
_SKIPPED = frozenset({"nonshppict"})
_COMMENTED = frozenset({"annotation", "atnid", "atnauthor"})
_TRACKED = frozenset({"deleted", "revised", "mvf", "mvt"})
_NUMBERED = re.compile(r"\d|[A-Za-z]+[.)]")


@dataclass(slots=True)
class _State:
    """What holds inside a group."""

    skip: bool = False
    """Whether nothing of the group is shown, nor of those inside."""
    quiet: bool = False
    """Whether its own text is not shown."""
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    font: str = ""
    after: int = 1
    """How many signs stand for a letter beyond the code page, for programs that know none."""
    began: str = ""
    """The word that the group began with, where a text or a sign of a list began with it."""

    @property
    def silent(self) -> bool:
        """Whether words are not shown here."""
        return self.skip or self.quiet or self.hidden or self.deleted


@dataclass(slots=True)
class _Open:
    """A text that is open, and what is known of its last paragraph."""

    story: Story = field(default_factory=Story)
    style: str = ""
    level: int | None = None
    sign: str = ""
    """What stands before an item."""


class Walk:
    """One walk over a document. `tracked` and `comments` say what it met.

    Args:
        source: the document, each character of which is a byte of the file.
        path: the name of the file in what is said.

    """

    def __init__(self, source: str, path: str) -> None:
        known = load("striprtf.striprtf", "rtf")
        self._source = source
        self._path = path
        self._destinations: frozenset[str] = known.destinations
        self._letters = Letters(charsets(source), known.charset_map)
        self._headings = headings(source)
        self._default = ""
        self._state = _State()
        self._stack: list[_State] = []
        self._open = [_Open()]
        self._starred = self._opening = False
        self._sign = ""
        self._left_out = 0
        self.notes: list[list[Shown]] = []
        self.tracked = False
        self.comments = False

    def text(self) -> list[Shown]:
        """Walk the document and return the paragraphs of its main text.

        Raises:
            DraftError: there are too many groups and words, or too deep ones.

        """
        if self._source.count("\\") + self._source.count("{") > MOST_SIGNS:
            raise too_much(self._path)
        at = 0
        while (found := _TOKEN.match(self._source, at)) is not None:
            at = found.end()
            word, number, code, sign, brace, plain = found.groups()
            if brace == "{":
                self._enter()
            elif brace:
                self._leave()
                if not self._stack:
                    break  # what follows the document is no part of it
            elif word == "bin":
                at += max(0, int(number or 0))
            elif word == "u":
                self._letters.add_unit(int(number or 0))
                self._opening, self._left_out = False, self._state.after
            elif word:
                self._word(word, int(number) if number else None)
            elif sign:
                self._one_sign(sign)
            elif code:
                self._text(chr(int(code, 16)))
            elif plain:
                self._text(plain)
        self._flush()
        while len(self._open) > 1:  # groups that never ended
            self._close()
        return self._ended(self._open[0])

    def _enter(self) -> None:
        if len(self._stack) >= DEEPEST:
            raise too_much(self._path)
        self._flush()
        self._stack.append(self._state)
        self._state = replace(self._state, began="")
        self._opening, self._starred = True, False

    def _leave(self) -> None:
        self._flush()
        began = self._state.began
        self._state = self._stack.pop() if self._stack else _State()
        self._opening = False
        if began in _BOXES:
            self._close(note=began == "footnote")
        elif began in _LISTED:
            self._open[-1].sign = self._sign.strip()

    def _close(self, *, note: bool = False) -> None:
        """End the text that was opened last."""
        found = self._ended(self._open.pop())
        if note:
            self.notes.append(found)
        else:
            self._open[-1].story.behind(found)

    def _ended(self, one: _Open) -> list[Shown]:
        if one.story:
            self._end_in(one)
        return one.story.paragraphs

    def _end_in(self, one: _Open) -> None:
        """End the open paragraph of a text."""
        if (one.level is not None and one.level < _BODY) or one.style in self._headings:
            one.story.end(BlockKind.HEADING)
        elif one.sign:
            one.story.end(BlockKind.ITEM, numbered=bool(_NUMBERED.search(one.sign)))
        else:
            one.story.end()
        one.sign = ""

    def _one_sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
            return
        self._flush()
        self._opening = False
        if sign in _ENDS:
            self._end()
        elif sign in _SIGNS:
            self._write(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        opening, starred = self._opening, self._starred
        self._opening = self._starred = False
        if self._state.skip or (opening and self._began(word, starred)):
            return
        if word in _TRACKED and number != 0:
            self.tracked = True
        if word in _ENDS:
            self._end()
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        else:
            self._set(word, number)

    def _set(self, word: str, number: int | None) -> None:
        """Let a word change how letters or paragraphs look from here on."""
        state, here = self._state, self._open[-1]
        match word:
            case "b":
                state.bold = number != 0
            case "v":
                state.hidden = number != 0
            case "deleted" | "mvf":
                state.deleted = number != 0
            case "f":
                state.font = str(number)
            case "uc":
                state.after = number if number is not None else 1
            case "plain":
                state.bold = state.hidden = state.deleted = False
                state.font = self._default
            case "deff":
                self._default = state.font = str(number)
            case "ansicpg":
                self._letters.page = f"cp{number}"
            case "pard":
                here.style, here.level = "", None
            case "s":
                here.style = str(number)
            case "outlinelevel":
                here.level = number

    def _began(self, word: str, starred: bool) -> bool:
        """Say whether the word that a group begins with says what the group is for.

        One that nobody knows is left out if it is marked so.
        """
        state = self._state
        self.comments = self.comments or word in _COMMENTED
        if word in _LISTED:
            self._sign, state.skip, state.began = "", True, word
        elif word in _BOXES and not state.deleted:
            state.quiet = state.hidden = state.bold = False
            state.began = word
            self._open.append(_Open())
        elif word in _QUIET or word in _LOUD:
            state.quiet = word in _QUIET
        elif word in self._destinations or word in _SKIPPED or starred:
            state.skip = True
        else:
            return False
        return True

    def _text(self, text: str) -> None:
        self._opening = False
        if self._left_out:
            left = max(0, self._left_out - len(text))
            self._left_out, text = left, text[self._left_out :]
        if text:
            self._letters.add(text, self._state.font)

    def _flush(self) -> None:
        """Write the letters that waited for the rest of theirs."""
        self._left_out = 0
        if text := self._letters.take():
            if self._state.skip:
                self._sign += text[:_LONGEST_SIGN]
            else:
                self._write(text)

    def _write(self, text: str) -> None:
        if not self._state.silent:
            self._open[-1].story.write(text, bold=self._state.bold)

    def _end(self) -> None:
        """End a paragraph; where its end is deleted or hidden, it goes on in the next one."""
        if not self._state.silent:
            self._end_in(self._open[-1])
