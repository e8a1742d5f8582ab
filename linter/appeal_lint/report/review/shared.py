"""What two letters that are nearly the same have in common, in words that a person can check."""

import re

from appeal_lint.survey.shingles import folded

MOST = 3
"""Sentences shown."""
SHORTEST = 5
"""Words of a sentence that is worth showing."""
LONGEST = 300
"""Characters shown of a sentence."""
_SENTENCE = re.compile(r"[^.!?\r\n]+[.!?]*")


def shared(first: str, second: str) -> tuple[str, ...]:
    """Return the longest sentences of the first letter that the second has too, in their order.

    Other names, numbers and dates make no difference.
    """
    there = {_known(one) for one in _SENTENCE.findall(second)}
    found: dict[tuple[str, ...], str] = {}
    for one in _SENTENCE.findall(first):
        known = _known(one)
        if len(known) >= SHORTEST and known in there:
            found.setdefault(known, " ".join(one.split()))
    longest = sorted(found, key=lambda one: (-len(found[one]), one))[:MOST]
    return tuple(_short(text) for known, text in found.items() if known in longest)


def _known(sentence: str) -> tuple[str, ...]:
    return tuple(folded(sentence))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"
