"""The elements a letter must have, as a list to tick off."""

from appeal_lint.model.report import Report
from appeal_lint.model.words import Status
from appeal_lint.report import targets
from appeal_lint.report.page import Page

_WORDS = {
    Status.COVERED: ("OK", "✓", "+", "green"),
    Status.WEAK: ("WEAK", "~", "~", "yellow"),
    Status.MISSING: ("MISSING", "✗", "x", "bold red"),
}
_NOT_ASKED = ("NOT ASKED", "-", "-", "")
"""What this kind of letter need not have: a dispute no admission, a policy case no number."""
_WIDTH = 13


def write(page: Page, report: Report) -> None:
    """Write each element with its word; where it is weak or missing, also what to ask oneself."""
    page.title("What a strong letter has")
    for name, element in report.elements.items():
        word, sign, plain, style = _WORDS[element.status] if element.asked else _NOT_ASKED
        page.line(
            (f"{page.sign(sign, plain)} {word}".ljust(_WIDTH), style),
            element.title,
            indent=2,
            hang=_WIDTH,
        )
        if element.status is not Status.COVERED:
            page.line(element.ask, indent=2 + _WIDTH)
            targets.write(page, report, name, 2 + _WIDTH)
