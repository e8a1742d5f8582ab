"""What the user set in the editor: when to check, and how long to wait while they type."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from appeal_lint.model.said import Said

SECTION = "appealLint"
CHECK = f"{SECTION}.check"
DEBOUNCE = f"{SECTION}.debounce"
LONGEST = 10_000
"""Milliseconds. Who waits longer wants `save`."""


class When(StrEnum):
    """When a letter is checked."""

    TYPING = "typing"
    SAVE = "save"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Wishes:
    """The settings of the editor; `debounce` is in milliseconds."""

    check: When = When.TYPING
    debounce: int = 400


def changed(wishes: Wishes, given: Any) -> tuple[Wishes, list[Said]]:
    """Return the settings with those that an editor sends laid over them.

    Args:
        wishes: what holds so far.
        given: what the editor sends: our section, or an object that has it, or dotted names;
            whatever is not understood is left out.

    Returns:
        The settings, and what to tell the user of values that cannot be used.

    """
    faults = []
    for name, value in _ours(given).items():
        if name == "check" and value in tuple(When):
            wishes = replace(wishes, check=When(value))
        elif name == "check" and value is not None:
            faults.append(
                Said(
                    "{name}: {value!r} cannot be used. Choose one of: {known}.",
                    name=CHECK,
                    value=value,
                    known=", ".join(When),
                )
            )
        elif name == "debounce" and _number(value):
            wishes = replace(wishes, debounce=round(value))
        elif name == "debounce" and value is not None:
            faults.append(
                Said(
                    "{name}: {value!r} cannot be used. Write a number from 0 to {most}: "
                    "milliseconds to wait.",
                    name=DEBOUNCE,
                    value=value,
                    most=LONGEST,
                )
            )
    return wishes, faults


def _number(value: Any) -> bool:
    right = isinstance(value, int | float) and not isinstance(value, bool)
    return right and 0 <= value <= LONGEST


def _ours(given: Any) -> dict[str, Any]:
    """Return our settings by their short names, from whichever shape the editor sends them in."""
    if not isinstance(given, Mapping):
        return {}
    inner = given.get(SECTION)
    if isinstance(inner, Mapping):
        return dict(inner)
    return {str(name).removeprefix(f"{SECTION}."): value for name, value in given.items()}
