"""A report that is written when it is done, where nobody waits for it any more."""

import os
from dataclasses import dataclass
from pathlib import Path

from appeal_lint.doors import files
from appeal_lint.model.errors import AppealLintError

WAITS = ".waits"
"""What the name of the file has after that of the report which says who will write the report."""


@dataclass(frozen=True, slots=True)
class Later:
    """The file of a report, and the ticket of the check that may write it.

    Only the newest check has the right ticket: one that comes too late writes nothing, and so
    nobody is shown a report of what the letter said before.
    """

    place: Path
    ticket: str

    def begin(self) -> None:
        """Take away the old report, and make this check the newest.

        Raises:
            AppealLintError: there is something else than a file, or it cannot be removed.

        """
        if self.place.exists() and not self.place.is_file():
            raise AppealLintError("{path}: this is not a file. Name another one.", path=self.place)
        files.put(self.waits, self.ticket)
        files.remove(self.place)

    def finish(self, text: str) -> None:
        """Write the report, whole or not at all, unless a newer check was begun.

        Raises:
            AppealLintError: it cannot be written.

        """
        if self._newest():
            files.put(self.place, text)

    def end(self) -> None:
        """Say that nothing more is to come, whether a report was written or not."""
        if self._newest():
            files.remove(self.waits)

    @property
    def waits(self) -> Path:
        """The file that says who will write the report."""
        return self.place.with_name(self.place.name + WAITS)

    def _newest(self) -> bool:
        try:
            return self.waits.read_text("utf-8") == self.ticket
        except (OSError, ValueError):
            return False


def new_ticket() -> str:
    """Return a new ticket, which no other check has."""
    return os.urandom(8).hex()
