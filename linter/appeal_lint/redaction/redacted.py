"""A text with names, addresses and numbers taken out, and the way into it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the original, half open, and what stands in its place."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """What is left of a text.

    `gaps` are in order and apart from each other; between them the text is as it was.
    """

    source: str
    text: str
    gaps: tuple[Gap, ...]
    again: Callable[[str], str] = field(compare=False, repr=False)
    """Redacts another string that speaks of the same persons, with the same replacements."""
    afresh: Callable[[str], str] = field(compare=False, repr=False)
    """Does the same with a string that may name other persons too: they are looked for in it."""
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _begins: tuple[int, ...] = field(default=(), repr=False)

    def at(self, offset: int) -> int:
        """Turn an offset in the original into one in `text`; it never goes back.

        Inside a stretch that was replaced it is where the replacement begins; `span` says how to
        get its end.
        """
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return offset
        gap, begin = self.gaps[number], self._begins[number]
        return begin if offset < gap.end else begin + len(gap.words) + offset - gap.end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span (half open) of the original into one of `text`; it has replacements whole."""
        first = self.at(start)
        if end <= start:
            return first, first
        number = bisect_right(self._starts, end - 1) - 1
        if number >= 0 and end < self.gaps[number].end:
            return first, self._begins[number] + len(self.gaps[number].words)
        return first, self.at(end)


def redacted(
    source: str,
    gaps: Sequence[Gap],
    again: Callable[[str], str],
    afresh: Callable[[str], str],
) -> Redacted:
    """Put replacements into a text."""
    parts: list[str] = []
    begins: list[int] = []
    last = length = 0
    for gap in gaps:
        parts += [source[last : gap.start], gap.words]
        begins.append(length + gap.start - last)
        length = begins[-1] + len(gap.words)
        last = gap.end
    text = "".join([*parts, source[last:]])
    starts = tuple(gap.start for gap in gaps)
    return Redacted(source, text, tuple(gaps), again, afresh, starts, tuple(begins))
