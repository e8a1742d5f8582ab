"""A logistic regression that only takes points away, and is pulled to the costs as they are."""

from dataclasses import dataclass

import numpy as np

from appeal_lint.model.extras import load
from appeal_lint.outcomes.area import Flags, Numbers

STEP = 10.0
"""Points that `Fitted.slope` is about; so all that is fitted is near 1."""
LEAST = 0.1
"""The least slope: ten points less are at least ten per cent worse odds. The costs as they are
stand for what is known of appeals, so they are never thought to say nothing at all."""
MOST = 20.0
"""The greatest slope, for outcomes that the score parts without fault."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The log-odds of an account coming back: `start - slope * fixed - parts @ harm`."""

    start: float
    slope: float
    """For `STEP` points of what keeps its costs."""
    harm: Numbers
    """For each rule that is weighed, how much it takes where it speaks as often as it counts."""

    def chances(self, fixed: Numbers, parts: Numbers) -> Numbers:
        """Return for each letter how likely its account comes back."""
        odds = self.start - self.slope * fixed - times(parts, self.harm)
        chances: Numbers = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        return chances


def times(rows: Numbers, values: Numbers) -> Numbers:
    """Return a matrix times a vector, in one thread.

    What numpy calls for `@` may share even small ones out to all cores; thousands of times in a
    row, on a busy machine, the threads wait for each other far longer than the work takes.
    """
    found: Numbers = np.einsum("ij,j->i", rows, values)
    return found


def fit(
    fixed: Numbers,
    parts: Numbers,
    back: Flags,
    weights: Numbers,
    pull: float,
    begin: Fitted | None = None,
    *,
    least: float = LEAST,
) -> Fitted:
    """Fit to outcomes.

    Args:
        fixed: of each letter the points, in `STEP`s, that it loses to rules that are not weighed.
        parts: letters by rules that are weighed: 0 where the rule is silent, 1 at its most.
        back: whether the account came back.
        weights: the most that each of these rules takes as it is, in `STEP`s.
        pull: how strongly the costs as they are hold on; the inverse variance of what is thought of
            a rule's harm around `slope * weights`.
        begin: where to start, such as what was fitted with another pull.
        least: the least slope.

    Raises:
        MissingExtraError: scipy is not installed.

    """
    optimize = load("scipy.optimize", "stats")
    hits = back.astype(np.float64)
    turned = np.ascontiguousarray(parts.T)

    def loss(values: Numbers) -> tuple[float, Numbers]:
        slope, harm = values[1], values[2:]
        odds = values[0] - slope * fixed - times(parts, harm)
        away = harm - slope * weights
        rest = 1 / (1 + np.exp(-np.clip(odds, -700, 700))) - hits
        slopes = np.concatenate(
            (
                [rest.sum(), -(fixed @ rest) - pull * (weights @ away)],
                pull * away - times(turned, rest),
            )
        )
        total = np.logaddexp(0, odds).sum() - hits @ odds + pull / 2 * (away @ away)
        return float(total), slopes

    if begin is None:
        begin = Fitted(0.0, 1.0, weights.copy())
    found = optimize.minimize(
        loss,
        np.concatenate(([begin.start, begin.slope], begin.harm)),
        jac=True,
        method="L-BFGS-B",
        bounds=[(-30, 30), (least, MOST), *[(0, 30)] * len(weights)],
        options={"maxiter": 500},
    ).x
    return Fitted(float(found[0]), float(found[1]), found[2:])
