"""The rows of a review as its outputs have them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any

import msgspec

from appeal_lint.doors.review.address import ending
from appeal_lint.doors.review.find import LETTERS, MANY
from appeal_lint.doors.review.state import Answer, State
from appeal_lint.i18n import Tongue
from appeal_lint.model.letter import About
from appeal_lint.model.row import Row, RowText
from appeal_lint.report.safe import escaped

_COLONS = (": ", "\uff1a")
"""What stands behind the name of a file at fault, in the languages of the program."""

_about = msgspec.json.Decoder(About)
_row = msgspec.json.Decoder(Row)
_text = msgspec.json.Decoder(RowText)


@dataclass(frozen=True, slots=True)
class Written:
    """One letter: its line of JSON, without the line end, and the same as a record."""

    line: bytes
    row: Row
    packed: bytes

    def text(self) -> RowText:
        """Return its text, with the places of its findings."""
        return _text.decode(zlib.decompress(self.packed))


class Rows:
    """Makes the rows, in the order of the review, as often as they are asked for.

    Args:
        state: has the answers.
        alike: the group of each letter that is like others, by name.
        redact: whether files, ids and authors are to be called by numbers.
        say: the language in which they are then called.

    """

    def __init__(
        self, state: State, alike: Mapping[str, str], *, redact: bool, say: Tongue
    ) -> None:
        self._state = state
        self._alike = alike
        self._redact = redact
        self._say = say

    def __iter__(self) -> Iterator[Written]:
        names = _Numbers(self._say) if self._redact else None
        for answer in self._state.answers():
            yield self._written(answer, names)

    def unread(self, *, named: bool = False) -> Iterator[tuple[str, str]]:
        """Return the name of each letter that cannot be read, and why.

        Args:
            named: whether they are called by their names even if others are not.

        """
        for number, (name, why) in enumerate(self._state.unread(), 1):
            reason = _without(name, why)
            if not self._redact or named:
                yield _readable(name), reason
                continue
            shown = self._say.say("file {number}", number=number) + _ending(name)
            yield shown, _unnamed(name, reason, shown)

    def _written(self, answer: Answer, names: _Numbers | None) -> Written:
        about = _about.decode(answer.known).over(_about.decode(answer.own))
        first: dict[str, Any] = {"path": _readable(answer.name), **asdict(about)}
        first["alike"] = self._alike.get(answer.name, "")
        if names is not None:
            names.hide(first)
        head = escaped(json.dumps(first, ensure_ascii=False)).encode()
        line = head[:-1] + b", " + zlib.decompress(answer.row)[1:]
        return Written(line, _row.decode(line), answer.text)


class _Numbers:
    """Numbers in place of names, in the order in which they come."""

    def __init__(self, say: Tongue) -> None:
        self._say = say
        self._authors: dict[str, int] = {}
        self._letters = 0

    def hide(self, about: dict[str, Any]) -> None:
        """Put numbers in place of what leads to a person or an account."""
        self._letters += 1
        shown = self._say.say("letter {number}", number=self._letters)
        about["path"] = shown + _ending(about["path"])
        about["id"] = ""
        del about["type"]  # the row has it, redacted
        if about["author"]:
            number = self._authors.setdefault(about["author"], len(self._authors) + 1)
            about["author"] = self._say.say("author {number}", number=number)


def _readable(name: str) -> str:
    r"""Return a name as text; of one in an unknown encoding the bytes are written as `\xd0`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _without(name: str, why: str) -> str:
    """Return why a letter cannot be read, without its name or that of its file in front."""
    for known in (name, _file(name)):
        for colon in _COLONS:
            if why.startswith(f"{known}{colon}"):
                return why.removeprefix(f"{known}{colon}")
    return why


def _unnamed(name: str, reason: str, shown: str) -> str:
    """Return a reason in which a file is called by another name."""
    path = _file(name)
    for known in sorted({name, path, PurePath(path).name}, key=len, reverse=True):
        if known:
            reason = reason.replace(known, shown)
    return reason


def _file(name: str) -> str:
    """Return the name of the file that a letter is in, which may be one of several in it."""
    before, sign, number = name.rpartition("#")
    return before if sign and number.isdecimal() else name


def _ending(name: str) -> str:
    """Return how the name of a file ends, which tells what it is and not whose."""
    found = ending(_file(name))
    return found if found in LETTERS | MANY else ""
