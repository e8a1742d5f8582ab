"""The findings: what and where, why, what to do, and one sentence to learn from."""

from collections import Counter

from appeal_lint.i18n import mark
from appeal_lint.model.draft import Draft
from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity
from appeal_lint.report.excerpt import excerpt
from appeal_lint.report.order import ordered
from appeal_lint.report.page import DO, LIKE, WHAT, WHY, Page
from appeal_lint.report.words import where

MOST_OF_ONE_RULE = 3
MOST_LINES = 3
"""Lines of the draft shown for one finding."""

WORDS = {
    Severity.ERROR: (mark("ERROR"), "bold red"),
    Severity.WARNING: (mark("WARNING"), "bold yellow"),
    Severity.INFO: (mark("NOTE"), "bold blue"),
}
"""The word carries the meaning; the colour repeats it."""


def write(page: Page, report: Report, show_all: bool) -> None:
    """Write the findings, at most three of one rule unless all are asked for.

    A number belongs to its finding, whether those before it are shown or not: with it the user
    names the finding to `appeal-lint ignore`.
    """
    total = Counter(one.rule for one in report.findings)
    shown: Counter[str] = Counter()
    for finding in ordered(report):
        shown[finding.rule] += 1
        if show_all or shown[finding.rule] <= MOST_OF_ONE_RULE:
            _write(page, report.draft, finding)
        more = total[finding.rule] - MOST_OF_ONE_RULE
        if not show_all and more > 0 and shown[finding.rule] == MOST_OF_ONE_RULE:
            page.gap()
            rest = page.say("… and {number} more like this (show all with --all)", number=more)
            page.line(rest, indent=2)


def _write(page: Page, draft: Draft, finding: Finding) -> None:
    word, style = WORDS[finding.severity]
    page.gap()
    page.line(
        (f"{page.say(word)} {finding.number}", style),
        f" · {where(page, draft, finding)} · {finding.title}  ({finding.rule})",
        hang=2,
    )
    if not finding.whole:
        _underlined(page, draft, finding)
    page.labelled(WHAT, finding.message)
    page.labelled(WHY, finding.why)
    page.labelled(DO, finding.advice)
    page.labelled(LIKE, f"“{finding.like}”")


def _underlined(page: Page, draft: Draft, finding: Finding) -> None:
    """Write the lines that the words stand on, with carets under the words."""
    indent = 4
    cut = page.clean("…")
    first, last = draft.place(finding.start)[0], draft.place(max(finding.start, finding.end - 1))[0]
    for number in range(first, min(last, first + MOST_LINES - 1) + 1):
        line, offset = draft.line(number)
        begin = max(0, finding.start - offset)
        end = min(len(line), finding.end - offset)
        if number > first:
            begin = len(line) - len(line.lstrip())
        shown, carets = excerpt(line, begin, end, page.width - indent, page.clean, cut)
        if not shown.strip():
            continue
        page.exact(shown, indent)
        page.exact(carets, indent, "bold")
    if last - first >= MOST_LINES:
        page.exact(cut, indent)
