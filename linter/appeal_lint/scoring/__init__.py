"""Elements and points lost, each by name."""

from collections.abc import Iterable, Mapping, Sequence

from appeal_lint.model.pattern import Fact, Match, holds
from appeal_lint.model.report import ElementStatus, Finding, Loss, Score
from appeal_lint.model.rule import RuleSet
from appeal_lint.model.words import Element, Status

_WORST = (Status.COVERED, Status.WEAK, Status.MISSING)


def elements(
    matches: Iterable[Match], facts: Sequence[Fact], ruleset: RuleSet
) -> Mapping[Element, ElementStatus]:
    """Say how well each element is shown, and by which statements.

    A rule that matches may make its element weak or missing; what no rule speaks
    of is covered. All matches count, whatever rules the user has switched off.
    """
    status = dict.fromkeys(Element, Status.COVERED)
    for match in matches:
        made = ruleset.by_id[match.rule].element
        if made is not None and _WORST.index(made[1]) > _WORST.index(status[made[0]]):
            status[made[0]] = made[1]
    found = {}
    for element in Element:
        entry = ruleset.vocabulary.elements[element]
        shown = tuple(
            int(fact["id"])
            for fact in facts
            if fact["kind"] == "statement"
            and any(all(holds(test, fact) for test in pattern.tests) for pattern in entry.shown_by)
        )
        missing = status[element] is Status.MISSING
        found[element] = ElementStatus(
            status[element], entry.title, entry.ask, () if missing else shown
        )
    return found


def score(findings: Iterable[Finding], ruleset: RuleSet) -> Score:
    """Return 100 minus the cost of each rule with findings, each rule capped; never below 0."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    losses = []
    for name, count in counts.items():
        rule = ruleset.by_id[name]
        points = min(rule.cost.each * count, rule.cost.most)
        if points:
            losses.append(Loss(name, rule.title, points, count))
    losses.sort(key=lambda loss: (-loss.points, loss.rule))
    return Score(max(0, 100 - sum(loss.points for loss in losses)), tuple(losses))
