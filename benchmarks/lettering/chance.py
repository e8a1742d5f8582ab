"""Chance that is the same on every system and with every version of Python.

Only `random()` of a seeded `random.Random` is promised to stay the same, so all else is made of it.
"""

import random
import re

_CHOICE = re.compile(r"\[([^\[\]]*)\]")


class Chance:
    """A stream of decisions, given by whole numbers."""

    def __init__(self, *seeds):
        mixed = 0
        for one in seeds:
            mixed = (mixed << 48) + one + 1
        self._next = random.Random(mixed).random

    def share(self):
        """Return a number from 0 up to but without 1."""
        return self._next()

    def odds(self, share):
        """Say yes in this share of cases."""
        return self._next() < share

    def number(self, least, most):
        """Return a whole number, both ends included."""
        return least + int(self._next() * (most - least + 1))

    def pick(self, things):
        """Return one of a sequence."""
        return things[int(self._next() * len(things))]

    def some(self, things, count):
        """Return so many of a sequence in chance order, none twice."""
        left = list(things)
        return [left.pop(int(self._next() * len(left))) for _ in range(min(count, len(left)))]

    def wording(self, pattern):
        """Choose in a pattern such as `we [hired|took on] {n} [new |]inspectors`."""
        while "[" in pattern:
            pattern = _CHOICE.sub(lambda found: self.pick(found[1].split("|")), pattern)
        return pattern
