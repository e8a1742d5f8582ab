"""The formats of a report by name; the module of one is imported when it is used."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from appeal_lint.model.report import Report

PEOPLE = ("text", "plain")
"""To be read or heard; each has its own options."""

MACHINES = ("json", "sarif", "github", "rdjson", "compact", "junit")
"""For other programs: always every finding, never a colour."""

JSON = frozenset({"json", "sarif", "rdjson"})
"""What a stream cannot show is written as JSON writes it."""

NAMES = (*PEOPLE, *MACHINES)

Render = Callable[[Sequence[Report]], str]


def renderer(name: str) -> Render:
    """Return the function that makes one document of all letters, for a name in `MACHINES`."""
    return cast(Render, import_module(f"appeal_lint.report.{name}").render)
