"""Whether the lines of a page are drawn in the order in which a person reads them."""

from collections.abc import Sequence
from itertools import pairwise

from appeal_lint.formats.pdf.line import Line

_ROWS = 3
"""Lines in parts that make a table or columns; a letter has one or two, such as a date."""
_TURNED = 20
"""Letters at another angle that a person would miss."""
_JUMP = 0.8
"""Sizes of a letter; less is a raised figure or two parts of one line."""


def is_table(lines: Sequence[Line]) -> bool:
    """Say whether a page has lines in parts side by side, of which a person reads each alone."""
    return sum(len(line.cells) > 1 for line in lines) >= _ROWS


def is_doubtful(lines: Sequence[Line], turned: int) -> bool:
    """Say whether a page may be read in another order than it is drawn in.

    That is so where text stands side by side, where the drawing goes back up the page, and where
    letters stand at another angle.

    Args:
        lines: of the page, without page number, head and foot, as they are drawn.
        turned: letters at another angle.

    """
    back = any(
        line.y - before.y > _JUMP * max(line.size, before.size) for before, line in pairwise(lines)
    )
    return back or turned > _TURNED or is_table(lines)
