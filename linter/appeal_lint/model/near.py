"""The name that somebody may have meant."""

import difflib
from collections.abc import Iterable

from appeal_lint.model.said import Said

ALIKE = 0.6
"""How like a name must be, from 0 to 1."""


def near_name(name: str, known: Iterable[str], alike: float = ALIKE) -> str:
    """Return the nearest known name, or nothing."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=alike)), "")


def near(name: str, known: Iterable[str], alike: float = ALIKE) -> Said:
    """Return a hint at the nearest known name, or nothing."""
    close = near_name(name, known, alike)
    return Said(" Did you mean {name!r}?", name=close) if close else Said()
