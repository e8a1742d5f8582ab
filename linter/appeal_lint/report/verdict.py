"""What a person wants to know first: ready or not, the score, and how much there is to do."""

from appeal_lint.i18n import Tongue, mark
from appeal_lint.model.report import Report
from appeal_lint.model.words import Severity
from appeal_lint.report import ignored
from appeal_lint.report.order import of
from appeal_lint.report.page import Page
from appeal_lint.report.set_aside import set_aside

READY = mark("READY TO SEND.")
NOT_READY = mark("NOT READY.")


def write(page: Page, report: Report) -> None:
    """Write the name of the draft, the verdict, how it was read, and what was not checked."""
    page.line((report.draft.path, "bold"))
    word, style = (READY, "bold green") if report.ready else (NOT_READY, "bold red")
    page.line((page.say(word), style), score(page, report))
    if report.limited:
        page.line(page.say("Only some rules were checked (--select, --ignore, configuration)."))
    page.line(page.say(meaning(report, len(of(report, Severity.ERROR)))))
    for note in report.draft.notes:
        page.line(page.say(note))
    ignored.write(page, report)
    for sentence in set_aside(report.draft, page):
        page.line(sentence)


def score(page: Page | Tongue, report: Report) -> str:
    """Return the score and how much there is to do, to be written behind the verdict."""
    counts = {one: len(of(report, one)) for one in Severity}
    found = [
        page.many(counts[Severity.ERROR], "{number} error", "{number} errors"),
        page.many(counts[Severity.WARNING], "{number} warning", "{number} warnings"),
    ]
    if counts[Severity.INFO]:
        found.append(page.many(counts[Severity.INFO], "{number} note", "{number} notes"))
    return page.say(
        " Score {score} of 100 (ready from {minimum}). {found}.",
        score=report.score.value,
        minimum=report.minimum,
        found=page.say(", ").join(found),
    )


def meaning(report: Report, errors: int) -> str:
    """Say what the verdict means for the user, in a sentence or two."""
    if report.ready and report.limited:
        return mark("What was checked is good. Check all rules before you send the letter.")
    if report.ready and not report.findings:
        return mark("Well done. I found nothing to mend.")
    if report.ready:
        return mark("You can send it. The points below would make it stronger.")
    if errors and report.score.value >= report.minimum:
        return mark("The score is good enough. But mend every error before you send the letter.")
    if errors:
        return mark("Do not send it yet. Start with the first error.")
    return mark("There is no error. But too many points are lost for now.")
