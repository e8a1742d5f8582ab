"""Rows of `.jsonl` and `.ndjson`: a JSON object a line."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, BinaryIO

import msgspec

from appeal_lint.formats.table.cells import MOST_ROWS, TOO_MANY, Cells
from appeal_lint.formats.table.columns import Chooser
from appeal_lint.model.errors import DraftError
from appeal_lint.model.said import Said

LONGEST_LINE = 2_000_000
"""Bytes of a line. Ten times the largest letter."""
_FIRST = 50
"""Lines whose names are looked at to find the columns: not every line has each."""
_Line = tuple[int, dict[str, Any], Said | None]


def cells(file: BinaryIO, path: str, chooser: Chooser) -> Iterator[Cells]:
    """Yield the rows of a table; see `read.cells`."""
    file.seek(0)
    lines = _lines(file, path)
    first = list(islice(lines, _FIRST))
    names = list(dict.fromkeys(name for _, row, _ in first for name in row))
    if not names:
        fault = next((fault for _, _, fault in first if fault is not None), None)
        raise DraftError(fault or Said("{path}: this table is empty.", path=path))
    if (roles := chooser.choose(names)) is None:
        raise chooser.missing(names)
    for number, row, fault in chain(first, lines):
        if number > MOST_ROWS:
            raise DraftError(TOO_MANY, path=path, most=MOST_ROWS)
        yield Cells(number, {role: row.get(names[at]) for role, at in roles.items()}, fault)


def _lines(file: BinaryIO, path: str) -> Iterator[_Line]:
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST_LINE)
            yield number, {}, Said("{path}: line {row} is far too long.", path=path, row=number)
        elif line := line.removeprefix(b"\xef\xbb\xbf").strip():
            yield _row(number, line, path)


def _row(number: int, line: bytes, path: str) -> _Line:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        row = None
    if isinstance(row, dict):
        return number, row, None
    fault = Said("{path}: line {row} is not a JSON object.", path=path, row=number)
    return number, {}, fault
