"""Which part of `when` did not hold, in the words of the rule file.

Works on the compiled rule, so that what is told is what was judged; each test is then named
by the field and the words that stand for it in YAML.
"""

from collections.abc import Iterable, Iterator, Sequence

from appeal_lint.model.pattern import AnyOf, Fact, Pattern, Ref, Test, fits, flat, holds
from appeal_lint.model.proof import Miss, Seen
from appeal_lint.model.rule import Rule, RuleSet
from appeal_lint.model.statement import Statement
from appeal_lint.rulebook.compile import FLAGS, TALLY, tally_name


def look(
    rule: Rule, ruleset: RuleSet, facts: Sequence[Fact], statements: Iterable[Statement]
) -> tuple[Seen, ...]:
    """Hold each statement, then the whole draft, against what a rule asks for.

    Args:
        rule: the rule.
        ruleset: the rules that it is judged with.
        facts: those of the draft.
        statements: those of the draft.

    """
    wanted = [one for one in rule.compiled.patterns if not one.absent]
    barred = [one for one in rule.compiled.patterns if one.absent]
    tally = next((one for one in ruleset.tallies if one.name == tally_name(rule.id)), None)
    asked = [one for one in wanted if _kind(one) != "document"]
    if tally is not None:
        asked = [tally.pattern]
    first = [fact for one in asked[:1] for fact in facts if fits(one, fact)]
    seen = []
    for statement in statements:
        own = [fact for fact in facts if fact.get("statement", fact["id"]) == statement.id]
        own = [fact for fact in own if fact["kind"] != "document"]
        misses = [miss for one in asked for miss in _least(one, own)]
        fitting = bool(asked) and not misses
        misses += [miss for one in barred for miss in _bars(one, own, first)]
        seen.append(Seen(statement, tuple(misses), fitting, own[0]))
    document = facts[-1]
    patterns = [one for one in wanted if _kind(one) == "document" and len(one.tests) > 1]
    misses = [miss for one in patterns for miss in _misses(one, document)]
    fitting = bool(patterns) and not misses
    bars = any(miss.part == "absent" for one in seen for miss in one.misses)
    return (*seen, Seen(None, tuple(misses), fitting, document, bool(barred) and not bars))


def _least(pattern: Pattern, facts: Sequence[Fact]) -> list[Miss]:
    """Return what is amiss in the fact of a statement that comes nearest to the pattern."""
    kind = _kind(pattern)
    fitting = [_misses(pattern, fact) for fact in facts if fact["kind"] == kind]
    if fitting:
        return min(fitting, key=len)
    # A statement that names no issue has no fact for `issue: each`.
    return [Miss("statement", "issue", ("each",), ()), *_misses(pattern, facts[0], skip="issue")]


def _misses(pattern: Pattern, fact: Fact, skip: str = "kind") -> list[Miss]:
    return [
        _miss(test, fact)
        for test in pattern.tests
        if not {"kind", skip} & {one.field for one in flat(test)} and not holds(test, fact)
    ]


def _bars(pattern: Pattern, facts: Sequence[Fact], first: Sequence[Fact]) -> Iterator[Miss]:
    """Yield that a statement is one that `absent` bars, if it is.

    Args:
        pattern: the absent one.
        facts: those of the statement.
        first: those of all statements that fit the rule's first pattern, for `$issue`.

    """
    joined = any(isinstance(one.value, Ref) for test in pattern.tests for one in flat(test))
    for fact in facts:
        bound = [(one,) for one in first] if joined else [()]
        if any(all(holds(test, fact, one) for test in pattern.tests) for one in bound):
            asked = tuple(_said(pattern, fact))
            yield Miss("absent", "", asked, (), barred=True)
            return


def _said(pattern: Pattern, fact: Fact) -> Iterator[str]:
    """Yield what of a fact makes it one that `absent` bars, as in `act completed`."""
    for test in pattern.tests:
        tests = flat(test)
        if tests[0].field == "kind" or tests[0].operator == "is_not":
            continue
        field, _ = _name(tests[0])
        if isinstance(tests[0].value, Ref):
            yield f"answers {fact['issue']}" if fact["kind"] == "answer" else f"issue {fact[field]}"
        else:
            held = next(one for one in tests if holds(one, fact))
            yield f"{field} {_name(held)[1] if field in FLAGS else fact[field]}"


def _miss(test: Test | AnyOf, fact: Fact) -> Miss:
    tests = flat(test)
    field, _ = _name(tests[0])
    words = tuple(_name(one)[1] for one in tests)
    first = tests[0]
    part = "document" if fact["kind"] == "document" else "statement"
    if field.startswith(TALLY):
        part, field = "count", ""
    if first.operator == "at_least":
        words = (f"at least {first.value}",)
    elif first.operator == "less_than":
        words = (f"less than {first.value}",)
    found = _found(first.field, field, fact)
    if (first.field, first.operator, first.value) == ("excuse", "is_not", "none"):
        return Miss(part, field, ("any",), found)
    return Miss(part, field, words, found, barred=first.operator == "is_not")


def _found(raw: str, field: str, fact: Fact) -> tuple[str, ...]:
    """Return the words that a fact has in a field."""
    if raw in fact and field not in FLAGS:
        return (str(fact[raw]),)
    if fact["kind"] != "statement":
        return (str(fact[field]),) if field in fact else ()
    return tuple(key.removeprefix(f"{field}_") for key in fact if key.startswith(f"{field}_"))


def _name(test: Test) -> tuple[str, str]:
    """Return the field and the word that stand for a test in YAML."""
    for flag in FLAGS:
        if test.field == f"any_{flag}":
            return flag, "any"
        if test.field.startswith(f"{flag}_"):
            return flag, test.field.removeprefix(f"{flag}_")
    return test.field, str(test.value)


def _kind(pattern: Pattern) -> object:
    """Return the kind of fact that a pattern speaks of; each names one."""
    return next(one.value for test in pattern.tests for one in flat(test) if one.field == "kind")
