"""Proposes costs of rules from the outcomes of past letters. Nothing is changed by it."""

from collections.abc import Iterable

from appeal_lint.model.calibration import Calibration, Change, Trial, Verdict
from appeal_lint.model.row import Row
from appeal_lint.model.rule import Cost, RuleSet
from appeal_lint.model.success import Rate
from appeal_lint.outcomes.counter import Counter
from appeal_lint.outcomes.points import Costs, Table, table
from appeal_lint.outcomes.propose import propose, weighable
from appeal_lint.outcomes.trial import trial

FEW = 30
"""Letters of either outcome. With fewer, five parts have less than six of them each, and costs
that are right are hardly ever seen to be."""
READY = 80
"""The score from which a letter has enough points."""


def calibrate(rows: Iterable[Row], ruleset: RuleSet) -> Calibration:
    """Propose costs, and say whether they do better than those that the rules have.

    Args:
        rows: past letters, in any order; they are read once, one by one.
        ruleset: the rules, with the costs to compare with.

    Raises:
        MissingExtraError: scipy is not installed.

    """
    counter = Counter()
    for row in rows:
        counter.add(row)
    return of(counter, ruleset)


def of(counter: Counter, ruleset: RuleSet) -> Calibration:
    """Propose costs from letters that are counted already; the rest as in `calibrate`."""
    numbers = table(counter.letters(), ruleset)
    back = int(numbers.back.sum())
    overall = Rate(back, len(numbers.back))
    free = weighable(numbers.counts)
    if min(back, overall.of - back) < FEW or not free.any():
        return Calibration(Verdict.FEW, overall, counter.unknown, counter.copies)
    proposed = propose(numbers.counts, numbers.back, numbers.shipped).costs
    tried = trial(numbers.counts, numbers.back, numbers.shipped)
    return Calibration(
        _verdict(tried),
        overall,
        counter.unknown,
        counter.copies,
        int(free.sum()),
        _changes(numbers, proposed, ruleset),
        _ready(numbers, numbers.shipped),
        _ready(numbers, proposed),
        tried,
    )


def _verdict(tried: Trial) -> Verdict:
    better = tried.low > 0 and tried.proposed_loss < tried.shipped_loss
    return Verdict.BETTER if better else Verdict.NO_BETTER


def _ready(numbers: Table, costs: Costs) -> int:
    return int((costs.scores(numbers.counts) >= READY).sum())


def _changes(numbers: Table, proposed: Costs, ruleset: RuleSet) -> tuple[Change, ...]:
    spoke = (numbers.counts > 0).sum(axis=0)
    found = []
    for at, rule in enumerate(numbers.rules):
        was = ruleset.by_id[rule].cost
        now = Cost(int(proposed.each[at]), int(proposed.most[at]))
        if now != was:
            found.append(Change(rule, ruleset.by_id[rule].title, was, now, int(spoke[at])))
    return tuple(found)
