"""What has to go, and which of two things that overlap it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of a text names; it stands in the brackets that take its place."""

    NAME = "name"
    COMPANY = "company"
    EMAIL = "email"
    PHONE = "phone"
    ORDER = "order"
    ADDRESS = "address"
    ACCOUNT = "account"
    TRACKING = "tracking"
    CASE = "case"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that has to go; offsets are those of the folded text.

    Stretches of a kind with the same `key` name the same.
    """

    start: int
    end: int
    kind: Kind
    key: str


def settled(found: Iterable[Found], length: int) -> list[Found]:
    """Return stretches in order, none of which overlaps another.

    Of two that do, the one that comes first in `found` stays, and what is left of the other.

    Args:
        found: the stretches.
        length: how long the text is.

    """
    taken = bytearray(length)
    kept: list[Found] = []
    for one in found:
        kept += [replace(one, start=start, end=end) for start, end in _free(one, taken)]
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return sorted(kept, key=lambda one: one.start)


def _free(found: Found, taken: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch that are free, but for bits of one or two characters."""
    start = found.start
    while start < found.end:
        end = taken.find(1, start, found.end)
        end = found.end if end < 0 else end
        if end - start > 2 or (start, end) == (found.start, found.end):
            yield start, end
        start = taken.find(0, end, found.end)
        if start < 0:
            return
