"""The day of a deed, as the user wrote it, made ready to stand in a sentence."""

import re

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
)
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"
_ON = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTHS})\b|(?:{_MONTHS})\.?\s+\d{{1,2}}\b(?!\d)|"
    rf"\d{{1,4}}[./-]\d{{1,2}}(?:[./-]\d{{1,4}})?|the\s+\d{{1,2}}(?:st|nd|rd|th)\b|"
    rf"\d{{1,2}}(?:st|nd|rd|th)\b|(?:{_WEEKDAYS})\b",
    re.IGNORECASE,
)
_IN = re.compile(rf"(?:early |late |mid-?)?(?:{_MONTHS})\b|(?:19|20)\d\d\b", re.IGNORECASE)
_SIGNS = re.compile(r"[\s.,;:!?]+$")


def cleaned(day: str) -> str:
    """Return what a user wrote on one line, without control characters and closing signs."""
    line = " ".join("".join(one if one.isprintable() else " " for one in day).split())
    return _SIGNS.sub("", line)


def when(day: str) -> str:
    """Return the words that say when a deed was done: "on 3 May", "yesterday", "in June".

    Args:
        day: as the user wrote it; nothing where there is none.

    """
    bare = re.sub(r"^(?:since|from)\s+(?=\S)", "", cleaned(day), flags=re.IGNORECASE)
    return _opened(bare)


def since(day: str) -> str:
    """Return the words that say since when a practice is in force: "since 3 May"."""
    bare = re.sub(r"^(?:since|from|on|in)\s+(?=\S)", "", cleaned(day), flags=re.IGNORECASE)
    return f"since {bare}" if bare else ""


def _opened(bare: str) -> str:
    if _ON.match(bare):
        return f"on {bare}"
    return f"in {bare}" if _IN.match(bare) else bare
