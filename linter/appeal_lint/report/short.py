"""For who saves a file: one line a finding as in `compact`, then one line with the verdict."""

from collections.abc import Sequence

from appeal_lint.i18n import tongue
from appeal_lint.model.report import Report
from appeal_lint.report import compact, verdict
from appeal_lint.report.safe import safe


def render(reports: Sequence[Report]) -> str:
    """Return for each letter its findings, and then `path: READY TO SEND. Score …`."""
    return "".join(f"{compact.render([one])}{_last(one)}\n" for one in reports)


def _last(report: Report) -> str:
    speaker = tongue(report.language)
    word = speaker.say(verdict.READY if report.ready else verdict.NOT_READY)
    return safe(f"{report.draft.path}: {word}{verdict.score(speaker, report)}")
