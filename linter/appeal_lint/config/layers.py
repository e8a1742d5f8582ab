"""Layers of choices and the one pure function that makes one of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from appeal_lint.model.setting import Merged, Setting

PREFIX = "APPEAL_LINT_"
"""What the names of our variables begin with."""

ADDED = frozenset({"packs", "ignore"})
"""Lists that a later layer adds to; every other value of a later layer takes the place."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings of one source, and those of its profiles with the patterns they are for.

    A pattern is relative to `folder`, as in a `.gitignore`.
    """

    name: str
    settings: Merged
    profiles: tuple[tuple[tuple[str, ...], Merged], ...] = ()
    folder: str = ""


def merge(layers: Iterable[Merged]) -> dict[str, Setting]:
    """Return what holds when each layer stands above those before it."""
    merged: dict[str, Setting] = {}
    for layer in layers:
        for key, setting in layer.items():
            before = merged.get(key)
            if before is not None and key in ADDED:
                more = tuple(one for one in setting.value if one not in before.value)
                origins = (before.origins if before.value else ()) + setting.origins
                merged[key] = Setting((*before.value, *more), origins)
            else:
                merged[key] = setting
    return merged
