"""Two shares compared: their difference, its interval, and how likely it is by chance."""

from collections.abc import Sequence

from appeal_lint.model.extras import load
from appeal_lint.model.success import Rate

EXTRA = "stats"


def interval(having: Rate, lacking: Rate) -> tuple[float, float]:
    """Return the 95 % interval of the difference of two shares, neither of no letter.

    Newcombe's hybrid score interval (his method 10): it keeps its promise with small numbers, and
    with shares of 0 and 1, where the usual interval has no width at all.
    """
    proportion = load("statsmodels.stats.proportion", EXTRA)
    low, high = proportion.confint_proportions_2indep(
        having.back, having.of, lacking.back, lacking.of, method="newcomb", compare="diff"
    )
    return float(low), float(high)


def chance(having: Rate, lacking: Rate) -> float:
    """Return how likely a difference as great is where the outcomes fall by chance.

    Fisher's exact test, two-sided. It asks nothing of how the letters came together, is never too
    sure, and is quick with any number. Barnard's test finds a little more in small tables, but
    takes minutes with thousands of letters.
    """
    stats = load("scipy.stats", EXTRA)
    table = [[one.back, one.of - one.back] for one in (having, lacking)]
    return min(1.0, float(stats.fisher_exact(table).pvalue))


def corrected(chances: Sequence[float]) -> list[float]:
    """Return each chance with the others in mind, by Holm's method.

    A person reads each sign by itself and acts on it, so one false sign is one too many. Holm keeps
    the likelihood of even one below 5 %, however rules and elements hang together; and they do:
    a rule that finds an element missing says the same as the element.
    """
    order = sorted(range(len(chances)), key=chances.__getitem__)
    found = [1.0] * len(chances)
    least = 0.0
    for rank, at in enumerate(order):
        least = max(least, min(1.0, (len(chances) - rank) * chances[at]))
        found[at] = least
    return found
