"""The report for a person: verdict first, then what to mend, then the checklist."""

import io
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from appeal_lint.model.report import Report
from appeal_lint.model.words import Measure, Severity, Status
from appeal_lint.report.findings import show_findings
from appeal_lint.report.safe import safe
from appeal_lint.report.style import Style

_STATUS = {
    Status.COVERED: ("OK", "green"),
    Status.WEAK: ("WEAK", "yellow"),
    Status.MISSING: ("MISSING", "red"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """How to write: width in columns, whether to colour, and what the stream can show."""

    width: int = 80
    color: bool = False
    unicode: bool = True
    show_all: bool = False
    statistics: bool = False


def render(report: Report, options: Options) -> str:
    """Return the report of one draft, ending in a line end."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(30, options.width),
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        no_color=not options.color,
    )
    style = Style(console, options.unicode)
    _verdict(style, report)
    show_findings(style, report, options.show_all)
    _checklist(style, report)
    _points(style, report)
    _next(style, report)
    if options.statistics:
        _statistics(style, report)
    text = "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
    return text if options.unicode else style.ascii(text)


def _verdict(style: Style, report: Report) -> None:
    word, colour = ("READY TO SEND", "bold green") if report.ready else ("NOT READY", "bold red")
    style.line(Text(safe(report.draft.path)))
    head = Text(f"{word}. ", style=colour)
    head.append(f"Score {report.score.value} of 100 (ready from {report.minimum}).")
    style.line(head)
    count = {one: sum(found.severity is one for found in report.findings) for one in Severity}
    style.line(
        Text(
            f"{_many(count[Severity.ERROR], 'error')}, "
            f"{_many(count[Severity.WARNING], 'warning')}, "
            f"{_many(count[Severity.INFO], 'note')}."
        )
    )
    for aside in report.draft.asides:
        style.line(Text(f"Line {report.draft.place(aside.start)[0]}: {aside.reason}"))
    style.gap()


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _checklist(style: Style, report: Report) -> None:
    style.title("What a strong letter has")
    for element in report.elements.values():
        word, colour = _STATUS[element.status]
        line = Text(f"{word:<8} ", style=colour)
        line.append(element.title, style="default")
        style.line(line, indent=2)
        if element.status is not Status.COVERED:
            style.line(Text(element.ask), indent=11)
    style.gap()


def _points(style: Style, report: Report) -> None:
    style.title("Where the points went")
    if not report.score.losses:
        style.line(Text("No points lost."), indent=2)
    for loss in report.score.losses:
        times = f" ({loss.count} times)" if loss.count > 1 else ""
        style.line(Text(f"-{loss.points:<3} {loss.title}{times}  [{loss.rule}]"), indent=2)
    style.gap()


def _next(style: Style, report: Report) -> None:
    good = [one.title for one in report.elements.values() if one.status is Status.COVERED]
    done = {
        measure
        for one in report.statements
        if one.act in ("completed", "ongoing")
        for measure in one.measures
        if isinstance(measure, Measure)
    }
    style.title("Already good")
    style.line(
        Text("; ".join(good) + "." if good else "You have a draft. That is a start."), indent=2
    )
    if done:
        style.line(Text(f"{_many(len(done), 'kind')} of finished work."), indent=2)
    style.gap()
    style.title("Next step")
    if report.ready:
        style.line(
            Text("Attach your documents. Read it once more in peace, then send it."), indent=2
        )
        return
    first = next((one for one in report.score.losses), None)
    finding = next((one for one in report.findings if first and one.rule == first.rule), None)
    style.line(Text(finding.advice if finding else "Read the checklist again."), indent=2)


def _statistics(style: Style, report: Report) -> None:
    style.gap()
    style.title("Findings by rule")
    counts: dict[str, int] = {}
    for finding in report.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    for rule, number in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        style.line(Text(f"{number:>4}  {rule}"), indent=2)


__all__ = ["Options", "render"]
