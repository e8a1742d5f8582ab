"""Collects what is wrong with all files, so that the author hears it at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from appeal_lint.model.errors import AppealLintError, RulebookError
from appeal_lint.model.near import near_name
from appeal_lint.model.said import Lines, Said, Speaker, printable

LONGEST = 300
"""Characters of a field's name or a message that are repeated to the author."""


class Fault(Said):
    """What is wrong at one place. The place is told alike in every language.

    Args:
        path: the file, or the name of the variable.
        line: from 1; 0 where there are no lines.
        where: the name of the field, or nothing.
        message: what is wrong there.

    """

    def __init__(self, path: Path | str, line: int, where: str, message: Said) -> None:
        super().__init__(message.text, **message.values)
        self.where = where
        self.message = message
        at = f"{path}:{line}: " if line else f"{path}: "
        self._place = f"{at}{_short(where)}: " if where else at

    def __str__(self) -> str:
        return printable(self._place + _short(str(self.message)))

    def told(self, tongue: Speaker) -> str:
        """Return the place, and in the language of a tongue what is wrong there."""
        return printable(self._place + _short(self.message.told(tongue)))


@dataclass(slots=True)
class Faults:
    """Every fault found so far, in the order of finding, each once."""

    found: list[Fault] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def add(self, path: Path | str, line: int, where: str, message: Said) -> None:
        """Note one fault; parameters as of `Fault`."""
        fault = Fault(path, line, where, message)
        english = str(fault)
        if english not in self._seen:
            self._seen.add(english)
            self.found.append(fault)

    def stop(self, kind: type[AppealLintError] = RulebookError) -> None:
        """Raise an error of a kind with every fault, one a line, if there is any."""
        if self.found:
            raise kind(Lines(self.found))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def nearest(word: object, known: Iterable[str]) -> Said:
    """Return ` (did you mean X?)` for the nearest known word, or nothing."""
    close = near_name(str(word)[:60], known)
    return Said(" (did you mean {name!r}?)", name=close) if close else Said()
