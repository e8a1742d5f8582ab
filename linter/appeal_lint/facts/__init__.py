"""Statements to facts: ids and closed words only, never the user's text.

Four kinds of fact: `statement` (one each), `topic` (one for each issue of a
statement), `answer` (one for each issue of the draft that a measure of a statement answers)
and `document` (one, always the last: absence is judged when it arrives).
"""

from collections.abc import Collection, Iterator, Sequence

from appeal_lint.model.draft import Draft
from appeal_lint.model.pattern import Fact, Value, fits
from appeal_lint.model.rule import RuleSet
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import Act, Agent, BlockKind, Case, Measure, Stance

IN_FORCE = frozenset({Act.COMPLETED, Act.ONGOING})
"""Acts whose measures are at work."""
TOLD = frozenset({Act.ROOT_CAUSE, Act.ADMISSION, Act.OTHER})
"""Acts that tell what went wrong."""


def gather(draft: Draft, statements: Sequence[Statement], ruleset: RuleSet) -> tuple[Fact, ...]:
    """Return the facts of a draft, the document fact last. Ids of statements are kept."""
    facts: list[Fact] = [_statement_fact(one) for one in statements]
    number = max((one.id for one in statements), default=0)
    named = {issue for one in statements for issue in one.issues}
    for one in statements:
        for extra in _joined_facts(one, named, ruleset):
            number += 1
            facts.append({"id": number, **extra})
    facts.append({"id": number + 1, **_document_fact(draft, statements, ruleset, facts)})
    return tuple(facts)


def _base(one: Statement) -> dict[str, Value]:
    return {
        "act": str(one.act),
        "agent": str(one.agent),
        "section": str(one.section),
        "excuse": str(one.excuse or "none"),
        "block": str(one.block),
    }


def _statement_fact(one: Statement) -> Fact:
    fact: dict[str, Value] = {"id": one.id, "kind": "statement", **_base(one)}
    for field, words in (
        ("issue", one.issues),
        ("measure", one.measures),
        ("mark", {mark.name for mark in one.marks}),
    ):
        for word in sorted(words):
            fact[f"{field}_{word}"] = True
            fact[f"any_{field}"] = True
    return fact


def _joined_facts(
    one: Statement, named: Collection[str], ruleset: RuleSet
) -> Iterator[dict[str, Value]]:
    for issue in one.issues:
        yield {"kind": "topic", "statement": one.id, "issue": str(issue), **_base(one)}
    if not one.measures:
        return
    for name, entry in ruleset.vocabulary.issues.items():
        if name not in named:
            continue  # an answer is only ever joined to an issue of the draft
        measure = next((word for word in one.measures if word in entry.answered_by), None)
        if measure is not None:
            yield {
                "kind": "answer",
                "statement": one.id,
                "issue": name,
                "measure": str(measure),
                **_base(one),
            }


def _document_fact(
    draft: Draft, statements: Sequence[Statement], ruleset: RuleSet, facts: Sequence[Fact]
) -> dict[str, Value]:
    working = [one for one in statements if one.act in IN_FORCE]
    finished = sum(one.agent is Agent.SELLER and bool(one.measures) for one in working)
    promised = sum(
        one.act is Act.PROMISE and one.agent is Agent.SELLER and Measure.FBA not in one.measures
        for one in statements
    )
    document: dict[str, Value] = {
        "kind": "document",
        "words": sum(
            len(block.text.split()) for block in draft.blocks if block.kind is not BlockKind.HEADING
        ),
        "statements": len(statements),
        "finished": finished,
        "promised": promised,
        "measures_in_force": len({measure for one in working for measure in one.measures}),
        "issues": len({word for one in statements if one.act in TOLD for word in one.issues}),
        "case": str(_case(statements, ruleset)),
        "stance": str(_stance(statements)),
        "unfinished_plan": _unfinished(finished, promised),
    }
    for tally in ruleset.tallies:
        document[tally.name] = sum(fits(tally.pattern, fact) for fact in facts)
    return document


def _unfinished(finished: int, promised: int) -> str:
    if not promised:
        return "none"
    if not finished:
        return "all"
    return "most" if promised > finished else "some"


def _case(statements: Sequence[Statement], ruleset: RuleSet) -> Case:
    issues = ruleset.vocabulary.issues
    kinds = {issues[word].case for one in statements for word in one.issues}
    metric = any(mark.name.startswith("metric_") for one in statements for mark in one.marks)
    if metric or Case.PERFORMANCE in kinds:
        return Case.PERFORMANCE
    return Case.POLICY if Case.POLICY in kinds else Case.UNKNOWN


def _stance(statements: Sequence[Statement]) -> Stance:
    marks = {mark.name for one in statements for mark in one.marks}
    if "declared_disaster" in marks:
        return Stance.DISASTER
    return Stance.DISPUTES if "dispute" in marks else Stance.ADMITS
