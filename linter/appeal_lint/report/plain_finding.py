"""The findings as sentences, each counted and in the order in which to mend them."""

from collections import Counter

from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity
from appeal_lint.report.finding import MOST_OF_ONE_RULE
from appeal_lint.report.order import ordered
from appeal_lint.report.page import Page
from appeal_lint.report.words import in_paragraphs

ENDS = (".", "?", "!", "。", "？", "！")
"""Signs that end a sentence."""


def write(page: Page, report: Report, show_all: bool) -> None:
    """Write the findings, at most three of one rule unless all are asked for.

    A number belongs to its finding, whether those before it are shown or not.
    """
    found = ordered(report)
    total = Counter(one.rule for one in found)
    seen: Counter[str] = Counter()
    for finding in found:
        seen[finding.rule] += 1
        if show_all or seen[finding.rule] <= MOST_OF_ONE_RULE:
            _write(page, report, finding)
        more = total[finding.rule] - MOST_OF_ONE_RULE
        if not show_all and more > 0 and seen[finding.rule] == MOST_OF_ONE_RULE:
            page.gap()
            page.line(
                page.many(
                    more,
                    "{number} more finding of the rule {rule} is not shown. Show all with --all.",
                    "{number} more findings of the rule {rule} are not shown. Show all with --all.",
                    rule=finding.rule,
                )
            )


def ended(page: Page, title: str) -> str:
    """Return a title as a sentence; one that ends as a sentence stays as it is."""
    return title if title.endswith(ENDS) else page.say("{title}.", title=title)


def _write(page: Page, report: Report, finding: Finding) -> None:
    total = len(report.findings) + len(report.ignored)
    number = finding.number
    page.gap()
    page.line(
        page.blank.join(
            [
                page.say("Finding {number} of {total}.", number=number, total=total),
                _kind(page, finding),
                _place(page, report, finding),
                ended(page, finding.title),
            ]
        )
    )
    if not finding.whole and finding.quote not in finding.message:
        page.line(page.say("The words are: “{quote}”", quote=finding.quote))
    page.line(page.say("What is wrong: {message}", message=finding.message))
    page.line(page.say("Why: {why}", why=finding.why))
    page.line(page.say("What to do: {advice}", advice=finding.advice))
    page.line(page.say("A model sentence: “{like}”", like=finding.like))
    page.line(page.say("The rule is {rule}.", rule=finding.rule))


def _kind(page: Page, finding: Finding) -> str:
    match finding.severity:
        case Severity.ERROR:
            return page.say("Error.")
        case Severity.WARNING:
            return page.say("Warning.")
        case Severity.INFO:
            return page.say("Note.")


def _place(page: Page, report: Report, finding: Finding) -> str:
    if finding.whole:
        return page.say("The whole letter.")
    line, column = report.draft.place(finding.start)
    if in_paragraphs(report.draft):
        return page.say("Paragraph {number}, character {at}.", number=line, at=column)
    return page.say("Line {line}, column {column}.", line=line, column=column)
