"""Addresses of emails, links to shops, and names of accounts elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_lint.redaction.found import Found, Kind

_AT = r"[^\S\n]*(?:@|\(\s*(?:at|@)\s*\)|\[\s*(?:at|@)\s*\]|\{\s*at\s*\}|(?<=\s)at(?=\s))[^\S\n]*"
_DOT = r"(?:\.|\s*(?:\(\s*(?:dot|\.)\s*\)|\[\s*(?:dot|\.)\s*\]|(?<=\s)dot(?=\s))\s*)"
_USER = r"(?<![\w.+%'-])[\w.+%'-]{0,63}[\w+%]"
_HOST = r"[\w-]{1,63}"
_EMAILS = (
    re.compile(
        rf"{_USER}(?:@|[^\S\n]@[^\S\n]|@\n){_HOST}(?:\.{_HOST})*(?:\s?\.\s?[^\W\d_]{{2,}})?"
    ),
    re.compile(
        rf"(?<![\w+%-])[\w+%-]{{1,63}}(?:{_DOT}[\w+%-]{{1,63}}){{0,5}}{_AT}{_HOST}(?:(?:{_DOT})(?!com\b){_HOST})*?{_DOT}"
        r"(?:com?|net|org|example|cn|in|de|uk|es|fr|it|eu|info|biz|me|io|us|ca|au|ae|pl|nl|test)\b"
        rf"(?:{_DOT}(?:uk|in|cn|au|jp|br)\b)?",
        re.IGNORECASE,
    ),
)
_TOP = (
    "com|net|org|shop|store|co|io|cn|in|de|uk|es|fr|it|eu|info|biz|me|us|ca|au|ae|pl|nl|online|"
    "example|test|app"
)
_LINK = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"')\]]+|(?<![\w@.-])(?:[\w-]{{1,63}}\.){{1,6}}(?:{_TOP})\b(?:/[^\s<>\"')\]]*)?",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*(?:amazon(?:\.com?)?\.\w{2,3}|amazon|fedex\.com|ups\.com|dhl\.com|"
    r"dhl\.de|usps\.com|ebay\.com|alibaba\.com|1688\.com|royalmail\.com)/?",
    re.IGNORECASE,
)
"""Links that lead to no one: the front page of a company that everybody knows."""
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z]\w{2,}")
_ELSEWHERE = re.compile(
    r"\b(?:wechat|weixin|whatsapp|skype|telegram|line|qq|instagram|facebook)\s*"
    r"(?:id|account|user|name|no\.?|number)?\s*(?::|\bis\b|\bid\b)\s*(?P<value>[\w.@+-]{4,})",
    re.IGNORECASE,
)


def contacts(text: str) -> Iterator[Found]:
    """Yield what a folded text has of them."""
    for pattern in _EMAILS:
        for one in pattern.finditer(text):
            yield Found(*one.span(), Kind.EMAIL, _email(one[0]))
    for one in _LINK.finditer(text):
        end = one.end() - len(one[0]) + len(one[0].rstrip(".,;:!?"))
        if not _OPEN.fullmatch(text, one.start(), end) and not one[0][0].isdigit():
            yield Found(one.start(), end, Kind.LINK, text[one.start() : end].lower())
    for one in _HANDLE.finditer(text):
        yield Found(*one.span(), Kind.ACCOUNT, one[0].lower())
    for one in _ELSEWHERE.finditer(text):
        if not one["value"].islower() or any(char.isdigit() for char in one["value"]):
            yield Found(*one.span("value"), Kind.ACCOUNT, one["value"].lower())


def _email(words: str) -> str:
    plain = re.sub(r"[\[({]\s*|\s*[\])}]", " ", words.lower())
    plain = re.sub(r"\s+at\s+", "@", plain)
    return re.sub(r"\s", "", re.sub(r"\s+dot\s+", ".", plain))
