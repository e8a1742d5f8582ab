"""The `when` of a rule to patterns that the engines judge."""

from collections.abc import Iterable

from appeal_lint.model.pattern import AnyOf, CompiledRule, Pattern, Ref, Test
from appeal_lint.model.rule import Tally
from appeal_lint.rulebook.schema import Plain, Range, Selector, When, Whole

_SCALARS = ("act", "agent", "section", "block")
_FLAGS = ("issue", "measure", "mark")


def selector_kind(selector: Selector) -> str:
    """Say which kind of fact a selector speaks of."""
    if selector.answers is not None:
        return "answer"
    if selector.issue is not None and {"each", "$issue"} & {str(one) for one in selector.issue}:
        return "topic"
    return "statement"


def selector_tests(selector: Selector) -> tuple[Test | AnyOf, ...]:
    """Return the tests of a selector, its kind first. `$issue` looks back to pattern 0."""
    kind = selector_kind(selector)
    tests: list[Test | AnyOf] = [Test("kind", "is", kind)]
    if selector.answers is not None:
        tests.append(Test("issue", "is", Ref(0, "issue")))
    tests.extend(_positive(selector, kind))
    if selector.not_ is not None:
        for field, values in _given(selector.not_):
            tests.extend(_negative(field, value) for value in values)
    return tuple(tests)


def _given(plain: Plain) -> Iterable[tuple[str, list[str]]]:
    for field in (*_SCALARS, "excuse", *_FLAGS):
        values = getattr(plain, field)
        if values is not None:
            yield field, [str(value) for value in values]


def _positive(selector: Selector, kind: str) -> Iterable[Test | AnyOf]:
    for field, values in _given(selector):
        if field == "issue" and kind == "topic":
            named = [value for value in values if value not in ("each", "$issue")]
            if "$issue" in values:
                yield Test("issue", "is", Ref(0, "issue"))
            if named:
                yield _any([Test("issue", "is", value) for value in named])
            continue
        if field == "excuse" and "any" in values:
            yield Test("excuse", "is_not", "none")
            continue
        yield _any([_positive_one(field, value) for value in values])


def _positive_one(field: str, value: str) -> Test:
    if field in _FLAGS:
        return Test(_flag(field, value), "is", True)
    return Test(field, "is", value)


def _negative(field: str, value: str) -> Test:
    if field in _FLAGS:
        return Test(_flag(field, value), "is_not", True)
    if field == "excuse" and value == "any":
        return Test("excuse", "is", "none")
    return Test(field, "is_not", value)


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
            yield _any([Test(field, "is", str(one)) for one in value])


def compile_rule(rule: str, when: When) -> tuple[CompiledRule, Tally | None]:
    """Return the compiled rule, and the tally that its `count` needs, if it has one."""
    patterns: list[Pattern] = []
    document: list[Test | AnyOf] = list(_document(when.document))
    tally = None
    if when.count is not None and when.statement is not None:
        tally = Tally(f"tally_{rule.replace('-', '_')}", Pattern(selector_tests(when.statement)))
        document.extend(_bounds(tally.name, when.count))
    elif when.statement is not None:
        patterns.append(Pattern(selector_tests(when.statement)))
    if document or not patterns:
        patterns.append(Pattern((Test("kind", "is", "document"), *document)))
    patterns.extend(Pattern(selector_tests(one), absent=True) for one in when.absent)
    return CompiledRule(rule, tuple(patterns)), tally
