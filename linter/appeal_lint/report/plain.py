"""The report as sentences: for screen readers, braille lines and pipes.

No sign, no column and no colour carries a meaning; a line is one or a few whole sentences.
"""

from collections.abc import Sequence

from appeal_lint.model.report import Report
from appeal_lint.model.words import Severity, Status
from appeal_lint.report import good, ignored, plain_finding
from appeal_lint.report.next_step import SEND, first_to_mend
from appeal_lint.report.order import of
from appeal_lint.report.page import Page
from appeal_lint.report.set_aside import set_aside
from appeal_lint.report.summary import by_rule
from appeal_lint.report.verdict import meaning
from appeal_lint.report.words import go_to

UNWRAPPED = 10**9
"""Columns. Nothing is as wide, so no sentence is broken in two."""


def render(
    report: Report, *, width: int | None = None, unicode: bool = True, show_all: bool = False
) -> str:
    """Return the report of one draft, ending in a line end.

    Args:
        report: what the linter found.
        width: columns to write to, at least 40; without it no line is wrapped.
        unicode: whether the stream can show more than ASCII.
        show_all: whether to show every finding, or three of each rule.

    """
    page = Page(width or UNWRAPPED, unicode, language=report.language)
    _verdict(page, report)
    plain_finding.write(page, report, show_all)
    _checklist(page, report)
    _points(page, report)
    _good(page, report)
    _next_step(page, report)
    return page.text()


def summary(
    reports: Sequence[Report],
    *,
    statistics: bool = False,
    width: int | None = None,
    unicode: bool = True,
) -> str:
    """Return what to write after the last report; empty for one draft without statistics."""
    page = Page(width or UNWRAPPED, unicode, language=reports[0].language)
    if len(reports) > 1:
        ready = sum(one.ready for one in reports)
        page.gap()
        page.line(page.say("{number} letters were checked.", number=len(reports)))
        page.line(page.many(ready, "{number} letter is ready.", "{number} letters are ready."))
        page.line(
            page.many(
                len(reports) - ready,
                "{number} letter is not ready.",
                "{number} letters are not ready.",
            )
        )
    if statistics:
        page.title(page.say("Findings by rule."))
        counts = by_rule(reports)
        for rule, number in counts.items():
            page.line(
                page.many(
                    number, "{rule}: {number} finding.", "{rule}: {number} findings.", rule=rule
                )
            )
        total = sum(counts.values())
        page.line(page.many(total, "{number} finding in all.", "{number} findings in all."))
    return page.text()


def _verdict(page: Page, report: Report) -> None:
    path = report.draft.path
    if report.ready:
        page.line(page.say("The letter {path} is ready to send.", path=path))
    else:
        page.line(page.say("The letter {path} is not ready.", path=path))
    page.line(page.say("The score is {score} of 100.", score=report.score.value))
    page.line(page.say("A letter is ready from {minimum} points.", minimum=report.minimum))
    errors = len(of(report, Severity.ERROR))
    page.line(page.many(errors, "There is {number} error.", "There are {number} errors."))
    if warnings := len(of(report, Severity.WARNING)):
        page.line(page.many(warnings, "There is {number} warning.", "There are {number} warnings."))
    if notes := len(of(report, Severity.INFO)):
        page.line(page.many(notes, "There is {number} note.", "There are {number} notes."))
    if report.limited:
        page.line(page.say("Only some rules were checked (--select, --ignore, configuration)."))
    page.line(page.say(meaning(report, errors)))
    for note in report.draft.notes:
        page.line(page.say(note))
    ignored.write(page, report)
    for sentence in set_aside(report.draft, page):
        page.line(sentence)


def _checklist(page: Page, report: Report) -> None:
    page.title(page.say("What a strong letter has."))
    for one in report.elements.values():
        title = one.title
        if not one.asked:
            page.line(page.say("{title}: not asked of this letter.", title=title))
        elif one.status is Status.COVERED:
            page.line(page.say("{title}: covered.", title=title))
        elif one.status is Status.WEAK:
            page.line(page.say("{title}: weak. {ask}", title=title, ask=one.ask))
        else:
            page.line(page.say("{title}: missing. {ask}", title=title, ask=one.ask))


def _points(page: Page, report: Report) -> None:
    page.title(page.say("Where the points went."))
    losses = report.score.losses
    if not losses:
        page.line(page.say("No points are lost."))
        return
    for loss in losses:
        page.line(
            page.many(
                loss.points,
                "{number} point is lost to the rule {rule}: {title}",
                "{number} points are lost to the rule {rule}: {title}",
                rule=loss.rule,
                title=plain_finding.ended(page, loss.title),
            )
        )
    lost = sum(loss.points for loss in losses)
    page.line(page.many(lost, "{number} point is lost in all.", "{number} points are lost in all."))
    if lost > 100:
        page.line(page.say("The lowest score is 0."))


def _good(page: Page, report: Report) -> None:
    page.title(page.say("Already good."))
    elements = report.elements.values()
    covered = [one.title for one in elements if one.status is Status.COVERED and one.asked]
    done = good.measures(report)
    if len(covered) == len(elements) > 0:
        page.line(page.say("All parts of a strong letter are there."))
    elif covered:
        page.line(page.say("These parts are there: {parts}.", parts="; ".join(covered)))
    if done:
        names = ", ".join(page.say(good.NAMES[one]) for one in done)
        page.line(page.say("This work is finished: {names}.", names=names))
    if not covered and not done:
        page.line(page.say("You have a draft. That is a start."))


def _next_step(page: Page, report: Report) -> None:
    page.title(page.say("Next step."))
    if report.ready:
        for step in SEND:
            page.line(page.say(step))
        return
    first = first_to_mend(report)
    if first is None:
        page.line(page.say("Read the checklist again."))
        return
    if first.whole:
        title = plain_finding.ended(page, first.title)
        page.line(page.say("For the whole letter: {title}", title=title))
    else:
        page.line(go_to(page, report.draft, first.start, first.quote))
    page.line(first.advice)
    page.line(page.say("Then check the letter again."))
