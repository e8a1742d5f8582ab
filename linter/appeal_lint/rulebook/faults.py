"""Collects what is wrong with all files, so that the author hears it at once."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from appeal_lint.model.errors import AppealLintError, RulebookError

LONGEST = 300
"""Characters of a field's name or a message that are repeated to the author."""


@dataclass(slots=True)
class Faults:
    """Every fault found so far, in the order of finding, each once."""

    lines: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def add(self, path: Path | str, line: int, where: str, message: str) -> None:
        """Note one fault at a line (from 1) of a file; `where` names the field, if any."""
        place = f"{path}:{line}: {_short(where)}: " if where else f"{path}:{line}: "
        self.tell(place + _short(message))

    def tell(self, message: str) -> None:
        """Note a fault that stands in no file."""
        text = "".join(char if char.isprintable() else "?" for char in message)
        if text not in self._seen:
            self._seen.add(text)
            self.lines.append(text)

    def stop(self, kind: type[AppealLintError] = RulebookError) -> None:
        """Raise an error of a kind with every fault, one a line, if there is any."""
        if self.lines:
            raise kind("\n".join(self.lines))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def nearest(word: object, known: Iterable[str]) -> str:
    """Return ` (did you mean X?)` for the nearest known word, or nothing."""
    close = difflib.get_close_matches(str(word)[:60], list(known), n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""
