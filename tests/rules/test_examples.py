"""Each rule's examples are its tests: a bad one sets the rule off, a good one does not."""

from collections.abc import Callable

import pytest
from appeal_lint import draft, rulebook
from appeal_lint.engine import engine
from appeal_lint.language import Reader
from appeal_lint.lint import Linter
from appeal_lint.model.rule import Rule

RULES = rulebook.load().rules
Found = Callable[[str], frozenset[str]]


@pytest.fixture(scope="session")
def found() -> Found:
    """Return a function from a letter to the ids of the rules that it sets off."""
    ruleset = rulebook.load()
    linter = Linter(ruleset, Reader(), engine(None, [rule.compiled for rule in ruleset.rules]))

    def rules_of(letter: str) -> frozenset[str]:
        report = linter.lint(draft.from_text(letter, "example"))
        return frozenset(finding.rule for finding in report.findings)

    return rules_of


@pytest.mark.parametrize(
    ("rule", "letter", "fires"),
    [
        pytest.param(rule.id, letter, kind == "bad", id=f"{rule.id}-{kind}-{at}")
        for rule in RULES
        for kind, letters in (("bad", rule.examples.bad), ("good", rule.examples.good))
        for at, letter in enumerate(letters, 1)
    ],
)
def test_example(found: Found, rule: str, letter: str, fires: bool) -> None:
    assert (rule in found(letter)) is fires


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_model_sentence_is_no_promise_and_no_excuse(found: Found, rule: Rule) -> None:
    wrong = {other.id for other in RULES if other.family in ("promises", "excuses", "tone")}
    assert not wrong & found(rule.like)
