"""What may be ignored in a letter: its comments, the file beside it, and the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.config.discover import there

if TYPE_CHECKING:
    from appeal_lint.ignores import Entry
    from appeal_lint.model.draft import Draft

ENDING = ".ignores.yaml"
"""What the name of the file of ignores has after that of the letter."""


def side_file(name: str) -> Path:
    """Return the file of ignores beside a letter, whether it is there or not."""
    return Path(name + ENDING)


def entries_for(draft: Draft, name: str | None, shared: Sequence[Entry]) -> list[Entry]:
    """Return every ignore that speaks of a letter.

    Args:
        draft: the letter.
        name: its path; None where it has none.
        shared: the baseline.

    Raises:
        ConfigError: with a line for each fault of a file of ignores.

    """
    from appeal_lint import ignores  # noqa: PLC0415

    found = list(ignores.in_comments(draft))
    if name is not None and there(path := side_file(name)):
        found.extend(read(path))
    found.extend(shared)
    return found


def read(path: Path, *, shared: bool = False) -> tuple[Entry, ...]:
    """Return the ignores of a file; parameters and errors as in `ignores.files.read_file`."""
    from appeal_lint.ignores.files import read_file  # noqa: PLC0415

    return read_file(path, shared=shared)
