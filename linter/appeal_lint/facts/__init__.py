"""Statements to facts: ids and closed words only, never the user's text.

Four kinds of fact: `statement` (one each), `topic` (one for each issue of a
statement), `answer` (one for each issue that a measure of a statement answers)
and `document` (one, always the last: absence is judged when it arrives).
"""

from collections.abc import Iterator, Sequence

from appeal_lint.model.draft import Draft
from appeal_lint.model.pattern import Fact, Value, holds
from appeal_lint.model.rule import RuleSet
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import Act, Agent, BlockKind, Case, Measure, Stance

IN_FORCE = frozenset({Act.COMPLETED, Act.ONGOING})


def gather(draft: Draft, statements: Sequence[Statement], ruleset: RuleSet) -> tuple[Fact, ...]:
    """Return the facts of a draft, the document fact last. Ids of statements are kept."""
    facts: list[Fact] = [_statement_fact(one) for one in statements]
    number = max((one.id for one in statements), default=0)
    for one in statements:
        for extra in _joined_facts(one, ruleset):
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


def _joined_facts(one: Statement, ruleset: RuleSet) -> Iterator[dict[str, Value]]:
    for issue in one.issues:
        yield {"kind": "topic", "statement": one.id, "issue": str(issue), **_base(one)}
    for name, entry in ruleset.vocabulary.issues.items():
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
    finished = [
        one
        for one in statements
        if one.act in IN_FORCE
        and one.measures
        and one.agent in (Agent.SELLER, Agent.CARRIER, Agent.NONE)
    ]
    promised = sum(one.act is Act.PROMISE and Measure.FBA not in one.measures for one in statements)
    document: dict[str, Value] = {
        "kind": "document",
        "words": sum(
            len(block.text.split()) for block in draft.blocks if block.kind is not BlockKind.HEADING
        ),
        "statements": len(statements),
        "finished": len(finished),
        "promised": promised,
        "measures_in_force": len({measure for one in finished for measure in one.measures}),
        "issues": len({issue for one in statements for issue in one.issues}),
        "case": str(_case(statements, ruleset)),
        "stance": str(_stance(statements)),
        "unfinished_plan": _unfinished(len(finished), promised),
    }
    for tally in ruleset.tallies:
        document[tally.name] = sum(
            all(holds(test, fact) for test in tally.pattern.tests) for fact in facts
        )
    return document


def _unfinished(finished: int, promised: int) -> str:
    if not promised:
        return "none"
    if not finished:
        return "all"
    return "most" if promised > finished else "some"


def _case(statements: Sequence[Statement], ruleset: RuleSet) -> Case:
    named = [issue for one in statements for issue in one.issues]
    kinds = [ruleset.vocabulary.issues[issue].case for issue in named]
    metric = any(mark.name.startswith("metric_") for one in statements for mark in one.marks)
    if metric or kinds.count(Case.PERFORMANCE) > kinds.count(Case.POLICY):
        return Case.PERFORMANCE
    return Case.POLICY if Case.POLICY in kinds else Case.UNKNOWN


def _stance(statements: Sequence[Statement]) -> Stance:
    marks = {mark.name for one in statements for mark in one.marks}
    if "declared_disaster" in marks:
        return Stance.DISASTER
    return Stance.DISPUTES if "dispute" in marks else Stance.ADMITS
