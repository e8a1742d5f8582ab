"""One person has one name in a letter: who was found once is found wherever the name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from appeal_lint.redaction.found import Found, Kind
from appeal_lint.redaction.known import FORMS, PARTICLES
from appeal_lint.redaction.people import Span
from appeal_lint.redaction.tokens import Token, Tokens, bare

_FORM = re.compile(rf",?\s+{FORMS}\s*$")
_LEAST = 4
"""Letters of a word in small letters that is taken for a name."""


class Names:
    """Persons and companies of a letter, by the words of their names.

    Args:
        tokens: the words of the letter.
        persons: where their names were found.
        shops: where those of companies were.

    """

    def __init__(self, tokens: Tokens, persons: Iterable[Span], shops: Iterable[Span]) -> None:
        self._people: list[frozenset[str]] = []
        self._shops: list[tuple[str, ...]] = []
        for found in sorted(set(shops)):
            words = _shop(tokens.text[found[0] : found[1]])
            if words and words not in self._shops:
                self._shops.append(words)
        names = {_name(tokens, *one) for one in sorted(set(persons))} - {frozenset()}
        for name in sorted(names, key=lambda one: (-len(one), sorted(one))):
            if not any(name <= other for other in self._people):
                self._people.append(name)
        self._words = {
            word: at for at, name in reversed(list(enumerate(self._people))) for word in name
        }
        self._first = {words[0]: words for words in sorted(self._shops, key=len)}

    def found(
        self, text: str, persons: Iterable[Span] = (), shops: Iterable[Span] = ()
    ) -> Iterator[Found]:
        """Yield where they stand in a text.

        Args:
            text: a folded text.
            persons: where persons are known to stand in it.
            shops: where companies are.

        """
        tokens = Tokens(text)
        for start, end in sorted(set(shops), key=lambda one: one[0] - one[1]):
            yield Found(start, end, Kind.COMPANY, self._shop_key(_shop(text[start:end])))
        yield from self._shops_in(tokens)
        for start, end in sorted(set(persons), key=lambda one: one[0] - one[1]):
            yield Found(start, end, Kind.NAME, self._key(_name(tokens, start, end)))
        yield from self._people_in(tokens)

    def _people_in(self, tokens: Tokens) -> Iterator[Found]:
        at = 0
        while at < len(tokens):
            name = [at]
            if not self._stands(tokens[at]):
                at += 1
                continue
            while at + 1 < len(tokens) and tokens.joined(at) and self._goes_on(tokens, at + 1):
                at += 1
                name.append(at)
            at += 1
            words = [tokens[one] for one in name]
            while words[-1].low in PARTICLES and len(words) > 1:
                words.pop()
            key = self._key(frozenset(bare(one.low) for one in words if len(one.text) > 1))
            yield Found(words[0].start, words[-1].end, Kind.NAME, key)

    def _goes_on(self, tokens: Tokens, at: int) -> bool:
        one = tokens[at]
        return bare(one.low) in self._words or (
            one.low in PARTICLES
            and at + 1 < len(tokens)
            and bare(tokens[at + 1].low) in self._words
        )

    def _stands(self, one: Token) -> bool:
        """Say whether a word is a part of somebody's name, and no other word."""
        if bare(one.low) not in self._words or one.never or one.place:
            return False
        if one.big:
            return not (one.plain and one.opens and not one.given) and len(one.text) > 1
        return len(one.text) >= _LEAST and (one.given or not one.plain)

    def _shops_in(self, tokens: Tokens) -> Iterator[Found]:
        for at, one in enumerate(tokens):
            words = self._first.get(bare(one.low))
            if words is None:
                continue
            size = 0
            while size < len(words) and at + size < len(tokens):
                if bare(tokens[at + size].low) != words[size]:
                    break
                size += 1
            whole = size == len(words) and (size > 1 or not one.plain)
            odd = not one.plain and len(one.text) >= _LEAST and not one.place and not one.never
            if whole or (odd and one.big):
                yield Found(
                    one.start,
                    tokens[at + max(size, 1) - 1].end,
                    Kind.COMPANY,
                    self._shop_key(words),
                )

    def _key(self, name: frozenset[str]) -> str:
        for at, known in enumerate(self._people):
            if name and (name <= known or known <= name):
                return f"person {at}"
        return " ".join(sorted(name))

    def _shop_key(self, words: tuple[str, ...]) -> str:
        for at, known in enumerate(self._shops):
            if words and (words[: len(known)] == known or known[: len(words)] == words):
                return f"shop {at}"
        return " ".join(words)


def _name(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    words = tokens[tokens.at(start) : tokens.at(end)]
    return frozenset(
        bare(one.low) for one in words if len(one.text) > 1 and one.low not in PARTICLES
    )


def _shop(text: str) -> tuple[str, ...]:
    return tuple(
        bare(word)
        for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+|-[^\W\d_]+)*", _FORM.sub("", text).lower())
    )
