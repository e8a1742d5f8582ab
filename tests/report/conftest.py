from dataclasses import replace
from itertools import accumulate

import pytest
from appeal_lint.model.draft import Aside, Draft
from appeal_lint.model.report import ElementStatus, Finding, Loss, Report, Score
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import (
    Act,
    Agent,
    BlockKind,
    Element,
    Measure,
    Section,
    Severity,
    Status,
)
from appeal_lint.scoring.order import ranked


def make_draft(source, path="draft.txt", asides=()):
    starts = tuple(accumulate((len(row) for row in source.splitlines(True)), initial=0))
    return Draft(path, source, (), asides=tuple(asides), _lines=starts[:-1] or (0,))


def make_finding(draft, words="", rule="future-promise", severity=Severity.ERROR, nth=0, **more):
    start = end = 0
    if words:
        start = -1
        for _ in range(nth + 1):
            start = draft.source.index(words, start + 1)
        end = start + len(words)
    shape = {
        "title": f"Title of {rule}",
        "message": f"“{words}” is a promise." if words else "Something is not there.",
        "why": "Amazon trusts finished work.",
        "advice": f"Mend {rule} first.",
        "like": "We hired two men on 3 May.",
        "quote": words,
        "statement": 1 if words else None,
    }
    return Finding(rule=rule, severity=severity, start=start, end=end, **{**shape, **more})


def make_statement(draft, words, act=Act.COMPLETED, measures=(), heading=None):
    start = draft.source.index(words)
    return Statement(
        1, start, start + len(words), words, BlockKind.ITEM, heading, Section.NONE, act,
        Agent.SELLER, "a done thing", measures=tuple(Measure(one) for one in measures),
    )  # fmt: skip


def make_report(
    draft, findings=(), points=None, statements=(), status=None, minimum=80, not_asked=()
):
    points = points or {}
    order = {id(one): at for at, one in enumerate(ranked(findings, points), 1)}
    findings = [replace(one, number=order[id(one)]) for one in findings]
    losses = tuple(
        Loss(rule, f"Title of {rule}", lost, sum(one.rule == rule for one in findings))
        for rule, lost in sorted(points.items(), key=lambda item: -item[1])
    )
    value = max(0, 100 - sum(points.values()))
    status = status or {}
    elements = {
        one: ElementStatus(
            status.get(one, Status.COVERED),
            f"The {one.value} part",
            f"Where is the {one.value}?",
            () if one in not_asked else (1,),
        )
        for one in Element
    }
    error = any(one.severity is Severity.ERROR for one in findings)
    return Report(
        draft, "reference", tuple(statements), tuple(findings), elements, Score(value, losses),
        minimum, not error and value >= minimum,
    )  # fmt: skip


class Make:
    draft = staticmethod(make_draft)
    finding = staticmethod(make_finding)
    statement = staticmethod(make_statement)
    report = staticmethod(make_report)
    aside = Aside


@pytest.fixture(scope="session")
def make():
    return Make
