"""Whether proposed costs do better than shipped ones, on letters that did not make them."""

from collections.abc import Callable

import numpy as np

from appeal_lint.model.calibration import Trial
from appeal_lint.outcomes.area import Flags, Z, compared
from appeal_lint.outcomes.folds import folds
from appeal_lint.outcomes.points import Costs, Counts
from appeal_lint.outcomes.propose import Proposal, as_it_is, propose, surprise

FOLDS = 5
REPEATS = 4

Proposer = Callable[[Counts, Flags, Costs], Proposal]


def trial(counts: Counts, back: Flags, shipped: Costs, proposer: Proposer = propose) -> Trial:
    """Compare by cross-validation: all that makes a proposal is done anew without each part.

    The letters are cut into parts several times, each time otherwise; the figures are means over
    these. The interval is that of one cut, since more cuts bring no more letters.

    Args:
        counts: letters by rules.
        back: whether the account came back.
        shipped: the costs as they are.
        proposer: makes costs from some of the letters.

    """
    areas, losses = [], []
    for seed in range(1, REPEATS + 1):
        scores, lost = np.zeros((2, len(back))), np.zeros((2, len(back)))
        for held in folds(back, FOLDS, seed):
            for at, maker in enumerate((as_it_is, proposer)):
                made = maker(counts[~held], back[~held], shipped)
                scores[at, held] = made.costs.scores(counts[held])
                lost[at, held] = surprise(made.chances(counts[held]), back[held])
        areas.append(compared(scores[0], scores[1], back))
        losses.append(lost.mean(axis=1))
    one, other = np.mean([each.first for each in areas]), np.mean([each.second for each in areas])
    step = Z * np.sqrt(np.mean([each.error**2 for each in areas]))
    before, after = np.mean(losses, axis=0)
    return Trial(
        float(one),
        float(other),
        float(other - one),
        float(max(-1, other - one - step)),
        float(min(1, other - one + step)),
        float(before),
        float(after),
        FOLDS,
        REPEATS,
    )
