"""The plain engine: tries every way of binding a rule's patterns to facts."""

from collections.abc import Iterator, Sequence

from appeal_lint.model.pattern import AnyOf, CompiledRule, Fact, Match, Pattern, Ref, Test, holds

Bound = tuple[Fact, ...]
Joins = list[Test | AnyOf]


class ReferenceEngine:
    """Judges in plain Python, with no index and no state."""

    name = "reference"

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = tuple(rules)

    def judge(self, facts: Sequence[Fact]) -> tuple[Match, ...]:
        """Return each way in which a rule holds, sorted."""
        return tuple(sorted({match for rule in self._rules for match in _matches(rule, facts)}))


def _matches(rule: CompiledRule, facts: Sequence[Fact]) -> Iterator[Match]:
    wanted = [_candidates(one, facts) for one in rule.patterns if not one.absent]
    barred = [_candidates(one, facts) for one in rule.patterns if one.absent]
    if any(found and not joins for found, joins in barred):
        return
    for bound in _bindings(wanted, ()):
        if not any(_joined(found, joins, bound) for found, joins in barred):
            yield Match(rule.id, tuple(int(fact["id"]) for fact in bound))


def _candidates(pattern: Pattern, facts: Sequence[Fact]) -> tuple[list[Fact], Joins]:
    """Return the facts that fit as far as they alone can tell, and the tests still to hold."""
    joins = [one for one in pattern.tests if isinstance(one, Test) and isinstance(one.value, Ref)]
    alone = [one for one in pattern.tests if one not in joins]
    return [fact for fact in facts if all(holds(test, fact) for test in alone)], [*joins]


def _bindings(wanted: Sequence[tuple[list[Fact], Joins]], bound: Bound) -> Iterator[Bound]:
    if len(bound) == len(wanted):
        yield bound
        return
    for fact in _joined(*wanted[len(bound)], bound):
        yield from _bindings(wanted, (*bound, fact))


def _joined(found: Sequence[Fact], joins: Joins, bound: Bound) -> list[Fact]:
    return [fact for fact in found if all(holds(test, fact, bound) for test in joins)]
