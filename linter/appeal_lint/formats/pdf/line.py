"""A line of text on a page, and about how long it is."""

from dataclasses import dataclass

_NARROW = frozenset("iljtfrI.,;:'|!()[]-’‘“”\" /")
_WIDE = frozenset("mwMW@%—")


@dataclass(frozen=True, slots=True)
class Line:
    """Text at one height of a page, as a person reads it from left to right.

    Lengths are in points; `y` grows upwards, as in a PDF.
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    """Of its letters."""
    bold: bool = False
    cells: tuple[str, ...] = ()
    """The parts of it that are drawn far from one another."""

    @property
    def right(self) -> float:
        """About where it ends: fonts differ by a tenth or so."""
        return self.x + width(self.text) * self.size


def width(text: str) -> float:
    """Return about how wide a text is, as a multiple of the size of its letters."""
    return sum(
        0.3 if one in _NARROW else 0.85 if one in _WIDE else 0.66 if one.isupper() else 0.5
        for one in text
    )
