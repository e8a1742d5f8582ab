"""`appeal-lint ignore`: some findings of one letter may stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from appeal_lint.doors import files, options, output
from appeal_lint.doors.entries import side_file
from appeal_lint.doors.linters import Judged, Linters
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.side_file import store, stored
from appeal_lint.doors.status import FAILED, READY
from appeal_lint.i18n import tongue
from appeal_lint.model.errors import AppealLintError
from appeal_lint.report.words import where

if TYPE_CHECKING:
    from appeal_lint.ignores import Entry
    from appeal_lint.model.report import Finding, Report


@click.command("ignore")
@click.argument("path", type=click.Path(), metavar="PATH")
@click.argument("numbers", nargs=-1, type=click.IntRange(1), metavar="[NUMBER]...")
@click.option("--reason", default="", metavar="TEXT", help="Why they may stay. It is kept.")
@click.option("--undo", is_flag=True, help="Do not ignore these findings any more.")
@click.option("--prune", is_flag=True, help="Take out every ignore that does nothing any more.")
@options.judging
@options.debug
def ignore(
    path: str,
    numbers: tuple[int, ...],
    reason: str,
    undo: bool,
    prune: bool,
    config_file: str | None,
    isolated: bool,
    **flags: Any,
) -> int:
    """Ignore findings of a letter, by their numbers in the report.

    The letter itself is not changed. A small file beside it, PATH.ignores.yaml, keeps the rule and
    the words. When these words change, the finding comes back.
    """
    if path == "-":
        raise AppealLintError("Standard input (-) has no place for ignores. Name the file.")
    if not numbers and not prune:
        raise AppealLintError("Name a finding by its number, for example: ignore draft.txt 2")
    place = side_file(path)
    linters = Linters(make_scope(config_file, isolated, flags), screen=True)
    judged, all_read = linters.judge([path], None)
    if not all_read:
        return FAILED
    before = entries = stored(place)
    findings = _numbered(judged[0].report, numbers)
    if undo:
        entries, lines = _undone(entries, findings, judged[0].report, place)
    else:
        entries, lines = _added(entries, findings, judged[0], files.one_line(reason), place)
    if prune:
        entries, more = _pruned(entries, judged[0].report, place)
        lines += more
    if entries != before:
        store(place, path, entries)
    output.write_lines(*lines)
    return READY


def _numbered(report: Report, numbers: Iterable[int]) -> list[Finding]:
    """Return the findings with some numbers, ignored ones among them."""
    every = {one.number: one for one in report.findings}
    every |= {one.finding.number: one.finding for one in report.ignored}
    for number in numbers:
        if number not in every:
            if not every:
                raise AppealLintError("There is no finding {number}. There is none.", number=number)
            raise AppealLintError(
                "There is no finding {number}. The numbers go from 1 to {last}.",
                number=number,
                last=max(every),
            )
    return [every[number] for number in dict.fromkeys(numbers)]


def _added(
    entries: Sequence[Entry], findings: Iterable[Finding], judged: Judged, reason: str, place: Path
) -> tuple[list[Entry], list[str]]:
    from appeal_lint.ignores import added  # noqa: PLC0415

    report, lines, fresh = judged.report, [], []
    say = tongue(report.language).say
    ignored = {one.finding.number for one in report.ignored}
    for finding in findings:
        if finding.number in ignored:
            lines.append(say("Already ignored: {finding}", finding=_said(report, finding)))
        else:
            fresh.append(finding)
            lines.append(say("Ignored: {finding}", finding=_said(report, finding)))
    if fresh:
        lines.append(say("Written to {path}", path=place))
    return added(entries, fresh, report, reason, date.today().isoformat()), lines


def _undone(
    entries: Sequence[Entry], findings: Iterable[Finding], report: Report, place: Path
) -> tuple[list[Entry], list[str]]:
    kept, lines = list(entries), []
    say = tongue(report.language).say
    by = {one.finding.number: one for one in report.ignored}
    for finding in findings:
        one = by.get(finding.number)
        if one is None:
            lines.append(say("Not ignored: {finding}", finding=_said(report, finding)))
        elif one.name != str(place):
            said = _said(report, finding)
            lines.append(
                say(
                    "Ignored elsewhere ({file}, line {line}): {finding}",
                    file=one.name,
                    line=one.line,
                    finding=said,
                )
            )
        else:
            kept = [entry for entry in kept if entry.line != one.line]
            lines.append(say("No longer ignored: {finding}", finding=_said(report, finding)))
    return kept, lines


def _pruned(entries: Sequence[Entry], report: Report, place: Path) -> tuple[list[Entry], list[str]]:
    idle = {one.line for one in report.idle if one.name == str(place)}
    kept = [one for one in entries if not one.line or one.line not in idle]
    gone = len(entries) - len(kept)
    said = tongue(report.language).many(
        gone,
        "Taken out: {number} ignore that did nothing.",
        "Taken out: {number} ignores that did nothing.",
    )
    return kept, [said]


def _said(report: Report, finding: Finding) -> str:
    say = tongue(report.language).say
    if finding.whole:
        return say("{number}, whole letter ({rule})", number=finding.number, rule=finding.rule)
    return say(
        "{number}, {place}, “{words}” ({rule})",
        number=finding.number,
        place=where(tongue(report.language), report.draft, finding),
        words=" ".join(finding.quote.split()),
        rule=finding.rule,
    )
