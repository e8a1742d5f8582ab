"""Facts, and the compiled form of a rule that both engines judge them by.

A fact is a flat mapping of ids and closed words, never of the user's text, so
that nothing a draft says can reach the engine's own code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = str | int | bool
Fact = Mapping[str, Value]
"""Always has `id` (int, unique in its draft) and `kind` (see `appeal_lint.facts`).

A flag is True or not there at all, never False.
"""

Operator = Literal["is", "is_not", "at_least", "less_than"]


@dataclass(frozen=True, slots=True)
class Ref:
    """The value of `field` in the fact bound by the positive pattern number `pattern`."""

    pattern: int
    field: str


@dataclass(frozen=True, slots=True)
class Test:
    """A comparison of one field. A field that the fact lacks fails every test but `is_not`."""

    __test__ = False  # not a test case, whatever pytest makes of the name

    field: str
    operator: Operator
    value: Value | Ref


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds where at least one of its tests holds; their values are never a `Ref`."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A fact that must be there, or must not (`absent`); all its tests hold for it.

    A `Ref` counts positive patterns only, from 0, and looks back, never ahead.
    """

    tests: tuple[Test | AnyOf, ...]
    absent: bool = False
    plain: frozenset[tuple[str, Value]] = field(init=False, repr=False, compare=False)
    """The fields that must have a certain value: `fits` compares them all at one look."""
    rest: tuple[Test | AnyOf, ...] = field(init=False, repr=False, compare=False)
    """The other tests."""

    def __post_init__(self) -> None:
        plain: list[tuple[str, Value]] = []
        rest: list[Test | AnyOf] = []
        for test in self.tests:
            if isinstance(test, Test) and test.operator == "is" and not isinstance(test.value, Ref):
                plain.append((test.field, test.value))
            else:
                rest.append(test)
        object.__setattr__(self, "plain", frozenset(plain))
        object.__setattr__(self, "rest", tuple(rest))


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule as the engines see it: it matches each way of binding its positive patterns
    to facts of one draft for which no absent pattern finds a fact. At least one is positive.
    """

    id: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A rule that holds, and the ids of the facts its positive patterns bound, in order."""

    rule: str
    facts: tuple[int, ...]


def flat(test: Test | AnyOf) -> tuple[Test, ...]:
    """Return the tests of which one must hold; a test alone is one of one."""
    return test.tests if isinstance(test, AnyOf) else (test,)


def fits(pattern: Pattern, fact: Fact) -> bool:
    """Say whether all tests of a pattern without a `Ref` hold for a fact."""
    return pattern.plain <= fact.items() and all(holds(test, fact) for test in pattern.rest)


def holds(test: Test | AnyOf, fact: Fact, bound: tuple[Fact, ...] = ()) -> bool:
    """Say whether a test holds for a fact, given the facts bound by earlier patterns."""
    if isinstance(test, AnyOf):
        return any(holds(one, fact, bound) for one in test.tests)
    value = test.value
    if isinstance(value, Ref):
        earlier = bound[value.pattern]
        if value.field not in earlier:
            return False
        value = earlier[value.field]
    if test.operator == "is_not":
        return test.field not in fact or fact[test.field] != value
    if test.field not in fact:
        return False
    if test.operator == "is":
        return fact[test.field] == value
    number = fact[test.field]
    if isinstance(number, str) or isinstance(value, str):
        return False
    return number >= value if test.operator == "at_least" else number < value
