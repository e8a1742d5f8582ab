"""What a person wants to know first: ready or not, the score, and how much there is to do."""

from appeal_lint.model.report import Report
from appeal_lint.model.words import Severity
from appeal_lint.report import ignored
from appeal_lint.report.order import of
from appeal_lint.report.page import Page
from appeal_lint.report.set_aside import set_aside
from appeal_lint.report.words import many


def write(page: Page, report: Report) -> None:
    """Write the name of the draft, the verdict, and what was not checked."""
    page.line((report.draft.path, "bold"))
    word, style = ("READY TO SEND", "bold green") if report.ready else ("NOT READY", "bold red")
    counts = {one: len(of(report, one)) for one in Severity}
    found = [many(counts[Severity.ERROR], "error"), many(counts[Severity.WARNING], "warning")]
    if counts[Severity.INFO]:
        found.append(many(counts[Severity.INFO], "note"))
    score = f"Score {report.score.value} of 100 (ready from {report.minimum})."
    page.line((f"{word}.", style), f" {score} {', '.join(found)}.")
    if report.limited:
        page.line("Only some rules were checked (--select, --ignore).")
    page.line(meaning(report, counts[Severity.ERROR]))
    ignored.write(page, report)
    for sentence in set_aside(report.draft):
        page.line(sentence)


def meaning(report: Report, errors: int) -> str:
    """Say what the verdict means for the user, in a sentence or two."""
    if report.ready and not report.findings:
        return "Well done. I found nothing to mend."
    if report.ready:
        return "You can send it. The points below would make it stronger."
    if errors and report.score.value >= report.minimum:
        return "The score is good enough. But mend every error before you send the letter."
    if errors:
        return "Do not send it yet. Start with the first error."
    return "There is no error. But too many points are lost for now."
