"""Reads a YAML file with the line of every value, and refuses what rules never need.

The data is built from the parser's events and never by a YAML constructor: no tag
can make an object, no alias can grow the data, no nesting can exhaust the stack.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from appeal_lint.model.said import Said
from appeal_lint.rulebook.faults import Faults

LARGEST = 262_144
"""Bytes. The longest shipped file has a tenth of it; more is a mistake or an attack."""
DEEPEST = 20
"""Levels of nesting. A rule needs six."""

_TOO_DEEP = Said("there are more than {number} levels", number=DEEPEST)

Place = tuple[str | int, ...]
"""The names and indexes that lead from the top of a file to a value."""

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?[0-9]*\.[0-9]+|[-+]?[0-9]+\.[0-9]*")
# Only these, as in YAML 1.2: a phrase list may hold a bare `no` or `on`.
_CONSTANTS = {"true": True, "True": True, "false": False, "False": False}
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class Source:
    """A file's data, and the line (from 1) on which each name or item stands.

    Args:
        path: the file.
        data: what stands in it.
        lines: by place; or a function that finds them, where only a fault needs them.

    """

    def __init__(
        self, path: Path, data: Any, lines: dict[Place, int] | Callable[[], dict[Place, int]]
    ) -> None:
        self.path = path
        self.data = data
        self._lines = lines

    @property
    def lines(self) -> dict[Place, int]:
        """The line of each place that the file has."""
        if not isinstance(self._lines, dict):
            self._lines = self._lines()
        return self._lines

    def known(self, place: Place) -> Place:
        """Return a place, or the nearest one around it that the file has."""
        while place and place not in self.lines:
            place = place[:-1]
        return place

    def line(self, place: Place) -> int:
        """Return the line of a value, or of the nearest one around it."""
        return self.lines.get(self.known(place), 1)


def read_yaml(path: Path, faults: Faults, *, empty: bool = False) -> Source | None:
    """Read one file; note what is wrong with it, and return None where it cannot be used.

    Args:
        path: the file.
        faults: where faults are noted.
        empty: whether it may hold nothing but comments; then its data is an empty mapping.

    """
    text = read_text(path, faults)
    if text is None:
        return None
    builder = _Builder(path, faults)
    before = len(faults.found)
    try:
        for event in yaml.parse(text, Loader=_SafeLoader):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark
        deep = "nesting depth" in str(wrong.problem)  # libyaml 0.2.6 stops by itself at 1,000
        said = _TOO_DEEP if deep else Said("this is not YAML: {problem}", problem=wrong.problem)
        faults.add(path, mark.line + 1 if mark else 1, "", said)
        return None
    except yaml.reader.ReaderError as wrong:
        line = text.count("\n", 0, max(wrong.position, 0)) + 1
        faults.add(path, line, "", Said("there is a character that YAML does not allow"))
        return None
    if not builder.root and empty and len(faults.found) == before:
        return Source(path, {}, {})
    if not builder.root:
        faults.add(path, 1, "", Said("the file is empty"))
    if len(faults.found) > before:
        return None
    return Source(path, builder.root[0], builder.lines)


def read_text(path: Path, faults: Faults) -> str | None:
    """Return the text of a file; note what is wrong with it, and return None."""
    try:
        if not os.path.lexists(path):
            faults.add(path, 0, "", Said("there is no such file"))
            return None
        if not path.is_file():
            faults.add(path, 1, "", Said("this is not a file"))
            return None
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as wrong:
        reason = Said(str(wrong.strerror))
        faults.add(path, 1, "", Said("the file cannot be read ({reason})", reason=reason))
        return None
    if len(raw) > LARGEST:
        faults.add(path, 1, "", Said("the file is larger than {most} kB", most=LARGEST // 1024))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        faults.add(path, line, "", Said("the file is not UTF-8 text; save it as UTF-8"))
        return None


@dataclass(slots=True)
class _Level:
    """An open mapping or list, and in a mapping the name whose value comes next."""

    into: dict[str, Any] | list[Any]
    place: Place
    name: str | None = None


@dataclass(slots=True)
class _Builder:
    """Builds the data of one file from the events of the parser."""

    path: Path
    faults: Faults
    root: list[Any] = field(default_factory=list)
    lines: dict[Place, int] = field(default_factory=dict)
    _open: list[_Level] = field(default_factory=list)
    _documents: int = 0

    def take(self, event: Any) -> bool:
        """Take the next event. Return False where nothing after it is worth reading."""
        line = event.start_mark.line + 1
        refusal = self._refusal(event)
        if refusal:
            self.faults.add(self.path, line, "", refusal)
            return False
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._start({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        return True

    def _refusal(self, event: Any) -> Said | None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return Said("a file holds one rule or list: take out the second `---`")
            return None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return Said(
                "YAML anchors and aliases (& and *) are not allowed; put such text in quotes"
            )
        if getattr(event, "tag", None):
            return Said("YAML tags are not allowed, but here is {tag!r}", tag=event.tag)
        return None

    def _start(self, into: dict[str, Any] | list[Any], line: int) -> bool:
        if len(self._open) >= DEEPEST:
            self.faults.add(self.path, line, "", _TOO_DEEP)
            return False
        place = self._put(into, line)
        if place is None:
            self.faults.add(self.path, line, "", Said("a name must be one plain word"))
            return False
        self._open.append(_Level(into, place))
        return True

    def _scalar(self, event: Any, line: int) -> bool:
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.into, dict) and top.name is None:
            place = (*top.place, event.value)
            if event.value in top.into:
                said = Said("stands twice; the first is on line {line}", line=self.lines[place])
                self.faults.add(self.path, line, _dotted(place), said)
            top.name = event.value
            self.lines.setdefault(place, line)
            return True
        plain = event.implicit[0]
        put = self._put(_value(event.value) if plain else event.value, line)
        if plain and event.value in _EMPTY and top is not None:
            self.faults.add(self.path, line, _dotted(put or ()), Said("has no value"))
        return True

    def _put(self, value: Any, line: int) -> Place | None:
        """Put a value where it belongs; return its place, or None where it stands for a name."""
        if not self._open:
            self.root.append(value)
            self.lines[()] = line
            return ()
        top = self._open[-1]
        if isinstance(top.into, list):
            place = (*top.place, len(top.into))
            top.into.append(value)
            self.lines[place] = line
            return place
        if top.name is None:
            return None
        place = (*top.place, top.name)
        top.into[top.name] = value
        top.name = None
        return place


def _dotted(place: Place) -> str:
    return ".".join(map(str, place))


def _value(text: str) -> Any:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
