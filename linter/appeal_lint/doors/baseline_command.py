"""`appeal-lint baseline`: every finding of some letters may stay, in all letters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from appeal_lint.doors import files, options
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.setup import check_paths
from appeal_lint.doors.status import FAILED, READY

if TYPE_CHECKING:
    from appeal_lint.ignores import Entry


@click.command("baseline")
@options.drafts
@click.option(
    "--output-file", type=click.Path(), metavar="PATH", help="Write the list to this file."
)
@click.option("--reason", default="", metavar="TEXT", help="Why they may stay. It is kept.")
@options.judging
@options.debug
def baseline(
    paths: tuple[str, ...],
    output_file: str | None,
    reason: str,
    config_file: str | None,
    isolated: bool,
    **flags: Any,
) -> int:
    """List what is found in letters now, so that it is ignored from now on.

    For boilerplate that stands in many letters. Use the list with --baseline FILE, or name it in
    the configuration. Findings on a whole letter are left out: they are about that letter.
    """
    check_paths(paths)
    output_file = files.target_of(output_file, paths)
    linters = Linters(make_scope(config_file, isolated, {**flags, "baseline": None}))
    judged, all_read = linters.judge(paths, None, ignores=False)
    if not all_read:
        return FAILED

    from appeal_lint.ignores import Words, entry_for  # noqa: PLC0415
    from appeal_lint.ignores.files import dump  # noqa: PLC0415

    known: dict[tuple[str, str], Entry] = {}
    today, why = date.today().isoformat(), files.one_line(reason)
    for report in (one.report for one in judged):
        words = Words(report.draft.source)
        for finding in report.findings:
            if not finding.whole:
                entry = entry_for(finding, report.statements, words, why, today)
                known.setdefault((entry.rule, entry.words), entry)
    text = dump(
        known.values(), "Findings that may stay in any letter. Made by: appeal-lint baseline"
    )
    files.deliver(text, output_file)
    return READY
