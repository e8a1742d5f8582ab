"""The words of a letter, to find a sentence again wherever it was moved and however it wraps."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

REMEMBERED = 8192
"""Texts whose words are kept: those of a long baseline are asked for with every letter."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_END = re.compile(
    r"[.!?;:。！？；：]|\n\s*\n|\r\r|\r\n\s*\r\n|[\r\n]\s*(?:[-*•·–—]|\(?\w{1,2}[.)])\s"
)
"""What stands between two words where a sentence ends; a line break alone may be a wrapped line."""
_OPENERS = frozenset({
    "We", "Our", "My", "The", "This", "These", "Those", "It", "They", "He", "She", "A", "An",
    "Every", "Each", "All", "From", "Since", "In", "On", "At", "After", "Before", "Also", "And",
    "But", "So", "If", "When", "As", "To", "For", "There", "Now", "Then", "Please",
})  # fmt: skip
"""Words that have a capital only where a sentence begins, whether the last one had its stop or
not. `I` and names are left out."""


@lru_cache(maxsize=REMEMBERED)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text without regard to case, wrapping and the form of signs."""
    return tuple(_plain(found[0]) for found in _WORD.finditer(text))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).replace("’", "'").casefold()


class Words:
    """The words of one letter with their places.

    Args:
        source: the text as given; offsets count its characters.

    """

    def __init__(self, source: str) -> None:
        self._source = source
        found = list(_WORD.finditer(source))
        self._words = [_plain(one[0]) for one in found]
        self._spans = [one.span() for one in found]
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            self._places.setdefault(word, []).append(at)

    def occurrences(self, wanted: tuple[str, ...], whole: bool) -> Iterator[tuple[int, int]]:
        """Yield the offsets of each place where words stand one after another.

        Args:
            wanted: the words, as `tokens` gives them.
            whole: whether a sentence must begin and end with them.

        """
        for first in self._places.get(wanted[0], ()) if wanted else ():
            last = first + len(wanted)
            if tuple(self._words[first:last]) != wanted:
                continue
            if not whole or (self._ends(first) and self._ends(last)):
                yield self._spans[first][0], self._spans[last - 1][1]

    def sentence(self, start: int, end: int) -> str:
        """Return the text around a span up to where sentences end, as far as signs tell."""
        inside = [at for at, (a, b) in enumerate(self._spans) if a < end and b > start]
        if not inside:
            return self._source[start:end]
        first, last = inside[0], inside[-1] + 1
        while not self._ends(first):
            first -= 1
        while not self._ends(last):
            last += 1
        return self._source[self._spans[first][0] : self._spans[last - 1][1]]

    def _ends(self, at: int) -> bool:
        """Say whether a sentence ends before the word with this number."""
        if at in (0, len(self._words)):
            return True
        start, end = self._spans[at]
        if self._source[start:end] in _OPENERS:
            return True
        return _END.search(self._source[self._spans[at - 1][1] : start]) is not None
