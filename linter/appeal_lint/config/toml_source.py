"""Reads `[tool.appeal-lint]` of a `pyproject.toml`, with the line of each value where asked."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from appeal_lint.model.said import Said
from appeal_lint.rulebook.faults import Faults
from appeal_lint.rulebook.yaml_source import Place, Source, read_text

TABLE = ("tool", "appeal-lint")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def read_toml(path: Path, faults: Faults) -> Source | None:
    """Return the table of a file, or None where the file has none; note what is wrong with it."""
    text = read_text(path, faults)
    if text is None or TABLE[1] not in text:
        return None
    try:
        data = _table(tomllib.loads(text))
    except tomllib.TOMLDecodeError as wrong:
        at = _AT_LINE.search(str(wrong))
        line = int(at[1]) if at and at[1] else max(1, text.count("\n"))
        reason = _AT_LINE.sub("", str(wrong)).strip()
        faults.add(path, line, "", Said("this is not TOML: {reason}", reason=reason))
        return None
    except RecursionError:
        faults.add(path, 1, "", Said("there are too many levels"))
        return None
    return None if data is None else Source(path, data, lambda: _lines(text))


def _table(document: Any) -> Any:
    for name in TABLE:
        document = document.get(name) if isinstance(document, dict) else None
    return document


def _lines(text: str) -> dict[Place, int]:
    """Return the line on which each value of the table starts.

    The parser tells no lines. But what a value adds is there as soon as the text up to its last
    line is read, and not before; it starts after the last line up to which the text could be read
    without it.
    """
    lines: dict[Place, int] = {}
    rows = text.split("\n")
    wanted = len(set(_places(_table(tomllib.loads(text)), ())))
    read = next(at for at, row in enumerate(rows) if TABLE[1] in row)
    for end in range(read + 1, len(rows) + 1):
        if len(lines) == wanted:
            break
        try:
            data = _table(tomllib.loads("\n".join(rows[:end])))
        except tomllib.TOMLDecodeError:
            continue
        for place in _places(data, ()):
            lines.setdefault(place, read + 1)
        read = end
    return lines


def _places(data: Any, top: Place) -> Iterator[Place]:
    if data is None:
        return
    yield top
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from _places(value, (*top, name))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _places(value, (*top, at))
