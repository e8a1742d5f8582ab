"""`appeal-lint lint`, the default: check drafts and report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from appeal_lint.doors import options, output, speech
from appeal_lint.doors.setup import check_paths, load_rules, make_linter, open_drafts
from appeal_lint.doors.status import FAILED, NOT_READY, READY

if TYPE_CHECKING:
    from appeal_lint.lint import Linter
    from appeal_lint.model.report import Report


@click.command("lint")
@options.drafts
@options.form
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="When to leave with status 1: not ready; any warning too; never.",
)
@click.option(
    "--min-score",
    type=click.IntRange(0, 100),
    default=80,
    show_default=True,
    metavar="N",
    help="The score from which a letter is ready.",
)
@options.stdin_filename
@click.option(
    "--output-file", type=click.Path(), metavar="PATH", help="Write the report to this file."
)
@options.rules
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    shell_complete=options.rule_names,
    help="Only these rules or families, with commas between.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    shell_complete=options.rule_names,
    help="Not these rules or families, with commas between.",
)
@click.option("--engine", type=click.Choice(["durable", "reference"]), help="Which engine judges.")
@options.model
@click.option("--all", "show_all", is_flag=True, help="Show all findings, not three of each rule.")
@click.option("--statistics", is_flag=True, help="Also count the findings of each rule.")
@options.lang
@options.width
@options.debug
def lint(
    paths: tuple[str, ...],
    form: str,
    fail_on: str,
    min_score: int,
    stdin_filename: str | None,
    output_file: str | None,
    folders: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    engine: str | None,
    model: str | None,
    show_all: bool,
    statistics: bool,
    language: str,
    width: int | None,
) -> int:
    """Check letters. This is what happens without a command; - is standard input."""
    check_paths(paths)
    output_file = None if output_file == "-" else output_file
    if output_file is not None:
        output.check_target(output_file, paths)
    if form == "text" and output_file is None:
        language = speech.shown(language)
    linter = make_linter(load_rules(folders, language), engine, model, min_score, select, ignore)
    drafts, all_read = open_drafts(paths, stdin_filename)
    reports = [linter.lint(draft) for draft in drafts]
    if form == "json":
        _json(reports, linter, statistics, output_file)
    elif reports:
        _text(reports, show_all, statistics, width, output_file)
    if not all_read:
        return FAILED
    return NOT_READY if any(_fails(one, fail_on) for one in reports) else READY


def _json(
    reports: Sequence[Report], linter: Linter, statistics: bool, output_file: str | None
) -> None:
    from appeal_lint.report import json  # noqa: PLC0415

    text = json.render(
        reports,
        engine=linter.engine.name,
        statistics=statistics,
        language=linter.ruleset.language,
    )
    if output_file is None:
        output.write(text, data=True)
    else:
        output.replace(output_file, text)


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
    if output_file is None:
        output.write(whole, color=color)
    else:
        output.replace(output_file, whole)


def _fails(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    warned = any(one.severity == "warning" for one in report.findings)
    return not report.ready or (fail_on == "warning" and warned)
