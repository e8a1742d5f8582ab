"""Rows of letters that nobody wrote, for tests of what outcomes say."""

import json

import msgspec
import numpy as np
from appeal_lint.model.row import Row, RowElement, RowFinding
from appeal_lint.model.words import Element, Outcome, Severity, Status

FINDING = {
    "number": 1, "title": "A fault", "message": "It is wrong.", "why": "So.", "advice": "Mend it.",
    "quote": "", "start": 0, "end": 0, "line": 1, "column": 1,
}  # fmt: skip


def finding(rule):
    return RowFinding(rule=rule, severity=Severity.ERROR, **FINDING)


def row(name, back, rules=(), *, score=50, covered=(), **others):
    """Return a letter; `back` is None where the outcome is not known."""
    outcome = {True: Outcome.REINSTATED, False: Outcome.REJECTED, None: None}[back]
    elements = {
        one: RowElement(Status.COVERED, (1,)) if one in covered else RowElement(Status.MISSING)
        for one in Element
    }
    findings = tuple(map(finding, rules))
    path = f"{name}.txt"
    return Row(path, score, 80, False, elements, (), findings, outcome=outcome, **others)


def line(one):
    """Return a row as the line of a review, with a key that is not known yet."""
    return json.dumps({**msgspec.to_builtins(one), "later": [1]}) + "\n"


def letters(chance, number, rates, harm, *, start=0.0, name="letter"):
    """Return letters whose outcome hangs on the rules as `harm` says, in log-odds.

    Args:
        chance: a generator.
        number: how many.
        rates: by rule, how often it speaks.
        harm: by rule, how much worse the odds are where it speaks.
        start: the log-odds without any.

    """
    rules = list(rates)
    spoke = chance.random((number, len(rules))) < list(rates.values())
    times = chance.integers(1, 3, (number, len(rules)))
    made = []
    for at in range(number):
        said = [rule for rule, here in zip(rules, spoke[at], strict=True) if here]
        odds = start - sum(harm.get(rule, 0) for rule in said)
        found = [
            rule
            for rule, here, often in zip(rules, spoke[at], times[at], strict=True)
            if here
            for _ in range(often)
        ]
        back = bool(chance.random() < 1 / (1 + np.exp(-odds)))
        made.append(row(f"{name}-{at}", back, found, score=max(0, 100 - 4 * len(found))))
    return made
