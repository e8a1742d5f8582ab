"""SARIF 2.1.0: findings for code scanning, editors, and whatever collects findings of programs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from appeal_lint.i18n import ENGLISH
from appeal_lint.model.installed import installed
from appeal_lint.model.report import Finding, Report
from appeal_lint.report.fingerprint import fingerprint
from appeal_lint.report.safe import escaped
from appeal_lint.report.sarif_rule import LEVELS, descriptor, message
from appeal_lint.report.uri import uri

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "appealLint/v1"

Shown = tuple[Report, Finding, str | None]
"""A finding, and why the user set it aside, if so."""


def render(reports: Sequence[Report]) -> str:
    """Return one log with one run for all letters, ending in a line end.

    Columns count Unicode characters. The rules are those that spoke. The score of a letter is
    with its artifact. A finding that the user set aside is there, suppressed, with the reason.
    """
    shown = [one for report in reports for one in _shown(report)]
    rules: dict[str, Finding] = {}
    for _, finding, _ in shown:
        rules.setdefault(finding.rule, finding)
    spoken = reports[0].language if reports else ENGLISH
    order = {rule: at for at, rule in enumerate(sorted(rules))}
    artifacts = {uri(one.draft.path): _artifact(one) for one in reports}
    run: dict[str, Any] = {
        "tool": {"driver": _driver([rules[one] for one in order], spoken)},
        "artifacts": list(artifacts.values()),
        "results": list(_results(shown, order, list(artifacts))),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
    }
    if reports:
        run["language"] = spoken[:2]
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def suppressed(report: Report) -> Iterable[tuple[Finding, str]]:
    """Return the findings that the user set aside, each with the reason given."""
    return [(one.finding, one.reason) for one in report.ignored]


def _shown(report: Report) -> Iterator[Shown]:
    for finding in report.findings:
        yield report, finding, None
    for finding, reason in suppressed(report):
        yield report, finding, reason


def _driver(rules: Iterable[Finding], language: str) -> dict[str, Any]:
    driver: dict[str, Any] = {"name": "appeal-lint"}
    if number := installed("appeal-lint"):  # not where it is run from its folder
        driver["version"] = number
    return {**driver, "rules": [descriptor(one, language) for one in rules]}


def _artifact(report: Report) -> dict[str, Any]:
    score = {"score": report.score.value, "minimum": report.minimum, "ready": report.ready}
    return {
        "location": {"uri": uri(report.draft.path)},
        "roles": ["analysisTarget"],
        "properties": score,
    }


def _results(
    shown: Iterable[Shown], order: dict[str, int], artifacts: list[str]
) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, str]] = Counter()
    for report, finding, reason in shown:
        mark = fingerprint(report, finding)
        seen[report.draft.path, mark] += 1
        result = {
            "ruleId": finding.rule,
            "ruleIndex": order[finding.rule],
            "level": LEVELS[finding.severity],
            "message": {"text": message(f"{finding.message} {finding.advice}")},
            "locations": [_location(report, finding, artifacts)],
            "partialFingerprints": {FINGERPRINT: f"{mark}:{seen[report.draft.path, mark]}"},
        }
        if reason is not None:
            result["suppressions"] = [{"kind": "external", "justification": reason}]
        yield result


def _location(report: Report, finding: Finding, artifacts: list[str]) -> dict[str, Any]:
    name = uri(report.draft.path)
    physical: dict[str, Any] = {"artifactLocation": {"uri": name, "index": artifacts.index(name)}}
    if not finding.whole:
        line, column = report.draft.place(finding.start)
        end_line, end_column = report.draft.place(finding.end)
        physical["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": finding.start,
            "charLength": finding.end - finding.start,
            "snippet": {"text": finding.quote},
        }
    return {"physicalLocation": physical}
