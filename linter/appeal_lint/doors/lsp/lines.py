"""Offsets of a text to positions of the client and back, in whatever units the client counts."""

import re
from bisect import bisect_right

from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

_END = re.compile(r"\r\n|\r|\n")
"""What ends a line for the protocol. Python's own `splitlines` knows more signs (form feed,
U+2028), and an editor that does not would then see every underline below on the wrong line."""


class Lines:
    """The lines of a text.

    Args:
        text: offsets count its characters, from 0.
        codec: knows the units of the client: of UTF-8, UTF-16 or UTF-32.

    """

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self.text = text
        self._codec = codec
        self._starts, self._ends = [0], []
        for end in _END.finditer(text):
            self._ends.append(end.start())
            self._starts.append(end.end())
        self._ends.append(len(text))

    def position(self, offset: int) -> Position:
        """Return the position of an offset; one inside a line end is the end of its line."""
        row = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[row] : min(offset, self._ends[row])]
        return Position(row, self._codec.client_num_units(before))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; beyond a line it is the end of the line."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        line = self.text[start : self._ends[position.line]]
        # The codec counts one too few beyond the end of a line, and takes its end for a part of it.
        units = min(position.character, self._codec.client_num_units(line))
        within = self._codec.position_from_client_units([line], Position(0, units))
        return start + within.character

    def range(self, start: int, end: int) -> Range:
        """Return the range of a span, half open."""
        return Range(self.position(start), self.position(end))

    def span(self, given: Range) -> tuple[int, int]:
        """Return the span of a range."""
        return self.offset(given.start), self.offset(given.end)
