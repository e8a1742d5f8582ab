"""Matches to findings: spans and messages for the user."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten

from appeal_lint.i18n import ENGLISH, tongue
from appeal_lint.model.draft import Draft
from appeal_lint.model.pattern import Fact, Match, Value, flat
from appeal_lint.model.report import Finding
from appeal_lint.model.rule import Rule, RuleSet
from appeal_lint.model.statement import Statement

LONGEST_QUOTE = 80
"""Characters of the draft that a message repeats."""
COUNTED = ("words", "promised", "finished", "measures_in_force")
"""Numbers of the document fact that a message may hold."""


def describe(
    matches: Iterable[Match],
    facts: Sequence[Fact],
    draft: Draft,
    statements: Sequence[Statement],
    ruleset: RuleSet,
) -> tuple[Finding, ...]:
    """Return the findings in order of place, then rule id; those on the whole draft come first.

    A finding underlines the marked words where its rule asks for a mark, else the
    whole statement. Of the same rule on the same statement only one is kept (for
    `once: issue` one for each issue), and of `once: issue` and `once: draft` the first by place.
    """
    by_id = {fact["id"]: fact for fact in facts}
    document = next(fact for fact in facts if fact["kind"] == "document")
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
        words = _words(bound, statement, document, ruleset)
        found.append(_finding(rule, statement, draft, words))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _statement(bound: Sequence[Fact], stated: Mapping[int, Statement]) -> Statement | None:
    for fact in bound:
        if fact["kind"] != "document":
            return stated[int(fact.get("statement", fact["id"]))]
    return None


def _place(
    match: Match, by_id: Mapping[Value, Fact], stated: Mapping[int, Statement]
) -> tuple[str, int, tuple[int, ...]]:
    statement = _statement([by_id[number] for number in match.facts], stated)
    return match.rule, statement.start if statement else -1, match.facts


def _once(rule: Rule, bound: Sequence[Fact], statement: Statement | None) -> object:
    """Return what a second finding of the rule must differ in."""
    if rule.once == "draft" or statement is None:
        return None
    return _issue(bound) or statement.id if rule.once == "issue" else statement.id


def _issue(bound: Sequence[Fact]) -> str:
    """Return the issue that the match is about, or nothing where it is about no one issue."""
    return next((str(fact["issue"]) for fact in bound if "issue" in fact), "")


def _finding(
    rule: Rule, statement: Statement | None, draft: Draft, words: Mapping[str, Value]
) -> Finding:
    start, end = _span(rule, statement)
    quote = draft.source[start:end]
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=rule.severity,
        message=rule.message.format_map({**words, "quote": _short(quote)}),
        why=rule.why,
        advice=rule.advice,
        like=rule.like,
        quote=quote,
        start=start,
        end=end,
        statement=statement.id if statement else None,
        page=rule.page,
    )


def _span(rule: Rule, statement: Statement | None) -> tuple[int, int]:
    if statement is None:
        return 0, 0
    wanted = _marks(rule)
    spans = [(one.start, one.end) for one in statement.marks if {one.name, "any"} & wanted]
    return min(spans, default=(statement.start, statement.end))


def _marks(rule: Rule) -> set[str]:
    """Return the marks that the rule's statement must have one of; `any` for any mark."""
    tests = rule.compiled.patterns[0].tests
    asked = {
        one.field
        for test in tests
        for one in flat(test)
        if one.operator == "is" and one.value is True
    }
    marks = {field.removeprefix("mark_") for field in asked if field.startswith("mark_")}
    return marks | ({"any"} if "any_mark" in asked else set())


def _words(
    bound: Sequence[Fact], statement: Statement | None, document: Fact, ruleset: RuleSet
) -> dict[str, Value]:
    """Return what the placeholders of a message stand for, all but the quote."""
    known = ruleset.vocabulary.measures
    issues = [_issue_title(one, ruleset) for one in statement.issues] if statement else []
    measures = [known[one].title for one in statement.measures] if statement else []
    issue = _issue(bound)
    comma = tongue(ruleset.language).say(", ")
    return {
        "issue": _issue_title(issue, ruleset) if issue else comma.join(issues),
        "issues": comma.join(issues),
        "measure": measures[0] if measures else "",
        "measures": comma.join(measures),
        **{name: document[name] for name in COUNTED},
    }


def _issue_title(issue: str, ruleset: RuleSet) -> str:
    """Return what an issue is called inside a sentence."""
    title = ruleset.vocabulary.issues[issue].title
    return title.lower() if ruleset.language == ENGLISH else title


def _short(quote: str) -> str:
    """Return the quote on one line, cut after a word; cut in a word that alone is too long."""
    line = " ".join(quote.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    cut = shorten(quote, LONGEST_QUOTE, placeholder=" …")
    return cut if cut != "…" else line[: LONGEST_QUOTE - 2] + " …"
