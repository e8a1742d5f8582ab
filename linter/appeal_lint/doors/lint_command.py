"""`appeal-lint lint`, the default: check drafts and report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from appeal_lint.doors import options, output
from appeal_lint.doors.setup import check_paths, load_rules, make_linter, open_drafts
from appeal_lint.doors.status import FAILED, NOT_READY, READY
from appeal_lint.report import formats

if TYPE_CHECKING:
    from appeal_lint.model.report import Report


@click.command("lint")
@options.drafts
@options.formats(*formats.NAMES, help="For people, or for other programs.")
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
    width: int | None,
) -> int:
    """Check letters. This is what happens without a command; - is standard input."""
    check_paths(paths)
    output_file = None if output_file == "-" else output_file
    if output_file is not None:
        output.check_target(output_file, paths)
    linter = make_linter(load_rules(folders), engine, model, min_score, select, ignore)
    drafts, all_read = open_drafts(paths, stdin_filename)
    reports = [linter.lint(draft) for draft in drafts]
    if form == "json":
        _json(reports, linter.engine.name, statistics, output_file)
    elif form in formats.MACHINES:
        _put(formats.renderer(form)(reports), output_file, data=form in formats.JSON)
    elif reports and form == "plain":
        _plain(reports, show_all, statistics, width, output_file)
    elif reports:
        _text(reports, show_all, statistics, width, output_file)
    if not all_read:
        return FAILED
    return NOT_READY if any(_fails(one, fail_on) for one in reports) else READY


def _json(
    reports: Sequence[Report], engine: str, statistics: bool, output_file: str | None
) -> None:
    from appeal_lint.report import json  # noqa: PLC0415

    _put(json.render(reports, engine=engine, statistics=statistics), output_file, data=True)


def _put(text: str, output_file: str | None, *, data: bool = False) -> None:
    """Write to the file that was asked for, or to standard output."""
    if output_file is None:
        output.write(text, data=data)
    else:
        output.replace(output_file, text)


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
    _put("\n".join(parts) + end, output_file)


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
