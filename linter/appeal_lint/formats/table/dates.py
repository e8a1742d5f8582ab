"""The day that a cell names, as `YYYY-MM-DD`."""

import re
from datetime import date, datetime, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = "|".join(_MONTHS)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年 ]\s*(\d{1,2})[-/.月 ]\s*(\d{1,2})日?(?:[T\s].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_NAME = re.compile(
    rf"(?:\w+day,?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?[\s.-]+({_NAMES})[a-z]*[\s.,-]+(\d{{4}})(?:\s.*)?",
    re.IGNORECASE,
)
_NAME_DAY = re.compile(
    rf"(?:\w+day,?\s+)?({_NAMES})[a-z]*[\s.-]+(\d{{1,2}})(?:st|nd|rd|th)?[\s,.-]+(\d{{4}})(?:\s.*)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T\s].*)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""
_SERIALS = range(20_000, 80_000)
"""Days of the years 1954 to 2119; other numbers are no dates."""
_LONGEST = 60


def day_of(value: object) -> str | None:
    """Return the day as `YYYY-MM-DD`, "" for an empty cell, and None where it is not sure.

    A date without year, or one such as 03/05/2026 that is March for one reader and May for
    another, is not sure. With full stops, 03.05.2026, the day stands first.

    Args:
        value: a text, a number of days as spreadsheets count, or a date.

    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool):
        return "" if value is None else None
    text = str(value).strip()
    if not text or len(text) > _LONGEST:
        return None if text else ""
    if _SERIAL.fullmatch(text):
        days = int(float(text))
        return (_EPOCH + timedelta(days)).isoformat() if days in _SERIALS else None
    return _written(text)


def _written(text: str) -> str | None:
    if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _iso(*map(int, found.groups()))
    if found := _DAY_NAME.fullmatch(text):
        return _iso(int(found[3]), _month(found[2]), int(found[1]))
    if found := _NAME_DAY.fullmatch(text):
        return _iso(int(found[3]), _month(found[1]), int(found[2]))
    if found := _NUMBERS.fullmatch(text):
        one, two, year = int(found[1]), int(found[3]), int(found[4])
        first, second = _iso(year, two, one), _iso(year, one, two)
        if found[2] == "." or second is None or first == second:
            return first
        return second if first is None else None
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
