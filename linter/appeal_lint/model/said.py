"""A sentence that knows its words and its values, to be told in English or in translation."""

from collections.abc import Iterable
from typing import Protocol


class Speaker(Protocol):
    """Whatever says the program's own sentences in one language."""

    def say(self, text: str, /, **values: object) -> str:
        """Return a sentence in translation, its `{names}` filled in."""


class Said:
    """A sentence in English with `{names}`, and the values of the names.

    `str()` is the English; a value may itself be `Said`.
    """

    def __init__(self, text: str = "", /, **values: object) -> None:
        self.text = text
        self.values = values

    def __str__(self) -> str:
        return self.text.format_map(self.values) if self.values else self.text

    def __bool__(self) -> bool:
        """Say whether there is anything to tell."""
        return bool(self.text)

    def told(self, tongue: Speaker) -> str:
        """Return the sentence in the language of a tongue."""
        values = {
            name: one.told(tongue) if isinstance(one, Said) else one
            for name, one in self.values.items()
        }
        return tongue.say(self.text, **values)


class Lines(Said):
    """Several sentences, each told on a line of its own."""

    def __init__(self, rows: Iterable[Said]) -> None:
        super().__init__()
        self.rows = tuple(rows)

    def __str__(self) -> str:
        return "\n".join(map(str, self.rows))

    def __bool__(self) -> bool:
        """Say whether there is any line."""
        return bool(self.rows)

    def told(self, tongue: Speaker) -> str:
        """Return the lines in the language of a tongue."""
        return "\n".join(one.told(tongue) for one in self.rows)


def printable(text: str) -> str:
    """Return a text on one line in which nothing can steer a terminal."""
    return "".join(char if char.isprintable() else "?" for char in text)
