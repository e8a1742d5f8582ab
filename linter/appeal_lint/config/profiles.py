"""Which profiles of a layer are for a letter, by its path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.config.layers import Layer
from appeal_lint.model.setting import Merged

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def applied(layer: Layer, letter: Path | None) -> Iterator[Merged]:
    """Yield the settings of a layer, then those of each profile whose patterns fit the letter.

    Args:
        layer: what a file says.
        letter: the whole path of the letter; None for standard input, which no profile is for.

    """
    yield layer.settings
    if not layer.profiles or letter is None:
        return
    try:
        name = letter.relative_to(layer.folder).as_posix()
    except ValueError:  # the letter lies elsewhere: only patterns such as **/ip/* can fit
        name = letter.as_posix().lstrip("/")
    for patterns, settings in layer.profiles:
        if _spec(patterns).match_file(name):
            yield settings


def is_pattern(text: str) -> bool:
    """Say whether a text is a pattern as in a `.gitignore`."""
    try:
        _spec((text,))
    except Exception:  # whatever it raises: each release of the library has its own
        return False
    return True


@lru_cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  (only where there are profiles)

    return GitIgnoreSpec.from_lines(patterns)
