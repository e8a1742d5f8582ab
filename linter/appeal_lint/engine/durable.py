"""durable-rules, held the way that it works.

What was measured of version 2.0.28, and is kept here:

- One Host for the process, without its threads; some hundreds of Hosts hang.
- Facts are asserted one at a time; the batch call drops facts and crashes.
- Absence is judged when the last pattern before the absent ones is met. So each draft
  ends with a closing message, and each rule with an absent pattern waits for it.
- The state of a draft is deleted, or 1.6 MB of it stay. That crashes where no draft has
  met a rule yet: so there is a rule that the closing message always meets.
- One rule never looks at the same fact twice, not even by an absent pattern. So facts are
  asserted once for each layer, and a pattern looks at a layer that none before it looks at.
- In a pattern with a join, an `$or` that holds makes it forget the tests after it. So what
  becomes an `$or` is written last.
- A join by `$neq` crashes the process: only equality joins, all that rule files can say.
- State is not shared between threads safely: one draft is judged at a time.
- Of more than 60 rules that one fact fires, some fail (error 303); more than 250 rules cannot
  be defined (108). So rules are judged in groups.
- A rule with some hundred patterns, or with many values to compare in one, cannot be defined
  (errors 108 and 113): `RulesTooLargeError`.
"""

import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import durable_rules_engine
from durable.engine import Host, MessageNotHandledException

from appeal_lint.engine.contract import RulesTooLargeError
from appeal_lint.i18n import mark
from appeal_lint.model.pattern import AnyOf, CompiledRule, Fact, Match, Pattern, Ref, Test, Value

CLOSING: dict[str, Any] = {"kind": "closing"}
"""The last message of every draft."""

GROUP = 55
"""Rules that are judged together."""

_lock = threading.Lock()
_host: Any = None
_rulesets: dict[tuple[CompiledRule, ...], "_Group"] = {}
_hits: list[Match] = []
_drafts = itertools.count(1)
_names = itertools.count(1)


class _QuietHost(Host):  # type: ignore[misc]  # the package has no type hints
    """A Host without its two timer threads.

    They finish what was left undone in the queue and run rules of time; we have
    neither. On a busy machine they take up a draft that is being judged, and rules
    fire twice, not at all, or with "Could not complete and start action" (307).
    """

    def _run(self) -> None:
        """Start no thread."""


class DurableEngine:
    """Judges by durable-rules. Every engine of the process shares one Host.

    Raises `ValueError` for a rule that joins by another operator than `is`, and
    `RulesTooLargeError` for rules that durable-rules cannot hold.
    """

    name = "durable"

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        for rule in rules:
            _check(rule)
        with _lock:
            self._groups = [
                _group(tuple(rules[at : at + GROUP])) for at in range(0, max(len(rules), 1), GROUP)
            ]

    def judge(self, facts: Sequence[Fact]) -> tuple[Match, ...]:
        """Return each way in which a rule holds, sorted."""
        with _lock:
            _hits.clear()
            for group in self._groups:
                group.judge(facts)
            return tuple(sorted(set(_hits)))


class _Group:
    """Some rules, under one name in the Host."""

    def __init__(self, name: str, rules: Sequence[CompiledRule]) -> None:
        self.name = name
        self._looked_at = {(_kind(one), layer) for rule in rules for one, layer in _layered(rule)}

    def judge(self, facts: Sequence[Fact]) -> None:
        """Assert the facts of one draft; what holds is added to `_hits`."""
        sid = f"draft-{next(_drafts)}"
        try:
            for number, message in enumerate((*self._messages(facts), CLOSING), start=1):
                try:
                    _host.assert_fact(self.name, {**message, "id": number, "sid": sid})
                except MessageNotHandledException:  # no rule speaks of this fact
                    continue
        except durable_rules_engine.error as fault:
            raise RulesTooLargeError(
                mark(
                    "durable-rules cannot judge by these rules ({fault}). Use --engine reference."
                ),
                fault=fault,
            ) from fault
        _host.delete_state(self.name, sid)

    def _messages(self, facts: Sequence[Fact]) -> Iterator[dict[str, Any]]:
        for fact in facts:
            layers = {layer for kind, layer in self._looked_at if kind in (fact["kind"], None)}
            for layer in sorted(layers):
                yield {**fact, "fact": fact["id"], "layer": layer}


