"""Findings in the text report: errors by points lost, then warnings by place, then notes."""

from rich.cells import cell_len
from rich.text import Text

from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity
from appeal_lint.report.safe import safe
from appeal_lint.report.style import Style

MOST_OF_ONE_RULE = 3
_WORDS = {
    Severity.ERROR: ("ERROR", "bold red"),
    Severity.WARNING: ("WARNING", "bold yellow"),
    Severity.INFO: ("NOTE", "bold blue"),
}


def show_findings(style: Style, report: Report, show_all: bool) -> None:
    """Write the findings, at most three of one rule unless all are asked for."""
    shown: dict[str, int] = {}
    for finding in ordered(report):
        shown[finding.rule] = shown.get(finding.rule, 0) + 1
        if show_all or shown[finding.rule] <= MOST_OF_ONE_RULE:
            _finding(style, report, finding)
    for rule, count in shown.items():
        if count > MOST_OF_ONE_RULE and not show_all:
            style.line(Text(f"… and {count - MOST_OF_ONE_RULE} more of {rule} (--all)"))
            style.gap()


def ordered(report: Report) -> list[Finding]:
    """Return errors by points lost, then warnings by place, then notes by place."""
    points = {loss.rule: loss.points for loss in report.score.losses}
    rank = list(Severity)
    return sorted(
        report.findings,
        key=lambda one: (
            rank.index(one.severity),
            -points.get(one.rule, 0) if one.severity is Severity.ERROR else 0,
            one.rule if one.severity is Severity.ERROR else "",
            one.start,
            one.rule,
        ),
    )


def _finding(style: Style, report: Report, finding: Finding) -> None:
    word, colour = _WORDS[finding.severity]
    head = Text(word, style=colour)
    place = "whole letter" if finding.whole else f"line {report.draft.place(finding.start)[0]}"
    head.append(f" · {place} · {finding.title}  [{finding.rule}]", style="default")
    style.line(head)
    if not finding.whole:
        _underlined(style, report, finding)
    style.labelled("What", safe(finding.message))
    style.labelled("Why", finding.why)
    style.labelled("Do", finding.advice)
    style.labelled("Like", f"“{finding.like}”")
    style.gap()


def _underlined(style: Style, report: Report, finding: Finding) -> None:
    """Write the user's line with carets under the words, cut to the width around them."""
    number, column = report.draft.place(finding.start)
    line, offset = report.draft.line(number)
    begin = column - 1
    end = min(len(line), finding.end - offset)
    room = max(16, style.console.width - 6)
    left = right = ""
    if cell_len(safe(line)) > room:
        first = max(0, begin - room // 4)
        while first and not line[first - 1].isspace() and first > begin - room // 2:
            first -= 1
        last = first + 1
        while last < len(line) and cell_len(safe(line[first : last + 1])) <= room - 4:
            last += 1
        left, right = ("… " if first else ""), (" …" if last < len(line) else "")
        line, begin, end = line[first:last], begin - first, min(end, last) - first
    before, under = safe(line[:begin]), safe(line[begin:end])
    style.line(Text(f"{left}{safe(line)}{right}", no_wrap=True), indent=4)
    carets = " " * (cell_len(before) + cell_len(left)) + "^" * max(1, cell_len(under))
    style.line(Text(carets, no_wrap=True, style="bold"), indent=4)
