"""`appeal-lint config`: every setting in force, and where it comes from."""

from __future__ import annotations

from typing import Any

import click

from appeal_lint.doors import options, output, speech
from appeal_lint.doors.linters import Linters, make_scope
from appeal_lint.doors.status import READY


@click.command("config")
@click.argument("path", required=False, type=click.Path(), metavar="[PATH]")
@options.form
@options.judging
@options.width
@options.debug
def config(
    path: str | None,
    form: str,
    width: int | None,
    config_file: str | None,
    isolated: bool,
    **flags: Any,
) -> int:
    """Show every setting, and where it comes from.

    With PATH as for that letter: a folder or a file name can have settings of its own.
    """
    merged = Linters(make_scope(config_file, isolated, flags)).merged(path or "letter.txt")
    language = speech.shown(speech.language(merged["language"].value))

    from appeal_lint.report import config as page  # noqa: PLC0415

    if form == "json":
        output.write(page.as_json(merged), data=True)
        return READY
    color = output.wants_color()
    text = page.render(
        merged,
        width=width or output.columns(),
        unicode=output.speaks_unicode(),
        color=color,
        language=language,
    )
    output.write(text, color=color)
    return READY
