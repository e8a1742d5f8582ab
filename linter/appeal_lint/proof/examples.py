"""The examples of rules, as tests: the one place that says what an example means."""

from collections.abc import Iterator
from dataclasses import replace

from appeal_lint import draft, facts
from appeal_lint.lint import Linter
from appeal_lint.model.errors import DraftError
from appeal_lint.model.proof import Example, Outcome, Proof, Sort
from appeal_lint.model.rule import Rule
from appeal_lint.proof.reasons import look
from appeal_lint.rulebook import UNWRITTEN

BARRED = frozenset({"promises", "excuses", "tone"})
"""Families of which no rule may find anything in a model sentence."""


def prove_rule(rule: Rule, linter: Linter) -> Proof:
    """Judge all examples of a rule by all rules of a linter that leaves none out."""
    outcomes = tuple(prove(one, linter) for one in examples_of(rule))
    return Proof(rule, outcomes, unwritten(rule))


def examples_of(rule: Rule) -> Iterator[Example]:
    """Yield the examples of a rule, the bad ones first, the model sentence last."""
    for sort, texts in (
        (Sort.BAD, rule.examples.bad),
        (Sort.GOOD, rule.examples.good),
        (Sort.LIKE, (rule.like,)),
    ):
        for number, text in enumerate(texts, 1):
            yield Example(rule.id, sort, number, text)


def prove(example: Example, linter: Linter) -> Outcome:
    """Judge an example by all rules of a linter that leaves none out."""
    try:
        report = linter.lint(draft.from_text(example.text, example.name))
    except DraftError as fault:
        return Outcome(example, unread=fault.said)
    ruleset = linter.ruleset
    found = frozenset(one.rule for one in report.findings)
    if example.sort is Sort.LIKE:
        wrong = found & {rule.id for rule in ruleset.rules if rule.family in BARRED}
    else:
        wrong = found & {example.rule} if example.sort is Sort.GOOD else frozenset()
    outcome = Outcome(example, found, wrong)
    if outcome.passed:
        return outcome
    rule = ruleset.by_id[min(wrong, default=example.rule)]
    known = facts.gather(report.draft, report.statements, ruleset)
    return replace(outcome, seen=look(rule, ruleset, known, report.statements))


def unwritten(rule: Rule) -> tuple[str, ...]:
    """Return the names of the fields that still say what a new rule file says of them."""
    texts = {
        "title": rule.title,
        "why": rule.why,
        "source": rule.source,
        "message": rule.message,
        "advice": rule.advice,
        "like": rule.like,
        **{f"bad {at}": text for at, text in enumerate(rule.examples.bad, 1)},
        **{f"good {at}": text for at, text in enumerate(rule.examples.good, 1)},
    }
    return tuple(name for name, text in texts.items() if text.startswith(UNWRITTEN))
