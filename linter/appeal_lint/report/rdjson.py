"""The diagnostic format of reviewdog (rdjson): findings as comments on a pull request."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from appeal_lint.model.draft import Draft
from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity
from appeal_lint.report.safe import escaped
from appeal_lint.report.told import told

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(reports: Sequence[Report]) -> str:
    """Return one DiagnosticResult for all letters, ending in a line end.

    Columns count bytes of UTF-8 from 1, as the format asks; the end is not part of the range.
    What is about the whole letter has no range.
    """
    document = {
        "source": {"name": "appeal-lint"},
        "diagnostics": [one for report in reports for one in _diagnostics(report)],
    }
    return escaped(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield {
            "message": "\n\n".join([finding.title, *told(report, finding)]),
            "location": {"path": report.draft.path, **_range(report.draft, finding)},
            "severity": _LEVELS[finding.severity],
            "code": {"value": finding.rule, **_address(finding)},
        }


def _address(finding: Finding) -> dict[str, Any]:
    """Return the address of the page of a rule, where it stands on a web site."""
    return {"url": finding.page} if finding.page and "://" in finding.page else {}


def _range(draft: Draft, finding: Finding) -> dict[str, Any]:
    if finding.whole:
        return {}
    return {
        "range": {"start": _position(draft, finding.start), "end": _position(draft, finding.end)}
    }


def _position(draft: Draft, offset: int) -> dict[str, int]:
    line, column = draft.place(offset)
    before = draft.source[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
