"""The formats of a report by name; the module of one is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from appeal_lint.model.report import Report

    Render = Callable[[Sequence[Report]], str]

PEOPLE = ("text", "plain")
"""To be read or heard; each has its own options."""

MACHINES = ("json", "sarif", "github", "rdjson", "compact", "junit")
"""For other programs: always every finding, never a colour."""

JSON = frozenset({"json", "sarif", "rdjson"})
"""What a stream cannot show is written as JSON writes it."""

ESCAPED = JSON | {"junit"}
"""These can hold any sign on any stream."""

NAMES = (*PEOPLE, *MACHINES)


def renderer(name: str) -> Render:
    """Return the function that makes one document of all letters, for a name in `MACHINES`."""
    return cast("Render", import_module(f"appeal_lint.report.{name}").render)
