"""`appeal-lint review`: many letters at once, and what they have in common."""

from __future__ import annotations

import os
from typing import Any

import click

from appeal_lint.doors import options
from appeal_lint.doors.review.asked import Asked, go_on
from appeal_lint.model.words import FailOn


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH]...")
@click.option(
    "--outcomes",
    metavar="FILE",
    type=click.Path(),
    help="A table that says which letters got the account back: a column id or path, and outcome.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="WHAT=NAME",
    help="The column of a table for text, outcome, type, date, author or id, by its name.",
)
@click.option(
    "--html", metavar="FILE", type=click.Path(), help="Write the report as one page for a browser."
)
@click.option(
    "--jsonl",
    metavar="FILE",
    type=click.Path(),
    help="Write one line of JSON for each letter, shaped as a draft of --format json.",
)
@click.option(
    "--csv", metavar="FILE", type=click.Path(), help="Write one row for each letter, as a table."
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="How many processes work. Without it: at most one for each core.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let the workers of a Dask cluster do the work; for example tcp://10.0.0.5:8786.",
)
@click.option(
    "--resume", is_flag=True, help="Go on with the last review that was stopped; no PATH needed."
)
@click.option(
    "--redact",
    is_flag=True,
    help="Replace names, emails, phones, orders, addresses and accounts in all that is written.",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(map(str, FailOn))),
    default=str(FailOn.NEVER),
    show_default=True,
    help="When to leave with status 1: a letter is not ready (error); any warning too; never.",
)
@options.no_ignores
@options.judging
@click.option(
    "--cache/--no-cache",
    default=None,
    help="Keep what is done on this computer, to go on with, and for the next review.",
)
@options.width
@options.debug
@click.pass_context
def review(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    resume: bool,
    width: int | None,
    **said: Any,
) -> int:
    """Check many letters: files, folders and patterns such as 'letters/**/*.docx'.

    Tables (CSV, Excel, JSON lines, Parquet) have one letter in each row, mailboxes (mbox) one in
    each message; they are read where they are named. What was done before is not done again.
    """
    from appeal_lint.doors.review.flow import review as flow  # noqa: PLC0415

    asked = Asked(paths=paths, folder=os.getcwd(), **said)
    if resume and not paths:
        given = {
            name
            for name in said
            if ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
        }
        asked = go_on({name: said[name] for name in given})
    return flow(asked, width)
