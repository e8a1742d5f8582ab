"""The bytes and numbers of a rich text to letters."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

_WESTERN = "cp1252"


class Letters:
    """Letters that are gathered until a word of control comes.

    Args:
        charsets: numbers of character sets by number of font.
        encodings: names of encodings by number of character set.

    """

    def __init__(self, charsets: Mapping[str, int], encodings: Mapping[int, str]) -> None:
        self.page = _WESTERN
        """The encoding where the font says nothing."""
        self._fonts = {
            font: encodings[number] for font, number in charsets.items() if number in encodings
        }
        self._done: list[str] = []
        self._units: list[int] = []
        self._bytes = ""
        self._encoding = _WESTERN

    def add(self, text: str, font: str) -> None:
        """Add bytes of the file, each of which is a character of a text."""
        self._end_units()
        self._encoding = self._fonts.get(font, self.page)
        self._bytes += text

    def add_unit(self, number: int) -> None:
        """Add a letter, or half of one, by its number in UTF-16."""
        self._end_bytes()
        self._units.append(number & 0xFFFF)

    def take(self) -> str:
        """Return what was gathered, and begin anew."""
        self._end_units()
        self._end_bytes()
        text = "".join(self._done)
        self._done = []
        return text

    def _end_units(self) -> None:
        if self._units:
            data = b"".join(one.to_bytes(2, "little") for one in self._units)
            self._done.append(data.decode("utf-16-le", "replace"))
            self._units = []

    def _end_bytes(self) -> None:
        if self._bytes:
            self._done.append(_decoded(self._bytes, self._encoding))
            self._bytes = ""


def _decoded(text: str, encoding: str) -> str:
    if text.isascii():
        return text
    try:
        known = codecs.lookup(encoding).name
    except LookupError:
        known = _WESTERN
    return text.encode("latin-1").decode(known, "replace")
