"""A letter as the set of its runs of words, the same when other names and numbers are put in."""

import re
import unicodedata
from collections.abc import Iterator
from zlib import crc32

LENGTH = 3
"""Words in a run. With two, letters about the same trouble share many; with four or more, each
word that is changed takes too many with it."""
_WORD = re.compile(r"[^\W_]+(?:['’@.+-][^\W_]+)*|[.!?:\n]")
_END = frozenset(".!?:\n")
_DAYS = frozenset({
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "today", "yesterday",
})  # fmt: skip
"""Words of dates; "may" is one with a capital only."""
_NUMBER, _NAME = "0", "N"
_STILL = frozenset({"I", "A", "We", "Our", "The"})
"""Words with a capital that are never names."""


def shingles(text: str) -> set[int]:
    """Return a number for each run of words of a text.

    Numbers, dates, addresses and order ids are all one word, and so are names (words with a capital
    inside a sentence), so that a template with other ones put in has the same runs.
    """
    words = list(folded(unicodedata.normalize("NFKC", text)))
    runs = zip(*(words[at:] for at in range(LENGTH)), strict=False)
    return {crc32(" ".join(run).encode("utf-8", "replace")) for run in runs}


def folded(text: str) -> Iterator[str]:
    """Yield the words of a text in small letters; a row of numbers or of names is one word."""
    names = not _shouted(text)
    start, last = True, ""
    for word in _WORD.findall(text):
        if word in _END:
            start = True
            continue
        if _dated(word):
            shown = _NUMBER
        elif names and not start and word[0].isupper() and word not in _STILL:
            shown = _NAME
        else:
            shown = word.casefold().replace("’", "'")
        start = False
        if shown != last or shown not in (_NUMBER, _NAME):
            yield shown
        last = shown


def _dated(word: str) -> bool:
    """Say whether a word is a number, an address, or belongs to a date."""
    if word.isalpha():
        return word == "May" or word.casefold() in _DAYS
    return any(char.isdigit() or char == "@" for char in word)


def _shouted(text: str) -> bool:
    """Say whether so much is in capitals that they tell no names."""
    capitals = sum(map(str.isupper, text))
    return capitals * 3 > sum(map(str.isalpha, text))
