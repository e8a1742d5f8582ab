"""Cuts a letter where findings begin and end, so that those that overlap can all be shown."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]


class Piece(NamedTuple):
    """A piece of a letter: the findings that it lies in, and those that begin with it."""

    start: int
    end: int
    inside: tuple[int, ...]
    begins: tuple[int, ...]


def places(spans: Sequence[Span], findings: int, length: int) -> list[Span | None]:
    """Return the place of each finding in a letter of some length; None for the whole letter.

    A finding without a span, or with one that is not in the letter, is on the whole letter.
    """
    known = [*spans[:findings], *((0, 0),) * (findings - len(spans))]
    return [one if 0 <= one[0] < one[1] <= length else None for one in known]


def pieces(places: Sequence[Span | None], length: int) -> Iterator[Piece]:
    """Yield the pieces of a letter in order; together they are all of it."""
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for at, one in enumerate(places):
        if one is not None:
            opens.setdefault(one[0], []).append(at)
            closes.setdefault(one[1], []).append(at)
    inside: dict[int, None] = {}
    for start, end in pairwise(sorted({0, length, *opens, *closes})):
        for at in closes.get(start, ()):
            del inside[at]
        begins = tuple(opens.get(start, ()))
        inside.update(dict.fromkeys(begins))
        yield Piece(start, end, tuple(inside), begins)
