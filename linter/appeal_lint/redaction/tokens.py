"""The words of a folded text, and what each of them may be in a name."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from appeal_lint.language.inflection import is_word
from appeal_lint.redaction.known import GIVEN, NEVER, PARTICLES, PLACES, SURNAMES

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:'(?!s\b|S\b)[^\W\d_]+|-[^\W\d_]+)*(?![^\W_])")
_WRAPPED = 45
"""A line as long goes on in the next one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word; offsets are those of the folded text."""

    start: int
    end: int
    text: str
    opens: bool
    """Whether it is the first word of a sentence, line or heading, where all are capitalised."""

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def big(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def never(self) -> bool:
        """Whether it cannot be a part of a name."""
        return self.low in NEVER and not (self.text == "He" and not self.opens)

    @property
    def plain(self) -> bool:
        """Whether it is a word of the language, so that a capital letter says little."""
        return plain(self.low)

    @property
    def given(self) -> bool:
        """Whether it is a given name."""
        return bare(self.low) in GIVEN

    @property
    def known(self) -> bool:
        """Whether it is a given name or a surname."""
        low = bare(self.low)
        return low in GIVEN or low in SURNAMES or pinyin(low)

    @property
    def place(self) -> bool:
        """Whether it is a town or country."""
        return self.low in PLACES


@lru_cache(maxsize=20_000)
def plain(low: str) -> bool:
    """Say whether a word, or each part of it between hyphens, is in a dictionary."""
    return len(low) == 1 or all(
        part in NEVER or is_word(part) or is_word(part.removesuffix("s")) for part in low.split("-")
    )


_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|an|en|in|un|ai|ei|ao|ou|ia|ie|iu|ua|ui|uo|üe"
    r"|ue|a|e|i|o|u|ü)){2}"
)


def pinyin(low: str) -> bool:
    """Say whether a word is spelt like a Chinese given name of two syllables, and is no other."""
    return len(low) > 4 and _PINYIN.fullmatch(low) is not None and not plain(low)


def bare(low: str) -> str:
    """Return a word without accents."""
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low)
    return "".join(one for one in parts if not unicodedata.combining(one))


class Tokens(Sequence[Token]):
    """All words of a folded text, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._all: list[Token] = []
        last = 0
        for one in _WORD.finditer(text):
            gap = text[last : one.start()]
            # A gap may hold the number of a list or the dot of a short word, too.
            opens = not self._all or re.search(r"[.!?:•\n]|^\s*-\s", gap) is not None
            self._all.append(Token(*one.span(), one[0], opens))
            last = one.end()
        self._starts = [one.start for one in self._all]

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        return self._all[at]

    def __len__(self) -> int:
        return len(self._all)

    def at(self, offset: int) -> int:
        """Return the number of the first word that begins at or after an offset."""
        return bisect_left(self._starts, offset)

    def joined(self, left: int) -> bool:
        """Say whether only a space, or the end of a full line, is between a word and the next."""
        if left + 1 >= len(self._all):
            return False
        gap = self.text[self._all[left].end : self._all[left + 1].start]
        if gap in (" ", "  ", ". ", ".") and (gap[0] != "." or len(self._all[left].text) == 1):
            return True
        if gap.strip(" ") != "\n":
            return False
        line = self.text.rfind("\n", 0, self._all[left].end) + 1
        return self._all[left].end - line >= _WRAPPED

    def run(self, first: int, *, most: int = 4, small: bool = False, titled: bool = False) -> int:
        """Return the number of the word after a name that begins at a word; `first` if none does.

        Args:
            first: the number of the word.
            most: how many words a name has.
            small: whether it may be written in small letters.
            titled: whether it is surely a name, though it begins as another word ("Mr He").

        """
        at = first
        while at < len(self._all) and at - first < most:
            one = self._all[at]
            inside = at > first and one.low in PARTICLES and one.text.islower()
            fits = one.big or (small and not plain(one.low))
            never = one.never and not (titled and at == first and one.big)
            if (never or not fits) and not inside:
                break
            at += 1
            if not self.joined(at - 1):
                break
        while (
            at > first and self._all[at - 1].low in PARTICLES and self._all[at - 1].text.islower()
        ):
            at -= 1
        return at
