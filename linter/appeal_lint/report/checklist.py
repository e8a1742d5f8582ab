"""The elements a letter must have, as a list to tick off."""

from rich.cells import cell_len

from appeal_lint.i18n import mark
from appeal_lint.model.report import Report
from appeal_lint.model.words import Status
from appeal_lint.report import targets
from appeal_lint.report.page import Page, padded

_WORDS = {
    Status.COVERED: (mark("OK"), "✓", "+", "green"),
    Status.WEAK: (mark("WEAK"), "~", "~", "yellow"),
    Status.MISSING: (mark("MISSING"), "✗", "x", "bold red"),
}
_NOT_ASKED = (mark("NOT ASKED"), "-", "-", "")
"""What this kind of letter need not have: a dispute no admission, a policy case no number."""


def write(page: Page, report: Report) -> None:
    """Write each element with its word; where it is weak or missing, also what to ask oneself."""
    page.title(page.say("What a strong letter has"))
    words = [page.say(one[0]) for one in (*_WORDS.values(), _NOT_ASKED)]
    width = max(map(cell_len, words)) + 4
    for name, element in report.elements.items():
        word, sign, plain, style = _WORDS[element.status] if element.asked else _NOT_ASKED
        shown = f"{page.sign(sign, plain)} {page.say(word)}"
        page.line((padded(shown, width), style), element.title, indent=2, hang=width)
        if element.status is not Status.COVERED:
            page.line(element.ask, indent=2 + width)
            targets.write(page, report, name, 2 + width)
