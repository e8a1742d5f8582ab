"""Which profiles of a layer are for a letter, by its path."""

from collections.abc import Iterator
from pathlib import Path

from appeal_lint.config.layers import Layer, Merged


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

    from pathspec import GitIgnoreSpec  # noqa: PLC0415  (only where there are profiles)

    for patterns, settings in layer.profiles:
        if GitIgnoreSpec.from_lines(patterns).match_file(name):
            yield settings
