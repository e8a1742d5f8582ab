"""A setting of the configuration, and where it was set."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
