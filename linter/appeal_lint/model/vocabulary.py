"""The words and phrases that `rules/vocabulary/` gives the analysis."""

from collections.abc import Mapping
from dataclasses import dataclass

from appeal_lint.model.pattern import Pattern
from appeal_lint.model.words import Case, Element, Marketplace, Measure


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a vocabulary file and the phrases that stand for it.

    `phrases` are in the phrase language of `docs/phrases.md`. `case` and
    `answered_by` are set for issues only.
    """

    name: str
    title: str
    phrases: tuple[str, ...]
    case: Case = Case.UNKNOWN
    answered_by: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementEntry:
    """What an element is called, what it asks of the letter, and which statements show it."""

    name: Element
    title: str
    ask: str
    shown_by: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of the account and what Amazon asks of it in some marketplaces.

    `instead_of` names the target whose place it takes there, `seen` the month of the last look
    (`2026-11`), `source` where the fact is from.
    """

    name: str
    title: str
    target: str
    marketplaces: frozenset[Marketplace]
    instead_of: str | None
    seen: str
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All vocabulary files. `lists` holds the analysis's own phrase lists by name."""

    issues: Mapping[str, Entry]
    measures: Mapping[str, Entry]
    excuses: Mapping[str, Entry]
    marks: Mapping[str, Entry]
    lists: Mapping[str, tuple[str, ...]]
    elements: Mapping[str, ElementEntry]
    targets: tuple[Target, ...] = ()

    def targets_in(self, marketplace: Marketplace) -> tuple[Target, ...]:
        """Return the targets of a marketplace, in the order of the file."""
        here = [one for one in self.targets if marketplace in one.marketplaces]
        replaced = {one.instead_of for one in here}
        return tuple(one for one in here if one.name not in replaced)
