"""The tables at the head of a rich text: its fonts and its styles."""

from __future__ import annotations

import re

_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_FONT = re.compile(r"\\f(\d+)(?:\\[a-z]+-?\d*)*?\\fcharset(\d+)")
_STYLE = re.compile(r"\{\\s(\d+)\b([^;]{0,2000});")
_WORDS = re.compile(r"\\\*|\\[a-z]+-?\d* ?|[{}\r\n]+")
_LEVEL = re.compile(r"\\outlinelevel[0-8]\b")
_TITLES = frozenset({"title", "subtitle"})
LONGEST = 1_000_000
"""Characters of one table."""


def charsets(source: str) -> dict[str, int]:
    """Return the numbers of the character sets of the fonts, by the numbers of these."""
    return {font: int(number) for font, number in _FONT.findall(_group(source, "fonttbl"))}


def headings(source: str) -> frozenset[str]:
    """Return the numbers of the styles that are those of headings."""
    found = set()
    for number, body in _STYLE.findall(_group(source, "stylesheet")):
        name = _WORDS.sub("\n", body).rpartition("\n")[2].strip().lower()
        if _LEVEL.search(body) or name in _TITLES or name.startswith("heading "):
            found.add(number)
    return frozenset(found)


def _group(source: str, word: str) -> str:
    """Return the group that begins with a word; empty where there is none."""
    start = source.find(f"{{\\{word}")
    if start < 0:
        return ""
    depth = 0
    for brace in _BRACES.finditer(source, start, start + LONGEST):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return source[start : brace.end()]
    return source[start : start + LONGEST]
