"""Costs of rules made from outcomes: whole numbers, none below 0, and the same mean score."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from appeal_lint.outcomes.area import Flags, Numbers
from appeal_lint.outcomes.enough import SIDE
from appeal_lint.outcomes.folds import folds
from appeal_lint.outcomes.logistic import STEP, Fitted, fit, times
from appeal_lint.outcomes.points import Costs, Counts

PULLS = (300.0, 100.0, 30.0, 10.0, 3.0)
"""How strongly the costs as they are may hold on, the strongest first."""
INNER = 3
"""Parts into which the letters are cut to choose among these."""
HIGHEST = 100
"""Points. No rule can cost more."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Costs, and the regression that they were read from."""

    costs: Costs
    model: Fitted
    free: NDArray[np.bool_]
    """Which rules were weighed."""
    shipped: Costs

    def chances(self, counts: Counts) -> Numbers:
        """Return for each letter how likely its account comes back."""
        return self.model.chances(*_parts(counts, self.shipped, self.free))


def weighable(counts: Counts) -> NDArray[np.bool_]:
    """Say of each rule whether enough letters have it and enough lack it."""
    having = (counts > 0).sum(axis=0)
    found: NDArray[np.bool_] = np.minimum(having, len(counts) - having) >= SIDE
    return found


def as_it_is(counts: Counts, back: Flags, shipped: Costs) -> Proposal:
    """Propose the costs that there are; only the chances are fitted."""
    return _proposal(counts, back, shipped, np.zeros(counts.shape[1], dtype=np.bool_))


def propose(counts: Counts, back: Flags, shipped: Costs) -> Proposal:
    """Propose the costs that fit the outcomes; shipped ones where a rule cannot be weighed.

    Args:
        counts: letters by rules.
        back: whether the account came back.
        shipped: the costs as they are, all above 0.

    """
    return _proposal(counts, back, shipped, weighable(counts))


def _proposal(counts: Counts, back: Flags, shipped: Costs, free: NDArray[np.bool_]) -> Proposal:
    fixed, parts = _parts(counts, shipped, free)
    weights = shipped.most[free] / STEP
    model = _fitted(fixed, parts, back, weights)
    had, has = times(parts, weights).sum() * STEP, times(parts, model.harm).sum()
    costs = _whole(model.harm * had / has, free, shipped) if has > 0 else shipped
    return Proposal(costs, model, free, shipped)


def _parts(counts: Counts, shipped: Costs, free: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Return what `fit` wants to know of letters: `fixed` and `parts`."""
    points = shipped.lost(counts).astype(np.float64)
    return points[:, ~free].sum(axis=1) / STEP, points[:, free] / shipped.most[free]


def _fitted(fixed: Numbers, parts: Numbers, back: Flags, weights: Numbers) -> Fitted:
    """Fit with the strongest pull that does about as well as any on letters left out.

    About as well is: worse than the best by no more than one standard error. So the costs move
    from where they are only as far as the outcomes clearly ask for.
    """
    if not len(weights):
        return fit(fixed, parts, back, weights, 0.0, least=0.0)
    losses = np.zeros((len(PULLS), len(back)))
    for held in folds(back, INNER, seed=0):
        kept, before = ~held, None
        for at, pull in enumerate(PULLS):
            before = fit(fixed[kept], parts[kept], back[kept], weights, pull, before)
            losses[at, held] = surprise(before.chances(fixed[held], parts[held]), back[held])
    more = losses - losses[int(losses.mean(axis=1).argmin())]
    near = more.mean(axis=1) <= more.std(axis=1) / np.sqrt(len(back))
    return fit(fixed, parts, back, weights, PULLS[int(near.argmax())])


def surprise(chances: Numbers, back: Flags) -> Numbers:
    """Return the log-loss of each letter, in nats."""
    lost: Numbers = -np.log(np.where(back, chances, 1 - chances))
    return lost


def _whole(most: Numbers, free: NDArray[np.bool_], shipped: Costs) -> Costs:
    """Return costs as whole points; one finding keeps its share of the most."""
    each_new, most_new = shipped.each.copy(), shipped.most.copy()
    rounded = np.clip(np.rint(most), 0, HIGHEST).astype(np.int64)
    share = shipped.each[free] / shipped.most[free]
    each = np.clip(np.rint(most * share), 1, HIGHEST).astype(np.int64)
    most_new[free] = rounded
    each_new[free] = np.minimum(each, rounded)
    return Costs(each_new, most_new)
