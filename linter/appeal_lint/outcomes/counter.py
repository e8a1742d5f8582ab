"""Takes letters one by one and keeps what statistics need of them."""

from dataclasses import replace
from typing import Any

from appeal_lint.model.row import Row
from appeal_lint.model.success import Success
from appeal_lint.outcomes.record import Record, record
from appeal_lint.outcomes.titles import Titles


class Counter:
    """Collects letters with their outcomes; their texts are not kept.

    Of letters that nearly say the same (`Row.alike`) one counts. Which one is settled by a digest
    of its name, so neither the outcome nor the order of the letters has a say in it.
    """

    def __init__(self) -> None:
        self.unknown = 0
        """Letters whose outcome is not known."""
        self.copies = 0
        """Letters that are left out, since one that nearly says the same counts."""
        self._alone: list[Record] = []
        self._groups: dict[str, Record] = {}
        self._shared: dict[Any, Any] = {}

    def add(self, row: Row) -> None:
        """Take the next letter."""
        made = record(row)
        if made is None:
            self.unknown += 1
            return
        one = replace(made, spoke=self._once(made.spoke), covered=self._once(made.covered))
        if not row.alike:
            self._alone.append(one)
            return
        known = self._groups.get(row.alike)
        self.copies += known is not None
        self._groups[row.alike] = one if known is None else min(one, known, key=_order)

    def letters(self) -> tuple[Record, ...]:
        """Return the letters that count, in one order however they came."""
        return tuple(sorted((*self._alone, *self._groups.values()), key=_order))

    def success(self, titles: Titles) -> Success:
        """Return what the outcomes say.

        Args:
            titles: of the rules and elements in force.

        Raises:
            MissingExtraError: scipy or statsmodels is not installed.

        """
        from appeal_lint.outcomes.effects import success  # noqa: PLC0415

        return success(self.letters(), titles, unknown=self.unknown, copies=self.copies)

    def _once(self, value: Any) -> Any:
        """Return the equal value that is kept already: letters have much in common."""
        return self._shared.setdefault(value, value)


def _order(one: Record) -> tuple[bytes, bool, int, tuple[tuple[str, int], ...], list[str]]:
    return one.key, one.back, one.score, one.spoke, sorted(one.covered)
