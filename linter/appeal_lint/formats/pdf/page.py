"""The lines of a page, in the order in which they are drawn."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any

from appeal_lint.formats.pdf.line import Line, width

_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st",
}  # fmt: skip
_TIDY = str.maketrans({**_LIGATURES, "\u00a0": " ", "\t": " ", "\0": ""})
_SIGN = re.compile(r"^(?:[\uf000-\uf8ff]|[o§](?= +[A-Z“\"(\d]))")
"""The bullets of fonts that have nothing but signs, and of Word."""
_NUMBER = re.compile(r"\W*\w{0,3}\W*")
_BLANKS = re.compile(r" {2,}")
_FAR, _UNSURE = 3.0, 0.2
"""Sizes of a letter that make two parts of a line, beside the share of a width that is guessed."""
_RISE = 0.45
"""Sizes of a letter by which a raised figure may stand above its line."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page."""

    lines: tuple[Line, ...]
    turned: int = 0
    """Letters that stand at another angle than the rest."""


@dataclass(frozen=True, slots=True)
class _Bit:
    text: str
    x: float
    y: float
    size: float
    bold: bool
    angle: int


def drawn(page: Any, number: int, most: int) -> Drawn:
    """Return the lines of a page.

    Args:
        page: a page of pypdf.
        number: which one it is, from 0.
        most: characters after which no more is taken.

    """
    bits: list[_Bit] = []
    taken = 0

    def take(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        nonlocal taken
        taken += len(text)
        if text and taken <= most:
            bits.append(_bit(text, cm, tm, font, size))

    page.extract_text(visitor_text=take)
    angles = Counter({0: 0})
    for bit in bits:
        angles[bit.angle] += len(bit.text.strip())
    main = max(angles, key=lambda one: (angles[one], one == 0))
    lines = _lines([_level(bit, main) for bit in bits if bit.angle == main], number)
    return Drawn(tuple(lines), sum(angles.values()) - angles[main])


def _bit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> _Bit:
    a, b = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    name = str((font or {}).get("/BaseFont", "")).lower()
    bold = any(one in name for one in ("bold", "black", "heavy", "-semibold"))
    scale = hypot(a, b) * abs(float(size)) or 1.0
    return _Bit(text, x, y, scale, bold, round(degrees(atan2(b, a)) / 5) * 5 % 360)


def _level(bit: _Bit, angle: int) -> _Bit:
    """Return a bit as it stands where the page is turned so that its text is level."""
    if angle == 0:
        return bit
    turn = radians(-angle)
    x, y = bit.x * cos(turn) - bit.y * sin(turn), bit.x * sin(turn) + bit.y * cos(turn)
    return _Bit(bit.text, x, y, bit.size, bit.bold, 0)


def _lines(bits: list[_Bit], number: int) -> list[Line]:
    found: list[Line] = []
    row: list[_Bit] = []

    def end() -> None:
        if any(bit.text.strip() for bit in row):
            found.append(_line(row, number))
        row.clear()

    for bit in bits:
        for at, text in enumerate(bit.text.split("\n")):
            if at:
                end()
            if text.strip() and row:
                last = next((one for one in reversed(row) if one.text.strip()), row[-1])
                if abs(last.y - bit.y) > _RISE * max(last.size, bit.size):
                    end()
            if text.strip() or row:
                row.append(replace(bit, text=text))
    end()
    return found


def _line(row: list[_Bit], number: int) -> Line:
    """Return what is drawn at one height as a line; a sign may be drawn after what follows it."""
    row = sorted(row, key=lambda bit: bit.x)
    inked = [bit for bit in row if bit.text.strip()]
    cells = [""]
    start = last = pen = inked[0].x
    for bit in row:
        if bit.x > last + 0.1 * bit.size:
            if bit.text.strip() and _far(bit, start, pen, cells[-1]):
                cells.append("")
                start = bit.x
            last = pen = bit.x
        pen += width(bit.text) * bit.size
        cells[-1] += bit.text
    tidy = tuple(filter(None, map(_tidy, cells)))
    main = max(inked, key=lambda bit: len(bit.text))
    bold = all(bit.bold for bit in inked if any(map(str.isalnum, bit.text)))
    return Line(" ".join(tidy), number, inked[0].x, main.y, main.size, bold, tidy)


def _far(bit: _Bit, start: float, pen: float, cell: str) -> bool:
    """Say whether a part of a line stands far from the one before it, which is no bullet.

    Args:
        bit: the part.
        start: where the one before begins, in points.
        pen: about where it ends.
        cell: its text.

    """
    room = _FAR * bit.size + _UNSURE * (pen - start)
    return bit.x - pen > room and _NUMBER.fullmatch(cell.strip()) is None


def _tidy(text: str) -> str:
    return _SIGN.sub("•", _BLANKS.sub(" ", text.translate(_TIDY)).strip(), count=1)
