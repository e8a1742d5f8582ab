"""The single step to take next."""

from textwrap import shorten

from appeal_lint.i18n import mark
from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity
from appeal_lint.report.order import ordered
from appeal_lint.report.page import Page
from appeal_lint.report.words import go_to

LONGEST = 60
"""Characters of the draft that are repeated, to find the place by."""
SEND = (
    mark("Check that every sentence is true."),
    mark("Attach the documents that your letter names, as PDF or pictures."),
    mark("Keep a copy of the letter and of the documents. Then send it."),
)


def write(page: Page, report: Report) -> None:
    """Write what to do now: mend the first thing, or send the letter."""
    page.title(page.say("Next step"))
    if report.ready:
        for step in SEND:
            page.line(page.say(step), indent=2)
        return
    first = first_to_mend(report)
    if first is None:
        page.line(page.say("Read the checklist again."), indent=2)
        return
    if first.whole:
        if first.title.endswith(("?", "？")):
            step = page.say("For the whole letter: {question}", question=first.title)
        else:
            step = page.say("For the whole letter: {title}.", title=first.title)
    else:
        quote = shorten(first.quote, LONGEST, placeholder=" …")
        step = go_to(page, report.draft, first.start, quote)
    page.line(step, indent=2)
    page.line(first.advice, indent=2)
    page.line(page.say("Then check the letter again."), indent=2)


def first_to_mend(report: Report) -> Finding | None:
    """Return the first error; where there is none, the finding whose rule costs most."""
    found = ordered(report)
    if found and found[0].severity is Severity.ERROR:
        return found[0]
    costly = [loss.rule for loss in report.score.losses[:1]]
    return next((one for one in found if one.rule in costly), found[0] if found else None)
