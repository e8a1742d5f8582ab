"""The JSON report, version 1: its shape is a promise to the outside."""

import json
from collections.abc import Sequence
from typing import Any

from appeal_lint.i18n import ENGLISH, tongue
from appeal_lint.model.report import Finding, Idle, Ignored, Report
from appeal_lint.report.safe import escaped
from appeal_lint.report.summary import by_rule

VERSION = 1


def render(
    reports: Sequence[Report],
    *,
    engine: str = "",
    statistics: bool = False,
    language: str = ENGLISH,
) -> str:
    """Return one JSON document for all drafts, ending in a line end.

    `start` and `end` count Unicode characters of the text as given (without a byte
    order mark); lines and columns count from 1. Where `counted` is `paragraphs`, the text is that
    of a document with a line for each paragraph. `engine` and `language` are the names to give
    where no draft could be judged.
    """
    document: dict[str, Any] = {
        "version": VERSION,
        "engine": reports[0].engine if reports else engine,
        "language": reports[0].language if reports else language,
        "drafts": [of_draft(one) for one in reports],
    }
    if statistics:
        document["statistics"] = by_rule(reports)
    return escaped(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def of_draft(report: Report) -> dict[str, Any]:
    """Return what JSON says of one draft, as a mapping to be encoded."""
    return {
        "path": report.draft.path,
        "language": report.language,
        "score": report.score.value,
        "minimum": report.minimum,
        "ready": report.ready,
        "elements": {
            str(name): {"status": str(one.status), "statements": list(one.statements)}
            for name, one in report.elements.items()
        },
        "targets": [
            {"name": one.name, "title": one.title, "target": one.target, "seen": one.seen}
            for one in report.targets
        ],
        "lost": [
            {"rule": one.rule, "points": one.points, "count": one.count}
            for one in report.score.losses
        ],
        "counted": str(report.draft.counted),
        "notes": [tongue(report.language).say(one) for one in report.draft.notes],
        "set_aside": [
            {"start": one.start, "end": one.end, "reason": tongue(report.language).say(one.reason)}
            for one in report.draft.asides
        ],
        "findings": [_finding(report, one) for one in report.findings],
        "ignored": [
            {**_finding(report, one.finding), "reason": one.reason, "ignored_by": _place(one)}
            for one in report.ignored
        ],
        "idle_ignores": [
            {"why": one.why, "rule": one.rule, "words": one.words, **_place(one)}
            for one in report.idle
        ],
    }


def _place(one: Ignored | Idle) -> dict[str, Any]:
    return {"file": one.name, "line": one.line}


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    line, column = report.draft.place(finding.start)
    end_line, end_column = report.draft.place(finding.end)
    return {
        "rule": finding.rule,
        "number": finding.number,
        "title": finding.title,
        "severity": str(finding.severity),
        "message": finding.message,
        "why": finding.why,
        "advice": finding.advice,
        "like": finding.like,
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "rewrite": finding.rewrite,
        "page": finding.page,
    }
