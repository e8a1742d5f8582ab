"""How often each rule spoke in each letter, and the points that some costs take for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from appeal_lint.model.rule import Cost, RuleSet
from appeal_lint.outcomes.area import Flags, Numbers
from appeal_lint.outcomes.record import Record

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Costs:
    """Points for one finding and at most, one of each rule in the order of `Table.rules`."""

    each: Counts
    most: Counts

    def lost(self, counts: Counts) -> Counts:
        """Return the points that each letter (row) loses to each rule (column)."""
        points: Counts = np.minimum(counts * self.each, self.most)
        return points

    def scores(self, counts: Counts) -> Numbers:
        """Return the score of each letter, 0 to 100."""
        scores: Numbers = np.maximum(0, 100 - self.lost(counts).sum(axis=1)).astype(np.float64)
        return scores


@dataclass(frozen=True, slots=True)
class Table:
    """Letters (rows) by rules that cost something (columns), and their outcomes."""

    rules: tuple[str, ...]
    counts: Counts
    back: Flags
    shipped: Costs


def table(letters: Sequence[Record], ruleset: RuleSet) -> Table:
    """Return letters as numbers; what rules found that cost nothing, or are not known, is left out.

    A rule that costs nothing is there to tell something, so it is never given a cost.
    """
    known = {one.id: one.cost for one in ruleset.rules if _costs(one.cost)}
    rules = tuple(sorted(known))
    at = {rule: place for place, rule in enumerate(rules)}
    counts = np.zeros((len(letters), len(rules)), dtype=np.int64)
    for row, letter in enumerate(letters):
        for rule, number in letter.spoke:
            if rule in at:
                counts[row, at[rule]] = number
    back = np.array([one.back for one in letters], dtype=np.bool_)
    return Table(rules, counts, back, _arrays(rules, known))


def _costs(cost: Cost) -> bool:
    return cost.each > 0 and cost.most > 0


def _arrays(rules: Sequence[str], known: Mapping[str, Cost]) -> Costs:
    each = np.array([known[rule].each for rule in rules], dtype=np.int64)
    most = np.array([known[rule].most for rule in rules], dtype=np.int64)
    return Costs(each, most)
