"""An engine that remembers what it judged."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from appeal_lint.engine.contract import Engine
from appeal_lint.model.memory import Memory
from appeal_lint.model.pattern import CompiledRule, Fact, Match, Ref, Value, flat

REMEMBERED = 64
"""How many drafts keep their matches: those of a letter before and after its last changes."""
MOST_FACTS = 20_000
"""How many facts all these drafts may have together."""

_Items = frozenset[tuple[str, Value]]


class Remembered:
    """Judges as another engine does, and once only where two drafts have the same facts.

    Of a number that rules only compare with others it is the same whether it is 412 or 413: so a
    word more in a letter mostly changes no fact.

    Args:
        engine: judges what is new.
        rules: what it judges by.

    """

    def __init__(self, engine: Engine, rules: Iterable[CompiledRule]) -> None:
        self.name = engine.name
        self._engine = engine
        self._asked = _asked(rules)
        self._known: Memory[tuple[_Items, ...], tuple[Match, ...]] = Memory(REMEMBERED, MOST_FACTS)

    def judge(self, facts: Sequence[Fact]) -> tuple[Match, ...]:
        """Return each way in which a rule holds, sorted."""
        key = tuple(
            self._rough(fact) if fact["kind"] == "document" else frozenset(fact.items())
            for fact in facts
        )
        found = self._known.get(key)
        if found is None:
            found = self._engine.judge(facts)
            self._known.keep(key, found, len(facts))
        return found

    def forget(self) -> None:
        """Forget every draft."""
        self._known.forget()

    def _rough(self, fact: Fact) -> _Items:
        """Return what rules can see of a fact: the fields that they ask for, numbers by steps."""
        found = {("id", fact["id"])}
        for field, steps in self._asked.items():
            value = fact.get(field)
            if value is None:
                continue
            if steps is not None and not isinstance(value, str):
                value = bisect_right(steps, value)
            found.add((field, value))
        return frozenset(found)


def _asked(rules: Iterable[CompiledRule]) -> Mapping[str, Sequence[int] | None]:
    """Return the fields that rules ask for, each with the numbers that it is compared to.

    None where more than such a comparison is asked of it.
    """
    numbers: dict[str, set[int]] = {}
    exact: set[str] = set()
    for test in (
        one
        for rule in rules
        for pattern in rule.patterns
        for any_of in pattern.tests
        for one in flat(any_of)
    ):
        value = test.value
        if isinstance(value, Ref):
            exact.update((test.field, value.field))
        elif test.operator in ("at_least", "less_than") and isinstance(value, int):
            numbers.setdefault(test.field, set()).add(value)
        else:
            exact.add(test.field)
    return {
        field: None if field in exact else sorted(numbers[field])
        for field in sorted(exact | numbers.keys())
    }
