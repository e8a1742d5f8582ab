"""Layers of choices and the one pure function that makes one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

PREFIX = "APPEAL_LINT_"
"""What the names of our variables begin with."""

ADDED = frozenset({"packs", "ignore"})
"""Lists that a later layer adds to; every other value of a later layer takes the place."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was set: the name of the layer, and its file with the line, or its variable."""

    layer: str
    path: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """The file and line, the variable, or the name of the layer."""
        if not self.path:
            return self.layer
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it was set; a list that was added to has several origins."""

    value: Any
    origins: tuple[Origin, ...]


Merged = Mapping[str, Setting]
"""Settings by dotted name: `min-score`, `rules.future-promise.severity`."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings of one source, and those of its profiles with the patterns they are for.

    A pattern is relative to `folder`, as in a `.gitignore`.
    """

    name: str
    settings: Merged
    profiles: tuple[tuple[tuple[str, ...], Merged], ...] = ()
    folder: str = ""
    path: str = field(default="", compare=False)


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
