"""durable-rules, held the way that it works.

What was measured of version 2.0.28 and is kept here: one Host for the process,
without its threads; facts asserted one at
a time, never in a batch (which drops facts and crashes); the document fact last,
since absence is judged when it arrives; positive patterns before absent ones;
the state of each draft deleted, or 1.6 MB of it stay. Its state is not shared
between threads safely, so one draft is judged at a time.

An absent pattern never looks at a fact that the same rule has bound: so each fact
is asserted a second time, as its shadow, and absent patterns look at shadows only.
"""

import itertools
import threading
from collections.abc import Callable, Sequence
from typing import Any

from durable.engine import Host, MessageNotHandledException

from appeal_lint.model.pattern import AnyOf, CompiledRule, Fact, Match, Pattern, Ref, Test

SEEN = "document-seen"
"""A rule that every draft meets: deleting the state of a draft crashes the process where
no draft has met a rule yet."""

_lock = threading.Lock()
_host: Any = None
_rulesets: dict[tuple[CompiledRule, ...], str] = {}
_hits: list[Match] = []
_drafts = itertools.count()


class _QuietHost(Host):  # type: ignore[misc]  # the package has no type hints
    """A Host without its two timer threads.

    They finish what was left undone in the queue and run rules of time; we have
    neither. On a busy machine they take up a draft that is being judged, and rules
    fire twice, not at all, or with "Could not complete and start action" (307).
    """

    def _run(self) -> None:
        """Start no thread."""


class DurableEngine:
    """Judges by durable-rules. Every engine of the process shares one Host."""

    name = "durable"

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        key = tuple(rules)
        self._barred = {
            test.value
            for rule in key
            for pattern in rule.patterns
            if pattern.absent
            for test in pattern.tests
            if isinstance(test, Test) and test.field == "kind"
        }
        with _lock:
            if key and key not in _rulesets:
                _rulesets[key] = _define(key)
            self._ruleset = _rulesets.get(key)

    def judge(self, facts: Sequence[Fact]) -> tuple[Match, ...]:
        """Return each way in which a rule holds, sorted."""
        if self._ruleset is None:
            return ()
        shadows = [_shadow(one) for one in facts if one["kind"] in self._barred]
        ordered = sorted(facts, key=lambda fact: fact["kind"] == "document")
        with _lock:
            _hits.clear()
            sid = f"draft-{next(_drafts)}"
            try:
                for fact in (*shadows, *ordered):
                    try:
                        _host.assert_fact(self._ruleset, {**fact, "sid": sid})
                    except MessageNotHandledException:  # no rule speaks of this fact
                        continue
            finally:
                _host.delete_state(self._ruleset, sid)
            return tuple(sorted(set(_hits)))


def _define(rules: tuple[CompiledRule, ...]) -> str:
    global _host  # noqa: PLW0603  (one for the process, see above)
    if _host is None:
        _host = _QuietHost()
    name = f"rules-{len(_rulesets)}"
    seen = {"all": [{"d": {"kind": "document"}}], "run": lambda context: None}
    _host.set_rulesets({name: {SEEN: seen, **{rule.id: _rule(rule) for rule in rules}}})
    return name


def _rule(rule: CompiledRule) -> dict[str, Any]:
    wanted = [pattern for pattern in rule.patterns if not pattern.absent]
    barred = [pattern for pattern in rule.patterns if pattern.absent]
    names = [f"c{at}" for at in range(len(wanted))]
    lines: list[dict[str, Any]] = [
        {name: _pattern(one)} for name, one in zip(names, wanted, strict=True)
    ]
    if barred and not any(_is_document(one) for one in wanted):
        lines.append({"d": _pattern(Pattern((Test("kind", "is", "document"),)))})
    lines += [{f"n{at}$not": _pattern(_shadowed(one))} for at, one in enumerate(barred)]
    return {"all": lines, "run": _report(rule.id, names)}


def _shadow(fact: Fact) -> Fact:
    return {**fact, "id": -int(fact["id"]), "kind": f"shadow-{fact['kind']}"}


def _shadowed(pattern: Pattern) -> Pattern:
    return Pattern(
        tuple(
            Test("kind", "is", f"shadow-{test.value}")
            if isinstance(test, Test) and test.field == "kind"
            else test
            for test in pattern.tests
        )
    )


def _is_document(pattern: Pattern) -> bool:
    return Test("kind", "is", "document") in pattern.tests


def _report(rule: str, names: list[str]) -> Callable[[Any], None]:
    def run(context: Any) -> None:
        _hits.append(Match(rule, tuple(int(getattr(context, name).id) for name in names)))

    return run


def _pattern(pattern: Pattern) -> dict[str, Any]:
    return {"$and": [_test(test) for test in pattern.tests]}


def _test(test: Test | AnyOf) -> dict[str, Any]:
    if isinstance(test, AnyOf):
        return {"$or": [_test(one) for one in test.tests]}
    value: Any = test.value
    if isinstance(value, Ref):
        value = {f"c{value.pattern}": value.field}
    if test.operator == "is_not":
        return {"$or": [{"$nex": {test.field: 1}}, {"$neq": {test.field: value}}]}
    if test.operator == "at_least":
        return {"$gte": {test.field: value}}
    if test.operator == "less_than":
        return {"$lt": {test.field: value}}
    return {test.field: value}
