"""Walks the groups and words of a rich text, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field

from appeal_lint.formats.faults import too_much
from appeal_lint.formats.headline import Shown
from appeal_lint.formats.rtf_letters import Letters
from appeal_lint.formats.rtf_styles import Styles
from appeal_lint.formats.story import BREAK, Story
from appeal_lint.model.extras import load
from appeal_lint.model.words import BlockKind

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
DEEPEST = 500
"""Groups inside one another."""
_SIGNS = {
    "tab": "\t", "line": BREAK, "lbr": BREAK, "page": BREAK, "column": BREAK, "emdash": "—",
    "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "~": "\xa0", "_": "-", "{": "{", "}": "}",
    "\\": "\\",
}  # fmt: skip
_ENDS = frozenset({"par", "cell", "nestcell", "row", "nestrow", "sect", "\r", "\n"})
_SKIPPED = frozenset({"nonshppict", "nextgraphic", "listtext", "pntext", "mmathPict"})
_READ = frozenset({
    "footnote", "result", "shp", "shpgrp", "shpinst", "shptxt", "ud", "do", "dptxbxtext", "g",
    "hl", "mr", "mtext", "moMath", "me", "mnum", "mden", "private", "sp", "template",
})  # fmt: skip
"""Groups that striprtf leaves out, and whose text is shown or whose groups hold such text."""
_QUIET = frozenset({"shp", "shpgrp", "shpinst", "do", "sp", "private", "template"})
"""Of these, the ones whose own text is not shown; that of groups inside may be."""


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
    """How many signs stand for one beyond the code page, for programs that know none."""
    story: bool = False
    """Whether a story began with the group."""
    note: bool = False


@dataclass(slots=True)
class _Line:
    """What is known of the paragraph that is open."""

    style: str = ""
    level: int | None = None
    sign: str = ""
    """What stands before an item."""


@dataclass(slots=True)
class _Open:
    """A story that is open, and its paragraph."""

    story: Story = field(default_factory=Story)
    line: _Line = field(default_factory=_Line)


class Walk:
    """One walk over a document. `tracked` and `comments` say what it met.

    Args:
        path: the name of the file in what is said.

    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._destinations: frozenset[str] = load("striprtf.striprtf", "rtf").destinations
        self._letters = Letters()
        self._styles = Styles()
        self._state = _State()
        self._stack: list[_State] = []
        self._open = [_Open()]
        self._starred = self._opening = False
        self._signs: list[str] | None = None
        self._left_out = 0
        self.text: list[Shown] = []
        self.notes: list[list[Shown]] = []
        self.tracked = False
        self.comments = False

    def read(self, source: str) -> None:
        """Read a whole document, each character of which is a byte of the file."""
        self._styles.read(source)
        self._letters.read_fonts(source)
        at = 0
        while at < len(source):
            found = _TOKEN.match(source, at)
            if found is None:  # a lone sign at the end
                break
            at = found.end()
            word, number, code, sign, brace, plain = found.groups()
            if brace == "{":
                self._enter()
            elif brace:
                if not self._stack:
                    break
                self._leave()
                if not self._stack:
                    break  # what follows the document is no part of it
            elif word == "bin":
                at += max(0, int(number or 0))
            elif word:
                self._word(word, int(number) if number else None)
            elif sign:
                self._sign(sign)
            elif code:
                self._bytes(chr(int(code, 16)))
            elif plain:
                self._bytes(plain)
        self._finish()

    def _enter(self) -> None:
        if len(self._stack) >= DEEPEST:
            raise too_much(self._path)
        self._left_out = 0
        self._stack.append(self._state)
        self._state = copy(self._state)
        self._state.story = self._state.note = False
        self._opening, self._starred = True, False

    def _leave(self) -> None:
        self._flush()
        self._left_out = 0
        ended = self._state
        self._state = self._stack.pop()
        self._opening = False
        if ended.story and len(self._open) > 1:
            story = self._closed(self._open.pop())
            if ended.note:
                self.notes.append(story)
            else:
                self._open[-1].story.behind(story)

    def _closed(self, one: _Open) -> list[Shown]:
        if one.story:
            kind, numbered = self._kind(one.line)
            one.story.end(kind, numbered=numbered)
        return one.story.paragraphs

    def _finish(self) -> None:
        self._flush()
        while len(self._open) > 1:  # groups that never ended
            story = self._closed(self._open.pop())
            self._open[-1].story.behind(story)
        self.text = self._closed(self._open[0])

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
            return
        self._flush()
        if sign in _ENDS:
            self._end()
        elif sign in _SIGNS:
            self._write(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        opening, starred = self._opening, self._starred
        self._opening = self._starred = False
        if word == "u":
            self._letters.add_unit(number or 0)
            self._left_out = self._state.after
            return
        self._flush()
        self._left_out = 0
        if opening and self._destination(word, starred):
            return
        state, line = self._state, self._open[-1].line
        if word in _ENDS:
            self._end()
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in _STATES:
            self._tracked(word, number)
            _STATES[word](state, number)
        elif word == "pard":
            self._open[-1].line = _Line(sign=line.sign if self._begun() else "")
        elif word == "s":
            line.style = str(number)
        elif word == "outlinelevel":
            line.level = number
        elif word == "ls":
            line.sign = line.sign or self._styles.sign(number)
        elif word == "ansicpg":
            self._letters.page = f"cp{number}"
        elif word == "deff":
            self._letters.default = state.font = str(number)
        elif word == "plain":
            state.bold = state.hidden = state.deleted = False
            state.font = self._letters.default

    def _tracked(self, word: str, number: int | None) -> None:
        if word in ("deleted", "revised", "mvf", "mvt") and number != 0 and not self._state.skip:
            self.tracked = True

    def _destination(self, word: str, starred: bool) -> bool:
        """Say whether a group begins with a word that names what it is for; then it is dealt with.

        One that nobody knows is left out if it is marked so.
        """
        state = self._state
        if state.skip:
            return False
        if word in ("listtext", "pntext"):
            state.skip = True
            self._signs = []
            return True
        if word in ("annotation", "atnid", "atrfstart"):
            self.comments = True
        if word in ("footnote", "shptxt", "dptxbxtext"):
            state.story, state.note, state.quiet = True, word == "footnote", False
            state.hidden = state.deleted = state.bold = False
            self._open.append(_Open())
            return True
        if word in _QUIET:
            state.quiet = True
            return True
        if word in _READ:
            state.quiet = False
            return word not in _SIGNS
        if word in self._destinations or word in _SKIPPED or (starred and word not in _STATES):
            state.skip = True
            return True
        return False

    def _begun(self) -> bool:
        return bool(self._open[-1].story)

    def _bytes(self, text: str) -> None:
        self._opening = False
        if self._left_out:
            self._left_out, text = max(0, self._left_out - len(text)), text[self._left_out :]
        if self._signs is not None and self._state.skip:
            self._signs.append(text)
        elif not (self._state.skip or self._state.quiet):
            self._letters.add(text, self._state.font)

    def _flush(self) -> None:
        """Write the letters that wait for the rest of a sign."""
        if text := self._letters.take():
            if self._signs is not None and self._state.skip:
                self._signs.append(text)
            else:
                self._write(text)
        if self._signs is not None and not self._state.skip:
            self._signs = None

    def _write(self, text: str) -> None:
        state = self._state
        if not (state.skip or state.quiet or state.hidden or state.deleted):
            self._open[-1].story.write(text, bold=state.bold)

    def _end(self) -> None:
        state = self._state
        if state.skip or state.quiet or state.deleted or state.hidden:
            return
        one = self._open[-1]
        kind, numbered = self._kind(one.line)
        one.story.end(kind, numbered=numbered)
        one.line.sign = ""

    def _kind(self, line: _Line) -> tuple[BlockKind | None, bool]:
        """Return what a paragraph is, and whether it has a number."""
        if (line.level is not None and line.level < 9) or self._styles.heading(line.style):
            return BlockKind.HEADING, False
        if not line.sign:
            return None, False
        return BlockKind.ITEM, line.sign == "number"
