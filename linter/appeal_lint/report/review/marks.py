"""Cuts a letter where findings begin and end, so that those that overlap can all be shown."""

from collections.abc import Iterator, Sequence
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
    marked = [(at, one) for at, one in enumerate(places) if one is not None]
    ends = sorted({0, length, *(end for _, one in marked for end in one)})
    for start, end in zip(ends, ends[1:], strict=False):
        inside = tuple(at for at, one in marked if one[0] <= start and end <= one[1])
        begins = tuple(at for at, one in marked if one[0] == start)
        yield Piece(start, end, inside, begins)
