"""A text as it looks, without what hides a name in it: every character knows its way home."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DROPPED = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d"
    "\u202e\u2066\u2067\u2068\u2069\r"
)
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|`+(?=\w)|(?<=\w)`+")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−⁃", "-"),
        **dict.fromkeys("‘’‛´ʼ", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("\u2028\u2029\x85", "\n"),
        "，": ",",
        "。": ".",
        "：": ":",
    }
)
_LOOKALIKE = str.maketrans(
    "АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo"
)
_MIXED = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with full-width letters made narrow, dashes and quotes made plain, and no emphasis,
    accents set apart or characters without width.

    `home[i]` is the offset in `source` of what `text[i]` came from.
    """

    source: str
    text: str
    home: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn offsets in `text` into offsets in `source`; nothing hidden is left at the end."""
        last = self.home[end - 1] + 1
        while last < len(self.source) and unicodedata.combining(self.source[last]):
            last += 1
        return self.home[start], last


def folded(source: str) -> Folded:
    """Fold a text; lines stay lines."""
    skipped = {at for one in _EMPHASIS.finditer(source) for at in range(*one.span())}
    chars: list[str] = []
    home: list[int] = []
    for at, char in enumerate(source):
        if at in skipped or char in _DROPPED:
            continue
        if char.isascii():
            new = " " if char in "\t\x0b\x0c" else char
        elif unicodedata.combining(char):
            continue
        else:
            new = _plain(char)
        chars += new
        home += [at] * len(new)
    text = "".join(chars)
    return Folded(source, text if text.isascii() else _MIXED.sub(_latin, text), tuple(home))


def _plain(char: str) -> str:
    sign = char.translate(_SIGNS)
    if sign != char:
        return sign
    if char.isspace():
        return " "
    return unicodedata.normalize("NFKC", char).translate(_SIGNS) or char


def _latin(found: re.Match[str]) -> str:
    word = found[0]
    if word.isascii() or not any(char.isascii() and char.isalpha() for char in word):
        return word
    return word.translate(_LOOKALIKE)
