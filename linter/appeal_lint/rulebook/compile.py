"""The `when` of a rule to patterns that the engines judge."""

from collections.abc import Iterable

from appeal_lint.model.pattern import AnyOf, CompiledRule, Pattern, Ref, Test
from appeal_lint.model.rule import Tally
from appeal_lint.rulebook.schema import Barred, Range, Selector, When, Whole

SCALARS = ("act", "agent", "section", "block", "excuse")
"""Fields of which a fact holds one value."""
FLAGS = ("issue", "measure", "mark")
"""Fields of which a fact holds a flag for each of its values."""


TALLY = "tally_"
"""What the names of tallies begin with."""


def tally_name(rule: str) -> str:
    """Return the name that the tally of a rule has in the document fact, by the rule's id."""
    return f"{TALLY}{rule.replace('-', '_')}"


def kind(selector: Selector) -> str:
    """Say which kind of fact a selector speaks of: statement, topic or answer."""
    if selector.answers is not None:
        return "answer"
    return "topic" if {"each", "$issue"} & set(selector.issue or ()) else "statement"


def given(selector: Selector | Barred) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield each field of a selector that has values, and the values."""
    for field in (*SCALARS, *FLAGS):
        values = getattr(selector, field)
        if values is not None:
            yield field, values


def pattern(selector: Selector, absent: bool = False) -> Pattern:
    """Compile a selector. `$issue` looks back to the first positive pattern."""
    of = kind(selector)
    tests: list[Test | AnyOf] = [Test("kind", "is", of)]
    if selector.answers is not None:
        tests.append(Test("issue", "is", Ref(0, "issue")))
    for field, values in given(selector):
        tests.extend(_wanted(field, values, of))
    if selector.not_ is not None:
        for field, values in given(selector.not_):
            tests.extend(_barred(field, value, of) for value in values)
    return Pattern(tuple(tests), absent=absent)


def _wanted(field: str, values: tuple[str, ...], of: str) -> Iterable[Test | AnyOf]:
    if field == "issue" and of == "topic":
        if "$issue" in values:
            yield Test("issue", "is", Ref(0, "issue"))
            return
        named = [Test("issue", "is", value) for value in values if value != "each"]
        if named:
            yield _any(named)
    elif field == "excuse" and "any" in values:
        yield Test("excuse", "is_not", "none")
    elif field in FLAGS:
        yield _any([Test(_flag(field, value), "is", True) for value in values])
    else:
        yield _any([Test(field, "is", value) for value in values])


def _barred(field: str, value: str, of: str) -> Test:
    if field == "excuse" and value == "any":
        return Test("excuse", "is", "none")
    if field in SCALARS or of == "topic":
        return Test(field, "is_not", value)
    return Test(_flag(field, value), "is_not", True)


def _flag(field: str, value: str) -> str:
    return f"any_{field}" if value == "any" else f"{field}_{value}"


def _any(tests: list[Test]) -> Test | AnyOf:
    return tests[0] if len(tests) == 1 else AnyOf(tuple(tests))


def _bounds(field: str, bounds: Range) -> Iterable[Test]:
    if bounds.at_least is not None:
        yield Test(field, "at_least", bounds.at_least)
    if bounds.less_than is not None:
        yield Test(field, "less_than", bounds.less_than)


def _document(whole: Whole | None) -> Iterable[Test | AnyOf]:
    if whole is None:
        return
    for field in type(whole).model_fields:
        value = getattr(whole, field)
        if isinstance(value, Range):
            yield from _bounds(field, value)
        elif value is not None:
            yield _any([Test(field, "is", one) for one in value])


def compile_rule(rule: str, when: When) -> tuple[CompiledRule, Tally | None]:
    """Return the compiled rule, and the tally that its `count` needs, if it has one."""
    patterns: list[Pattern] = []
    document = list(_document(when.document))
    tally = None
    if when.count is not None and when.statement is not None:
        tally = Tally(tally_name(rule), pattern(when.statement))
        document.extend(_bounds(tally.name, when.count))
    elif when.statement is not None:
        patterns.append(pattern(when.statement))
    if document or not patterns:
        patterns.append(Pattern((Test("kind", "is", "document"), *document)))
    patterns.extend(pattern(one, absent=True) for one in when.absent)
    return CompiledRule(rule, tuple(patterns)), tally
