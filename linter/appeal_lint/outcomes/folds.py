"""Cuts letters into parts that are left out in turn."""

from collections.abc import Iterator

import numpy as np

from appeal_lint.outcomes.area import Flags


def folds(back: Flags, number: int, seed: int) -> Iterator[Flags]:
    """Yield for each part which letters are in it; outcomes are spread evenly over the parts.

    A template has one letter only (see `Counter`), so it never stands on both sides.
    """
    chance = np.random.default_rng(seed)
    part = np.zeros(len(back), dtype=np.int64)
    begin = 0
    for outcome in (True, False):
        places = np.flatnonzero(back == outcome)
        part[chance.permutation(places)] = (begin + np.arange(len(places))) % number
        begin += len(places)
    for one in range(number):
        yield part == one
