"""What is to be said of one finding, for the formats that have room for sentences only."""

from appeal_lint.i18n import tongue
from appeal_lint.model.report import Finding, Report


def told(report: Report, finding: Finding) -> list[str]:
    """Return what is wrong, why, what to do, and a model sentence; each can stand alone."""
    say = tongue(report.language).say
    model = say("A model sentence: “{like}”", like=finding.like)
    return [finding.message, finding.why, finding.advice, model]
