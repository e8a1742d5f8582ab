"""Counts letters by what the user calls their type or their author."""

import unicodedata
from collections import Counter as Tally
from collections.abc import Iterable, Mapping

from appeal_lint.survey.records import Group, Groups

KEPT = 1000
"""How many different names are counted each by itself; those that come later are in the rest."""
LISTED = 12
FAULTS = 3
"""How many of the commonest faults of a group are told."""
SPELLINGS = 8


def key(name: str) -> str:
    """Return what two names have in common that differ in case, blanks or width only."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class _Sum:
    """What the letters of one group come to."""

    def __init__(self) -> None:
        self.letters = self.points = self.ready = 0
        self.faults: Tally[str] = Tally()
        self.spellings: Tally[str] = Tally()

    def add(self, score: int, ready: bool, rules: Iterable[str]) -> None:
        self.letters += 1
        self.points += score
        self.ready += ready
        self.faults.update(rules)

    def join(self, other: "_Sum") -> None:
        self.letters += other.letters
        self.points += other.points
        self.ready += other.ready
        self.faults.update(other.faults)

    def spelt(self, name: str) -> None:
        if name in self.spellings or len(self.spellings) < SPELLINGS:
            self.spellings[name] += 1

    @property
    def name(self) -> str:
        """The commonest spelling."""
        return min(self.spellings, key=lambda one: (-self.spellings[one], one), default="")

    def group(self, titles: Mapping[str, str]) -> Group:
        ordered = sorted(self.faults.items(), key=lambda one: (-one[1], one[0]))[:FAULTS]
        faults = tuple((rule, titles.get(rule, rule), count) for rule, count in ordered)
        return Group(self.name, self.letters, self.points / self.letters, self.ready, faults)


class Named:
    """Letters by a name that the user gave.

    Args:
        listed: how many groups are told one by one.

    """

    def __init__(self, listed: int = LISTED) -> None:
        self._listed = listed
        self._sums: dict[str, _Sum] = {}
        self._late = _Sum()
        self._unnamed = 0

    def add(self, name: str, score: int, ready: bool, rules: Iterable[str]) -> None:
        """Count a letter; `rules` are those that found a fault in it, each once."""
        found = key(name)
        if not found:
            self._unnamed += 1
            return
        if found not in self._sums and len(self._sums) >= KEPT:
            self._late.add(score, ready, rules)
            return
        one = self._sums.setdefault(found, _Sum())
        one.add(score, ready, rules)
        one.spelt(" ".join(name.split()))

    def result(self, titles: Mapping[str, str]) -> Groups:
        """Return the groups; `titles` has those of the rules."""
        ordered = sorted(self._sums.items(), key=lambda one: (-one[1].letters, one[0]))
        listed, small = ordered[: self._listed], ordered[self._listed :]
        rest = _Sum()
        for _, one in small:
            rest.join(one)
        rest.join(self._late)
        return Groups(
            tuple(one.group(titles) for _, one in listed),
            rest.group(titles) if rest.letters else None,
            len(small) + bool(self._late.letters),
            self._unnamed,
        )
