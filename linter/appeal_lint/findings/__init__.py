"""Matches to findings: spans and messages for the user."""

from collections.abc import Iterable, Mapping, Sequence

from appeal_lint.model.draft import Draft
from appeal_lint.model.pattern import AnyOf, Fact, Match, Test, Value
from appeal_lint.model.report import Finding
from appeal_lint.model.rule import Rule, RuleSet
from appeal_lint.model.statement import Statement

LONGEST_QUOTE = 80
"""Characters of the draft that a message repeats."""


def describe(
    matches: Iterable[Match],
    facts: Sequence[Fact],
    draft: Draft,
    statements: Sequence[Statement],
    ruleset: RuleSet,
) -> tuple[Finding, ...]:
    """Return the findings in order of place, then rule id; those on the whole draft come first.

    A finding underlines the marked words where its rule asks for a mark, else the
    whole statement. A rule speaks once for a statement, and as seldom as `once` says.
    """
    by_id = {fact["id"]: fact for fact in facts}
    stated = {one.id: one for one in statements}
    seen: set[tuple[str, object]] = set()
    found: list[Finding] = []
    for match in sorted(matches, key=lambda one: _place(one, by_id, stated)):
        rule = ruleset.by_id[match.rule]
        bound = [by_id[number] for number in match.facts]
        statement = _statement(bound, stated)
        key = (rule.id, _once(rule, bound, statement))
        if key in seen:
            continue
        seen.add(key)
        found.append(_finding(rule, bound, statement, facts[-1], draft, ruleset))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _statement(bound: Sequence[Fact], stated: Mapping[int, Statement]) -> Statement | None:
    for fact in bound:
        if fact["kind"] != "document":
            return stated.get(int(fact.get("statement", fact["id"])))
    return None


def _place(
    match: Match, by_id: Mapping[Value, Fact], stated: Mapping[int, Statement]
) -> tuple[str, int, tuple[int, ...]]:
    statement = _statement([by_id[number] for number in match.facts], stated)
    return match.rule, statement.start if statement else -1, match.facts


def _once(rule: Rule, bound: Sequence[Fact], statement: Statement | None) -> object:
    if rule.once == "draft":
        return "draft"
    if rule.once == "issue":
        return next((fact["issue"] for fact in bound if "issue" in fact), None)
    return statement.id if statement else "draft"


def _finding(
    rule: Rule,
    bound: Sequence[Fact],
    statement: Statement | None,
    document: Fact,
    draft: Draft,
    ruleset: RuleSet,
) -> Finding:
    start, end = _span(rule, statement)
    quote = draft.source[start:end] if statement else ""
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=rule.severity,
        message=rule.message.format_map(_words(bound, statement, quote, document, ruleset)),
        why=rule.why,
        advice=rule.advice,
        like=rule.like,
        quote=quote,
        start=start,
        end=end,
        statement=statement.id if statement else None,
    )


def _span(rule: Rule, statement: Statement | None) -> tuple[int, int]:
    if statement is None:
        return 0, 0
    wanted = _marks(rule)
    for mark in statement.marks:
        if mark.name in wanted:
            return mark.start, mark.end
    return statement.start, statement.end


def _marks(rule: Rule) -> set[str]:
    tests = rule.compiled.patterns[0].tests
    flat = [one for test in tests for one in (test.tests if isinstance(test, AnyOf) else (test,))]
    return {
        one.field.removeprefix("mark_")
        for one in flat
        if isinstance(one, Test) and one.field.startswith("mark_") and one.operator == "is"
    }


def _words(
    bound: Sequence[Fact],
    statement: Statement | None,
    quote: str,
    document: Fact,
    ruleset: RuleSet,
) -> dict[str, object]:
    issues, measures = ruleset.vocabulary.issues, ruleset.vocabulary.measures
    named = [issues[one].title.lower() for one in (statement.issues if statement else ())]
    done = [measures[one].title for one in (statement.measures if statement else ())]
    issue = next((str(fact["issue"]) for fact in bound if "issue" in fact), "")
    return {
        "quote": _short(quote),
        "issue": issues[issue].title.lower() if issue in issues else ", ".join(named),
        "measure": done[0] if done else "",
        "issues": ", ".join(named),
        "measures": ", ".join(done),
        **{name: document[name] for name in ("words", "promised", "finished", "measures_in_force")},
    }


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    if len(flat) <= LONGEST_QUOTE:
        return flat
    cut = flat[:LONGEST_QUOTE]
    return (cut[: cut.rfind(" ")] if " " in cut else cut) + " …"
