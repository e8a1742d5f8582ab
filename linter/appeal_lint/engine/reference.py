"""The plain engine: tries every way of binding a rule's patterns to facts."""

from collections.abc import Iterator, Sequence

from appeal_lint.model.pattern import CompiledRule, Fact, Match, Pattern, holds


class ReferenceEngine:
    """Judges in plain Python, with no index and no state."""

    name = "reference"

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = tuple(rules)

    def judge(self, facts: Sequence[Fact]) -> tuple[Match, ...]:
        """Return each way in which a rule holds, sorted."""
        return tuple(sorted({match for rule in self._rules for match in _matches(rule, facts)}))


def _matches(rule: CompiledRule, facts: Sequence[Fact]) -> Iterator[Match]:
    wanted = [pattern for pattern in rule.patterns if not pattern.absent]
    barred = [pattern for pattern in rule.patterns if pattern.absent]
    for bound in _bindings(wanted, facts, ()):
        if not any(_fits(pattern, fact, bound) for pattern in barred for fact in facts):
            yield Match(rule.id, tuple(int(fact["id"]) for fact in bound))


def _bindings(
    wanted: Sequence[Pattern], facts: Sequence[Fact], bound: tuple[Fact, ...]
) -> Iterator[tuple[Fact, ...]]:
    if len(bound) == len(wanted):
        yield bound
        return
    for fact in facts:
        if _fits(wanted[len(bound)], fact, bound):
            yield from _bindings(wanted, facts, (*bound, fact))


def _fits(pattern: Pattern, fact: Fact, bound: tuple[Fact, ...]) -> bool:
    return all(holds(test, fact, bound) for test in pattern.tests)
