"""Elements and points lost, each by name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from appeal_lint.model.pattern import AnyOf, Fact, Match, Pattern, Ref, Test, Value, holds
from appeal_lint.model.report import ElementStatus, Finding, Loss, Score
from appeal_lint.model.rule import RuleSet
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import Element, Status

_Split = tuple[frozenset[tuple[str, Value]], tuple[Test | AnyOf, ...]]
WORST = (Status.MISSING, Status.WEAK, Status.COVERED)


def elements(
    matches: Iterable[Match],
    facts: Sequence[Fact],
    statements: Sequence[Statement],
    ruleset: RuleSet,
) -> Mapping[Element, ElementStatus]:
    """Say how well each element is shown, and by which statements; all nine, always in one order.

    A rule that matches may make its element weak or missing; what no rule speaks
    of is covered. All matches count, whatever rules the user has switched off.
    """
    made = {ruleset.by_id[match.rule].element for match in matches}
    known = {fact["id"]: fact for fact in facts}
    found = {}
    for element in Element:
        entry = ruleset.vocabulary.elements[element]
        patterns = [_split(pattern) for pattern in entry.shown_by]
        status = next((one for one in WORST if (element, one) in made), Status.COVERED)
        shown = tuple(one.id for one in statements if _shows(known[one.id], patterns))
        found[element] = ElementStatus(
            status, entry.title, entry.ask, () if status is Status.MISSING else shown
        )
    return found


def _split(pattern: Pattern) -> _Split:
    """Return the plain values that a pattern asks for, which one look compares, and the rest."""
    plain, rest = [], []
    for test in pattern.tests:
        if isinstance(test, Test) and test.operator == "is" and not isinstance(test.value, Ref):
            plain.append((test.field, test.value))
        else:
            rest.append(test)
    return frozenset(plain), tuple(rest)


def _shows(fact: Fact, patterns: Iterable[_Split]) -> bool:
    values = fact.items()
    return any(
        plain <= values and all(holds(test, fact) for test in rest) for plain, rest in patterns
    )


def score(findings: Iterable[Finding], ruleset: RuleSet) -> Score:
    """Return 100 minus the cost of each rule with findings, each rule capped; never below 0."""
    losses = []
    for name, count in Counter(finding.rule for finding in findings).items():
        rule = ruleset.by_id[name]
        points = min(rule.cost.each * count, rule.cost.most)
        if points:
            losses.append(Loss(name, rule.title, points, count))
    losses.sort(key=lambda loss: (-loss.points, loss.rule))
    return Score(max(0, 100 - sum(loss.points for loss in losses)), tuple(losses))
