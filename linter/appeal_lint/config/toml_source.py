"""Reads `[tool.appeal-lint]` of a `pyproject.toml`, with the line of each value where asked."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from appeal_lint.config.toml_table import TABLE, table
from appeal_lint.model.said import Said
from appeal_lint.rulebook.faults import Faults
from appeal_lint.rulebook.yaml_source import Place, Source, read_text

_HEADER = re.compile(r"\s*\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def read_toml(path: Path, faults: Faults) -> Source | None:
    """Return the table of a file, or None where the file has none; note what is wrong with it."""
    text = read_text(path, faults)
    if text is None:
        return None
    try:
        data = table(tomllib.loads(text))
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


def _lines(text: str) -> dict[Place, int]:
    """Return the line on which each value of the table starts.

    The parser tells no lines. But what a value adds is there as soon as the text up to its last
    line is read, and not before; it starts after the last line up to which the text could be read
    without it.
    """
    text = text.replace("\r\n", "\n")
    data = table(tomllib.loads(text))
    rows = _ours(text.split("\n"))
    if not _same("\n".join(rows), data):  # written as no header of ours: look at every line
        rows = text.split("\n")
    lines: dict[Place, int] = {}
    wanted = len(set(_places(data, ())))
    read = next((at for at, row in enumerate(rows) if row.strip()), 0)
    open_value = False
    for end in range(read + 1, len(rows) + 1):
        if len(lines) == wanted:
            break
        if not rows[end - 1].strip():
            read = read if open_value else end
            continue
        try:
            part = table(tomllib.loads("\n".join(rows[:end])))
        except tomllib.TOMLDecodeError:
            open_value = True
            continue
        open_value = False
        for place in _places(part, ()):
            lines.setdefault(place, read + 1)
        read = end
    return lines


def _ours(rows: list[str]) -> list[str]:
    """Return the rows with all emptied that stand under no header of our table."""
    kept, ours = [], False
    for row in rows:
        if header := _HEADER.match(row):
            parts = [part.strip().strip("\"'") for part in header[1].split(".")]
            ours = tuple(parts[:2]) == TABLE
        kept.append(row if ours else "")
    return kept


def _same(text: str, data: Any) -> bool:
    try:
        return bool(table(tomllib.loads(text)) == data)
    except tomllib.TOMLDecodeError:
        return False


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
