"""What went with success: each rule and each element, and the score."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from appeal_lint.model.success import Effect, Rate, Success
from appeal_lint.model.words import Element
from appeal_lint.outcomes import area, shares
from appeal_lint.outcomes.enough import few_outcomes, few_sides
from appeal_lint.outcomes.record import Record
from appeal_lint.outcomes.titles import Titles


def success(
    letters: Sequence[Record], titles: Titles, *, unknown: int = 0, copies: int = 0
) -> Success:
    """Return what the outcomes of some letters say.

    Args:
        letters: those that count.
        titles: of the rules and elements in force.
        unknown: how many letters have no outcome.
        copies: how many are left out, since one that nearly says the same counts.

    Raises:
        MissingExtraError: scipy or statsmodels is not installed.

    """
    overall = _rate(letters)
    spoke = _spoke(letters)
    counts = {rule: one.of for rule, one in spoke.items()}
    always = {rule for rule, number in counts.items() if number == overall.of}
    few = few_outcomes(overall)
    effects = [
        _effect(rule, titles.rules.get(rule, rule), one, overall, few)
        for rule, one in sorted(spoke.items())
        if rule not in always
    ]
    for name in Element:
        having = _rate(one for one in letters if name in one.covered)
        if 0 < having.of < overall.of:
            made = _effect(str(name), titles.elements.get(name, str(name)), having, overall, few)
            effects.append(replace(made, element=True))
    scores = np.array([one.score for one in letters], dtype=np.float64)
    back = np.array([one.back for one in letters], dtype=np.bool_)
    return Success(
        overall,
        tuple(sorted(_corrected(effects), key=_order)),
        None if few else area.curve(scores, back),
        few,
        unknown,
        copies,
        never=len(titles.rules.keys() - spoke.keys()),
        always=len(always),
    )


def _rate(letters: Iterable[Record]) -> Rate:
    back = [one.back for one in letters]
    return Rate(sum(back), len(back))


def _spoke(letters: Iterable[Record]) -> dict[str, Rate]:
    """Return for each rule the letters in which it spoke."""
    found: dict[str, list[int]] = {}
    for letter in letters:
        for rule, _ in letter.spoke:
            counts = found.setdefault(rule, [0, 0])
            counts[0] += letter.back
            counts[1] += 1
    return {rule: Rate(back, of) for rule, (back, of) in found.items()}


def _effect(name: str, title: str, having: Rate, overall: Rate, few: bool) -> Effect:
    lacking = Rate(overall.back - having.back, overall.of - having.of)
    low, high = shares.interval(having, lacking)
    return Effect(
        name,
        False,
        title,
        having,
        lacking,
        having.share - lacking.share,
        low,
        high,
        shares.chance(having, lacking),
        1.0,
        few or few_sides(having, lacking),
    )


def _corrected(effects: Sequence[Effect]) -> list[Effect]:
    """Correct for all comparisons that are made; those of too few letters are not."""
    told = [one for one in effects if not one.few]
    values = shares.corrected([one.p for one in told])
    made = [replace(one, corrected=value) for one, value in zip(told, values, strict=True)]
    return [*made, *(one for one in effects if one.few)]


def _order(one: Effect) -> tuple[bool, float, float, float, bool, str]:
    return one.few, one.corrected, one.p, -abs(one.difference), one.element, one.name
