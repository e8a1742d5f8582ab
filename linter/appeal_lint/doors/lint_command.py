"""`appeal-lint lint`, the default: check drafts and report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from appeal_lint.doors import files, options, output
from appeal_lint.doors.kept import Kept
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.setup import check_paths
from appeal_lint.doors.status import FAILED, NOT_READY, READY
from appeal_lint.model.words import FailOn, Severity
from appeal_lint.report import formats

if TYPE_CHECKING:
    from appeal_lint.model.report import Report
    from appeal_lint.model.row import Row


@click.command("lint")
@options.drafts
@options.formats(*formats.NAMES, help="For people, or for other programs.")
@options.fail_on
@options.stdin_filename
@click.option(
    "--output-file", type=click.Path(), metavar="PATH", help="Write the report to this file."
)
@click.option("--all", "show_all", is_flag=True, help="Show all findings, not three of each rule.")
@click.option("--statistics", is_flag=True, help="Also count the findings of each rule.")
@options.no_ignores
@options.judging
@options.speed
@options.width
@options.debug
def lint(
    paths: tuple[str, ...],
    form: str,
    stdin_filename: str | None,
    output_file: str | None,
    show_all: bool,
    statistics: bool,
    no_ignores: bool,
    width: int | None,
    config_file: str | None,
    isolated: bool,
    **flags: Any,
) -> int:
    """Check letters. This is what happens without a command; - is standard input."""
    check_paths(paths)
    output_file = files.target_of(output_file, paths)
    screen = form not in formats.ESCAPED and output_file is None
    scope = make_scope(config_file, isolated, flags)
    linters = Linters(scope, screen=screen, kept=Kept.of_run())
    judged, all_read = linters.judge(
        paths, stdin_filename, ignores=not no_ignores, rewrites=form == "json"
    )
    reports = [one.report for one in judged]
    if form == "json":
        _json(reports, linters, statistics, output_file)
    elif form in formats.MACHINES:
        files.deliver(formats.renderer(form)(reports), output_file, data=form in formats.JSON)
    elif reports and form == "plain":
        _plain(reports, show_all, statistics, width, output_file)
    elif reports:
        _text(reports, show_all, statistics, width, output_file)
    if not all_read:
        return FAILED
    failed = any(fails(one.report, one.settings.fail_on) for one in judged)
    return NOT_READY if failed else READY


def _json(
    reports: Sequence[Report], linters: Linters, statistics: bool, output_file: str | None
) -> None:
    from appeal_lint.report import json  # noqa: PLC0415

    text = json.render(
        reports,
        engine=linters.engine_name(),
        statistics=statistics,
        language=linters.language,
    )
    files.deliver(text, output_file, data=True)


def _plain(
    reports: Sequence[Report],
    show_all: bool,
    statistics: bool,
    width: int | None,
    output_file: str | None,
) -> None:
    from appeal_lint.report import plain  # noqa: PLC0415

    unicode = output_file is not None or output.speaks_unicode()
    parts = [plain.render(one, width=width, unicode=unicode, show_all=show_all) for one in reports]
    end = plain.summary(reports, statistics=statistics, width=width, unicode=unicode)
    files.deliver("\n".join(parts) + end, output_file)


def _text(
    reports: Sequence[Report],
    show_all: bool,
    statistics: bool,
    width: int | None,
    output_file: str | None,
) -> None:
    from appeal_lint.report import summary, text  # noqa: PLC0415

    screen = output_file is None
    color = screen and output.wants_color()
    unicode = not screen or output.speaks_unicode()
    wide = width or (output.columns() if screen else 80)
    parts = [
        text.render(one, width=wide, unicode=unicode, color=color, show_all=show_all)
        for one in reports
    ]
    end = summary.render(reports, statistics=statistics, width=wide, unicode=unicode, color=color)
    whole = "\n\n".join(parts) + end
    files.deliver(whole, output_file, color=color)


def fails(report: Report | Row, fail_on: str) -> bool:
    """Say whether a letter fails, as `--fail-on` or the configuration has it."""
    if fail_on == FailOn.NEVER:
        return False
    warned = any(one.severity is Severity.WARNING for one in report.findings)
    return not report.ready or (fail_on == FailOn.WARNING and warned)
