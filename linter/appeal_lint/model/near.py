"""The name that somebody may have meant."""

import difflib
from collections.abc import Iterable

from appeal_lint.model.said import Said


def near(name: str, known: Iterable[str]) -> Said:
    """Return a hint at the nearest known name, or nothing."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return Said(" Did you mean {name!r}?", name=close[0]) if close else Said()