def _group(rules: tuple[CompiledRule, ...]) -> _Group:
    if rules not in _rulesets:
        _rulesets[rules] = _Group(_define(rules), rules)
    return _rulesets[rules]


def _check(rule: CompiledRule) -> None:
    for pattern in rule.patterns:
        for test in pattern.tests:
            if isinstance(test, Test) and isinstance(test.value, Ref) and test.operator != "is":
                raise ValueError(f"{rule.id}: durable-rules cannot join by {test.operator}")


def _layered(rule: CompiledRule) -> list[tuple[Pattern, int]]:
    """Pair each pattern with its layer; positive patterns first, and the absent ones last."""
    wanted = [one for one in rule.patterns if not one.absent]
    barred = [one for one in rule.patterns if one.absent]
    return [
        (one, sum(_meet(one, earlier) for earlier in wanted[:at]))
        for at, one in enumerate((*wanted, *barred))
    ]


def _kind(pattern: Pattern) -> Value | None:
    """Return the only kind of fact that fits the pattern, where it names one."""
    for test in pattern.tests:
        if isinstance(test, Test) and (test.field, test.operator) == ("kind", "is"):
            return None if isinstance(test.value, Ref) else test.value
    return None


def _meet(one: Pattern, other: Pattern) -> bool:
    """Say whether one fact may fit both patterns, as far as their kinds tell."""
    kinds = {_kind(one), _kind(other)}
    return None in kinds or len(kinds) == 1


def _define(rules: tuple[CompiledRule, ...]) -> str:
    global _host  # noqa: PLW0603  (one for the process, see above)
    if _host is None:
        _host = _QuietHost()
    name = f"rules-{next(_names)}"
    closing = {"all": [{"closing": CLOSING}], "run": lambda context: None}
    defined = {"#closing": closing, **{rule.id: _rule(rule) for rule in rules}}
    try:
        _host.set_rulesets({name: defined})
    except durable_rules_engine.error as fault:
        raise RulesTooLargeError(
            mark(
                "durable-rules cannot hold these rules ({fault}); the largest is {rule}. "
                "Use --engine reference."
            ),
            fault=fault,
            rule=max(rules, key=_size).id,
        ) from fault
    return name


def _size(rule: CompiledRule) -> int:
    return sum(len(pattern.tests) + 1 for pattern in rule.patterns)


def _rule(rule: CompiledRule) -> dict[str, Any]:
    layered = _layered(rule)
    wanted = [_pattern(one, layer) for one, layer in layered if not one.absent]
    barred = [_pattern(one, layer) for one, layer in layered if one.absent]
    lines: list[dict[str, Any]] = [{f"c{at}": one} for at, one in enumerate(wanted)]
    if barred:
        lines.append({"closing": CLOSING})
        lines.extend({f"n{at}$not": one} for at, one in enumerate(barred))
    return {"all": lines, "run": _report(rule.id, len(wanted))}


def _report(rule: str, count: int) -> Callable[[Any], None]:
    def run(context: Any) -> None:
        bound = (getattr(context, f"c{at}") for at in range(count))
        _hits.append(Match(rule, tuple(int(message.fact) for message in bound)))

    return run


def _pattern(pattern: Pattern, layer: int) -> dict[str, Any]:
    tests = sorted(map(_test, pattern.tests), key=lambda test: "$or" in test)
    return {"$and": [{"layer": layer}, *tests]}


def _test(test: Test | AnyOf) -> dict[str, Any]:
    if isinstance(test, AnyOf):
        return {"$or": [_test(one) for one in test.tests]}
    value: Any = test.value
    if isinstance(value, Ref):
        value = {f"c{value.pattern}": value.field}
    if test.operator == "is_not" and value is True:
        return {"$nex": {test.field: 1}}  # a flag is true or not there
    if test.operator == "is_not":
        return {"$or": [{"$nex": {test.field: 1}}, {"$neq": {test.field: value}}]}
    if test.operator == "at_least":
        return {"$gte": {test.field: value}}
    if test.operator == "less_than":
        return {"$lt": {test.field: value}}
    return {test.field: value}
