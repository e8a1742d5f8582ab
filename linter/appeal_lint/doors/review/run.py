"""The review itself: list, judge what is not done, keep each answer."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from appeal_lint.doors.review.letters import Letters
from appeal_lint.doors.review.pool import Batch
from appeal_lint.doors.review.progress import Progress
from appeal_lint.doors.review.source import Done, Source
from appeal_lint.doors.review.state import State

LARGE = 24_000
"""Bytes of the letters of a batch; about a dozen letters, a second of work."""
MANY = 32
"""Letters of a batch."""
OFTEN = 1.0
"""Seconds between writings; so much work is lost when the computer stops."""


class Hands(Protocol):
    """Whatever judges letters: processes of this computer, or other computers."""

    count: int
    """How many letters are judged at a time."""

    def judged(self, batches: Iterator[Batch]) -> Iterator[Sequence[Done]]:
        """Judge batches of letters; the answers come as they are ready."""

    def close(self) -> None:
        """Let go of all of them."""


def batches(sources: Iterable[Source], largest: int = LARGE, many: int = MANY) -> Iterator[Batch]:
    """Return letters together, as long as they are few and short."""
    batch: list[Source] = []
    size = 0
    for one in sources:
        if batch and (size + one.size > largest or len(batch) == many):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(one)
        size += one.size
    if batch:
        yield tuple(batch)


def work(letters: Letters, state: State, hands: Hands, shares: int, progress: Progress) -> None:
    """Judge every letter that is not done, and keep what becomes of it.

    Args:
        letters: all of them; those that are done are passed over.
        state: what is done, and is to be.
        hands: who judges.
        shares: how many work at a time, so that few letters are dealt out evenly.
        progress: is told how it goes.

    """
    total, done = state.count()
    size = min(LARGE, max(1, state.size_left() // (shares * 8)))
    many = min(MANY, max(1, (total - done) // (shares * 4)))
    kept: list[Done] = []
    written = time.monotonic()

    def keep(answers: Sequence[Done]) -> None:
        nonlocal written
        kept.extend(answers)
        progress.done(len(answers))
        if time.monotonic() - written > OFTEN:
            state.keep(kept)
            kept.clear()
            written = time.monotonic()

    left = letters.left(state, lambda refused: keep((refused,)))
    try:
        for answers in hands.judged(batches(left, size, many)):
            keep(answers)
    finally:
        state.keep(kept)
