"""Elements and points lost, each by name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from appeal_lint.model.memory import Memory
from appeal_lint.model.pattern import Fact, Match, Value, fits
from appeal_lint.model.report import ElementStatus, Finding, Loss, Score
from appeal_lint.model.rule import RuleSet
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import Element, Status
from appeal_lint.scoring.order import ranked

KEPT = 4096
"""How many different facts are remembered."""
WORST = (Status.MISSING, Status.WEAK, Status.COVERED)


class Shows:
    """Says which elements a statement shows, by its fact; most letters have the same ones.

    Args:
        ruleset: has the patterns of the elements.

    """

    def __init__(self, ruleset: RuleSet) -> None:
        self._entries = [(one, ruleset.vocabulary.elements[one]) for one in Element]
        self._known: Memory[frozenset[tuple[str, Value]], frozenset[Element]] = Memory(KEPT, KEPT)

    def of(self, fact: Fact) -> frozenset[Element]:
        """Return the elements that a statement shows."""
        key = frozenset(one for one in fact.items() if one[0] != "id")
        found = self._known.get(key)
        if found is None:
            found = frozenset(
                name
                for name, entry in self._entries
                if any(fits(pattern, fact) for pattern in entry.shown_by)
            )
            self._known.keep(key, found)
        return found

    def forget(self) -> None:
        """Forget every fact."""
        self._known.forget()


def elements(
    matches: Iterable[Match],
    facts: Sequence[Fact],
    statements: Sequence[Statement],
    ruleset: RuleSet,
    shows: Shows | None = None,
) -> Mapping[Element, ElementStatus]:
    """Say how well each element is shown, and by which statements; all nine, always in one order.

    A rule that matches may make its element weak or missing; what no rule speaks
    of is covered. All matches count, whatever rules the user has switched off.

    Args:
        matches: the rules that hold.
        facts: those of the draft.
        statements: those of the draft.
        ruleset: has the elements.
        shows: what remembers which statements show what; nothing is remembered without it.

    """
    shows = shows or Shows(ruleset)
    made = {ruleset.by_id[match.rule].element for match in matches}
    known = {fact["id"]: fact for fact in facts}
    shown_by = [(one.id, shows.of(known[one.id])) for one in statements]
    found = {}
    for element in Element:
        entry = ruleset.vocabulary.elements[element]
        status = next((one for one in WORST if (element, one) in made), Status.COVERED)
        shown = tuple(number for number, names in shown_by if element in names)
        found[element] = ElementStatus(
            status, entry.title, entry.ask, () if status is Status.MISSING else shown
        )
    return found


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


def numbered(findings: Sequence[Finding], ruleset: RuleSet) -> tuple[Finding, ...]:
    """Return findings as they are, each with its number in the order of reading."""
    points = {loss.rule: loss.points for loss in score(findings, ruleset).losses}
    numbers = {id(one): at for at, one in enumerate(ranked(findings, points), 1)}
    return tuple(replace(one, number=numbers[id(one)]) for one in findings)
