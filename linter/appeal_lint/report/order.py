"""In which order a person reads the findings."""

from collections.abc import Iterator

from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity


def ordered(report: Report) -> list[Finding]:
    """Return errors by points lost, then warnings, then notes.

    Errors of one rule stay together. Within a rule, and among warnings and notes, they go
    by place; those on the whole letter come last.
    """
    points = {loss.rule: loss.points for loss in report.score.losses}
    return [
        *sorted(
            of(report, Severity.ERROR),
            key=lambda one: (-points.get(one.rule, 0), one.rule, *_place(one)),
        ),
        *sorted(of(report, Severity.WARNING), key=_place),
        *sorted(of(report, Severity.INFO), key=_place),
    ]


def of(report: Report, severity: Severity) -> list[Finding]:
    """Return the findings of one severity."""
    return [one for one in report.findings if one.severity is severity]


def numbered(findings: list[Finding]) -> Iterator[tuple[int, Finding]]:
    """Yield each finding with its number among those of its severity, from 1."""
    counts: dict[Severity, int] = {}
    for finding in findings:
        counts[finding.severity] = counts.get(finding.severity, 0) + 1
        yield counts[finding.severity], finding


def _place(finding: Finding) -> tuple[bool, int, int, str]:
    return finding.whole, finding.start, finding.end, finding.rule
