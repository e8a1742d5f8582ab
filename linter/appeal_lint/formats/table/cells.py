"""A row of a table while it is read, and what its cells say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import isnan

from appeal_lint.i18n import mark
from appeal_lint.model.said import Said

MOST_ROWS = 2_000_000
"""Rows that a table may have. A hostile file has more than anybody would wait for."""
TOO_MANY = mark("{path}: this table has more than {most} rows. Split it into smaller files.")


@dataclass(frozen=True, slots=True)
class Cells:
    """What a row has in the columns that are wanted, by what they are; see `columns.NAMES`."""

    number: int
    values: Mapping[str, object] = field(default_factory=dict)
    fault: Said | None = None
    """Why the row cannot be read."""
    sheets: tuple[str, ...] = ()
    """Other sheets of the workbook that have the columns too, and are not read."""


def as_text(value: object) -> str:
    """Return a cell as a person would type it; "" for what is no text, such as a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, (int, float)):
        return "" if isnan(value) else str(value)  # not a number is how tables say nothing
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    return ""
