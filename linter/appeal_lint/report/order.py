"""The findings of a report as a person reads them."""

from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity


def ordered(report: Report) -> list[Finding]:
    """Return the findings in the order of their numbers."""
    return sorted(report.findings, key=lambda one: one.number)


def of(report: Report, severity: Severity) -> list[Finding]:
    """Return the findings of one severity."""
    return [one for one in report.findings if one.severity is severity]
