"""What Amazon asks of the figures of the user's marketplace, for a letter that names none."""

from appeal_lint.model.report import Report
from appeal_lint.model.words import Element, Status
from appeal_lint.report.page import Page


def write(page: Page, report: Report, element: Element, indent: int) -> None:
    """Write the targets under the element that asks which figure went wrong."""
    status = report.elements[element].status
    if element is not Element.METRIC or status is Status.COVERED:
        return
    if report.targets:
        page.line(page.say("Amazon asks for:"), indent=indent)
    for one in report.targets:
        page.line(
            page.say("{metric}: {target}.", metric=one.title, target=one.target),
            indent=indent,
            hang=2,
        )
