"""What an engine promises."""

from collections.abc import Sequence
from typing import Protocol

from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.pattern import Fact, Match


class RulesTooLargeError(AppealLintError):
    """The rules are more than an engine can hold; the message says what was too much."""


class Engine(Protocol):
    """Judges the facts of one draft by the rules it was made with.

    `judge` takes the facts in any order, never changes them, may be called from
    several threads, and returns every match once, sorted.
    """

    name: str

    def judge(self, facts: Sequence[Fact]) -> tuple[Match, ...]:
        """Return each way in which a rule holds.

        Raises:
            RulesTooLargeError: that many rules turn out to be more than it can hold.

        """
        ...
