"""What has to go, and which of two things that overlap it is."""

from __future__ import annotations

from collections.abc import Iterable
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


def settled(found: Iterable[Found]) -> list[Found]:
    """Return stretches in order, none of which overlaps another.

    Of two that do, the one that comes first in `found` stays, and what is left of the other.
    """
    kept: list[Found] = []
    for one in found:
        free = [(one.start, one.end)]
        for other in kept:
            free = [part for start, end in free for part in _without(start, end, other)]
        kept += [replace(one, start=start, end=end) for start, end in free]
    return sorted(kept, key=lambda one: one.start)


def _without(start: int, end: int, other: Found) -> list[tuple[int, int]]:
    if other.end <= start or end <= other.start:
        return [(start, end)]
    parts = [(start, min(end, other.start)), (max(start, other.end), end)]
    return [(first, last) for first, last in parts if last - first > 2]
