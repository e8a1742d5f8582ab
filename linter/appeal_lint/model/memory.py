"""What was found out before, within bounds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """Answers by what they were the answer to; what was not asked for longest is forgotten first.

    Belongs to the object that asks, and is used by one thread at a time, like that object.

    Args:
        most: how many answers are kept; 0 for none.
        heaviest: how much they may weigh together, in whatever unit `keep` is told.

    """

    def __init__(self, most: int, heaviest: int) -> None:
        self._most = most
        self._heaviest = heaviest
        self._known: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self._weight = 0

    def __len__(self) -> int:
        return len(self._known)

    def get(self, key: Key) -> Value | None:
        """Return what is remembered, or None."""
        found = self._known.get(key)
        if found is None:
            return None
        self._known.move_to_end(key)
        return found[0]

    def keep(self, key: Key, value: Value, weight: int = 1) -> None:
        """Remember an answer, in place of the last one to the same question."""
        before = self._known.pop(key, None)
        self._weight += weight - (before[1] if before else 0)
        self._known[key] = value, weight
        while len(self._known) > self._most or self._weight > self._heaviest:
            _, (_, gone) = self._known.popitem(last=False)
            self._weight -= gone

    def forget(self) -> None:
        """Forget everything."""
        self._known.clear()
        self._weight = 0
