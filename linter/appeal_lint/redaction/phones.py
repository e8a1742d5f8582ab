"""Numbers of phones, with the `phonenumbers` library as the judge of what only may be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from appeal_lint.redaction.found import Found, Kind

REGIONS = ("US", "GB", "CN", "IN", "DE", "ES", "FR", "IT", "AE", "TR", "PL", "PK", "HK", "CA", "AU")
"""Where sellers write from, most first: a number without a country is tried there."""
_DIGITS = r"\(?\d(?:[ .()/-]{0,3}\d){%s}"
_PLUS = re.compile(
    rf"(?<![\w+])(?:\+|00(?=[1-9]))[\s(]*{_DIGITS % '6,16'}(?!\d)".replace("[ .", "[\\s.")
)
_NAMED = re.compile(
    r"\b(?:tele?phone|tel|phone|mobile|mob|cell|whats ?app|wechat|call|call (?:me|us)|fax|hotline|"
    r"ph|contact|reach (?:me|us))\b\.?(?:\s*(?:no|nr|number|at|on|under|is)\b\.?)*\s*[:#]?\s*"
    rf"(?P<value>\+?{_DIGITS % '5,15'})(?!\d|\s*%)",
    re.IGNORECASE,
)
_LINED = re.compile(rf"(?m)^[ ]*[TMPF][ ]*[.:][ ]*(?P<value>\+?{_DIGITS % '6,15'})[ ]*$")
_SHAPES = re.compile(
    r"(?<![\w.,/-])(?:"
    r"1[-. ]?\(?[2-9]\d{2}\)?[-. ]\d{3}[-. ]\d{4}|\(\d{3}\) ?\d{3}[-. ]?\d{4}"  # North America
    r"|[2-9]\d{2}[-.]\d{3}[-.]\d{4}|[2-9]\d{2} \d{3} \d{4}"
    r"|1[3-9]\d[ -]?\d{4}[ -]?\d{4}"  # China
    r"|[6-9]\d{4}[ -]?\d{5}"  # India
    r"|[6789]\d{2} \d{3} \d{3}|[6789]\d{2}(?: \d{2}){3}"  # Spain
    r"|\(0\d{1,5}\)[ -]?\d{3,4}(?:[ -]?\d{2,4}){1,2}"
    r")(?![\w-]|[.,]\d)"
)
_MAYBE = re.compile(rf"(?<![\w.,/-]){_DIGITS % '8,13'}(?![\w-]|[.,]\d|\s*%)")
_DAY = re.compile(r"(?:19|20)\d{2}[-./]\d|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d{2}(?!\d)")


def phones(text: str, library: Any) -> Iterator[Found]:
    """Yield what a folded text has of them.

    Args:
        text: the text.
        library: the module `phonenumbers`.

    """
    for pattern in (_PLUS, _SHAPES):
        for one in pattern.finditer(text):
            yield _found(text, *one.span())
    for pattern in (_NAMED, _LINED):
        for one in pattern.finditer(text):
            if not _DAY.match(one["value"]):
                yield _found(text, *one.span("value"))
    for one in _MAYBE.finditer(text):
        if not _DAY.match(one[0]) and _is_phone(one[0], library):
            yield _found(text, *one.span())


def _found(text: str, start: int, end: int) -> Found:
    digits = re.sub(r"\D", "", text[start:end])
    return Found(start, end, Kind.PHONE, digits[-9:])


def _is_phone(words: str, library: Any) -> bool:
    """Ask about a number that begins with the 0 of a town, or with a country and no plus."""
    digits = re.sub(r"\D", "", words)
    if digits.startswith("0"):
        if digits != words and "." not in words:
            return True
        return any(_valid(words, region, library) for region in REGIONS)
    return digits != words and len(digits) >= 11 and _valid("+" + digits, None, library)


def _valid(words: str, region: str | None, library: Any) -> bool:
    try:
        return bool(library.is_valid_number(library.parse(words, region)))
    except library.NumberParseException:
        return False
