"""The letters of a review as a table for a spreadsheet: one row a letter."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator

from appeal_lint.model.row import Row
from appeal_lint.model.words import Element, Severity

_FIRST = ("path", "id", "type", "date", "author", "outcome", "score", "ready")
_COUNTS = ("errors", "warnings", "notes", "words")
_LAST = ("rules", "alike", "read")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula."""


def table(rows: Iterable[Row]) -> Iterator[bytes]:
    """Return lines of CSV (UTF-8, with a mark so that spreadsheets know it), the head first."""
    yield "\ufeff".encode()
    yield _line((*_FIRST, *_COUNTS, *map(str, Element), *_LAST))
    for one in rows:
        yield _line(_cells(one))


def _cells(row: Row) -> Iterator[str]:
    severities = Counter(one.severity for one in row.findings)
    rules = Counter(one.rule for one in row.findings)
    yield from (row.path, row.id, row.type, row.date, row.author, row.outcome or "")
    yield from (str(row.score), "yes" if row.ready else "no")
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        yield str(severities[severity])
    yield str(row.words)
    for element in Element:
        shown = row.elements.get(element)
        yield str(shown.shown) if shown is not None else ""
    yield "; ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
    yield row.alike
    yield " ".join(row.notes)


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_harmless(one) for one in cells])
    return out.getvalue().encode("utf-8", "replace")


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell.replace("\0", "\ufffd")
