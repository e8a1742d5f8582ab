"""Reads and writes the file of ignores beside a letter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.config.discover import there
from appeal_lint.doors import files
from appeal_lint.doors.entries import read
from appeal_lint.model.said import printable

if TYPE_CHECKING:
    from appeal_lint.ignores import Entry


def stored(place: Path) -> list[Entry]:
    """Return what a file of ignores has; nothing where it is not there.

    Raises:
        ConfigError: with a line for each fault.

    """
    return list(read(place)) if there(place) else []


def store(place: Path, letter: str, entries: Sequence[Entry]) -> None:
    """Write a file of ignores, whole or not at all; one without entries goes away.

    Args:
        place: the file.
        letter: the path of the letter that it is for.
        entries: all that it is to have.

    Raises:
        AppealLintError: it cannot be written.

    """
    from appeal_lint.ignores.files import dump  # noqa: PLC0415

    if not entries and not place.is_symlink():
        files.remove(place)
        return
    name = Path(letter).name
    above = f"Findings of {name} that may stay. Made by: appeal-lint ignore {name} NUMBER"
    files.replace(str(place), dump(entries, printable(above)))
