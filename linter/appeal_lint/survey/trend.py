"""Counts letters by month, and tells them by quarter or year where there are many months."""

import re
from collections.abc import Callable

from appeal_lint.survey.records import Period, Trend

MOST = 24
"""Months, or quarters, from the first letter to the last; of more, longer periods are told."""
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])\b")

_UNITS: tuple[tuple[str, int, Callable[[int], str]], ...] = (
    ("month", 1, lambda at: f"{at // 12:04}-{at % 12 + 1:02}"),
    ("quarter", 3, lambda at: f"{at // 4:04} Q{at % 4 + 1}"),
    ("year", 12, lambda at: f"{at:04}"),
)
"""Each unit, its months, and how its periods, counted from the year 0, are written."""


class Times:
    """How the letters of each month did; there are at most 120,000 months."""

    def __init__(self) -> None:
        self._months: dict[int, tuple[int, int, int]] = {}
        self._undated = 0

    def add(self, date: str, score: int, ready: bool) -> None:
        """Count a letter by its date; what is no date such as `2024-03-17` is undated."""
        found = _DATE.match(date)
        if found is None:
            self._undated += 1
            return
        month = int(found[1]) * 12 + int(found[2]) - 1
        self._months[month] = _sum(self._months.get(month, (0, 0, 0)), (1, score, ready))

    def result(self) -> Trend:
        """Return the periods that have letters, in order."""
        if not self._months:
            return Trend("month", (), self._undated)
        first, last = min(self._months), max(self._months)
        unit, months, written = next(
            (one for one in _UNITS if last // one[1] - first // one[1] < MOST), _UNITS[-1]
        )
        sums: dict[int, tuple[int, int, int]] = {}
        for month, one in self._months.items():
            sums[month // months] = _sum(sums.get(month // months, (0, 0, 0)), one)
        return Trend(
            unit,
            tuple(
                Period(written(at), at, letters, points / letters, ready)
                for at, (letters, points, ready) in sorted(sums.items())
            ),
            self._undated,
        )


def _sum(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]
