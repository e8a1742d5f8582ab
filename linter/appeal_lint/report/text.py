"""The report for a person: verdict first, then what to mend, then the checklist."""

from appeal_lint.model.report import Report
from appeal_lint.report import checklist, finding, good, next_step, points, verdict
from appeal_lint.report.page import Page


def render(
    report: Report,
    *,
    width: int = 80,
    unicode: bool = True,
    color: bool = False,
    show_all: bool = False,
) -> str:
    """Return the report of one draft, ending in a line end.

    Args:
        report: what the linter found.
        width: columns to write to, at least 40.
        unicode: whether the stream can show more than ASCII.
        color: whether to write colours.
        show_all: whether to show every finding, or three of each rule.

    """
    page = Page(width, unicode, color, report.language)
    verdict.write(page, report)
    finding.write(page, report, show_all)
    checklist.write(page, report)
    points.write(page, report)
    good.write(page, report)
    next_step.write(page, report)
    return page.text()
