"""The area under the ROC curve, and the difference of two, by the method of DeLong."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from appeal_lint.model.success import Curve

Z = 1.959963984540054
"""How many standard errors to each side make 95 %."""

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two areas over the same letters; `error` is the standard error of `second - first`."""

    first: float
    second: float
    error: float


def curve(scores: Numbers, back: Flags) -> Curve | None:
    """Return the area with its 95 % interval.

    The interval is DeLong's, made on the logit scale so that it stays between 0 and 1. Where the
    outcomes are parted without fault DeLong's has no width; then the bound is the least area with
    which as many pairs of letters come out right in 1 of 40 cases.

    Args:
        scores: one of each letter, higher for better ones.
        back: whether its account came back.

    Returns:
        None where fewer than two letters have either outcome, or all scores are the same.

    """
    good, bad = scores[back], scores[~back]
    if min(len(good), len(bad)) < 2 or np.ptp(scores) == 0:
        return None
    area, over, under = _parts(good, bad)
    if area in (0.0, 1.0):
        bound = 0.025 ** (1 / min(len(good), len(bad)))
        return Curve(area, bound, 1.0) if area else Curve(area, 0.0, 1 - bound)
    error = float(np.sqrt(over.var(ddof=1) / len(good) + under.var(ddof=1) / len(bad)))
    logit, step = np.log(area / (1 - area)), Z * error / (area * (1 - area))
    low, high = 1 / (1 + np.exp(-np.clip((logit - step, logit + step), -700, 700)))
    return Curve(area, float(low), float(high))


def compared(first: Numbers, second: Numbers, back: Flags) -> Compared:
    """Return two areas over the same letters, at least two of either outcome."""
    one, over, under = _parts(first[back], first[~back])
    other, over_too, under_too = _parts(second[back], second[~back])
    spread = (over_too - over).var(ddof=1) / back.sum()
    spread += (under_too - under).var(ddof=1) / (~back).sum()
    return Compared(one, other, float(np.sqrt(spread)))


def _parts(good: Numbers, bad: Numbers) -> tuple[float, Numbers, Numbers]:
    """Return the area, and each letter's own part: of the others, how many it stands right to.

    By ranks (Sun and Xu), so that no pair of letters is looked at.
    """
    all = _ranks(np.concatenate((good, bad)))
    over = (all[: len(good)] - _ranks(good)) / len(bad)
    under = 1 - (all[len(good) :] - _ranks(bad)) / len(good)
    return float(over.mean()), over, under


def _ranks(values: Numbers) -> Numbers:
    """Return the rank of each value from 1 on, equal ones sharing their mean rank."""
    _, where, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Numbers = (np.cumsum(counts) - (counts - 1) / 2)[where]
    return ranks
