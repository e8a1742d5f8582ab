"""From how many letters on anything can be said.

Only sizes are looked at, never how the outcomes fall within them: who leaves out what has no
account that came back leaves out just the rules that matter most, and makes the tests untrue.
"""

from appeal_lint.model.success import Rate

SIDE = 10
"""Letters. With fewer that have a fault, or lack it, the interval is about as wide as all that can
be: for 5 of 10 against 50 of 100 it goes from -0.28 to 0.28."""
EACH = 5
"""Letters of either outcome. With fewer even the greatest difference can be chance."""


def few_sides(having: Rate, lacking: Rate) -> bool:
    """Say whether a comparison has too few letters on one side."""
    return min(having.of, lacking.of) < SIDE


def few_outcomes(overall: Rate) -> bool:
    """Say whether nothing can be compared at all."""
    return min(overall.back, overall.of - overall.back) < EACH or overall.of < 2 * SIDE
