"""Findings of a letter to the list of those that may stay."""

from collections.abc import Iterable, Sequence

from appeal_lint.ignores.entry import Entry, entry_for
from appeal_lint.ignores.words import Words
from appeal_lint.model.report import Finding, Report


def added(
    entries: Sequence[Entry], findings: Iterable[Finding], report: Report, reason: str, date: str
) -> list[Entry]:
    """Return some entries and, after them, those that ignore findings of a report.

    Args:
        entries: what is ignored so far.
        findings: of the report; none of them ignored yet.
        report: that of the letter.
        reason: why they may stay, on one line; empty where none is given.
        date: today, as it is to be written.

    """
    words = Words(report.draft.source)
    more = (entry_for(one, report.statements, words, reason, date) for one in findings)
    return [*entries, *more]
