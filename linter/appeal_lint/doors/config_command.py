"""`appeal-lint config`: every setting in force, and where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from appeal_lint.doors import options, output, speech
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import make_scope
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
    merged = dict(Linters(make_scope(config_file, isolated, flags)).merged(path or "letter.txt"))
    language = speech.shown(speech.language(merged["language"].value))
    for key, value in _best().items():
        if merged[key].value is None:
            merged[key] = replace(merged[key], value=value)

    from appeal_lint.report import config as page  # noqa: PLC0415

    if form == "json":
        output.write(page.as_json(merged), data=True)
        return READY
    output.show(lambda sheet: page.render(merged, sheet), width, language)
    return READY


def _best() -> dict[str, str]:
    """Return what holds on this computer where the settings leave it to the program."""
    from appeal_lint.engine import available  # noqa: PLC0415
    from appeal_lint.language.reader import default_model  # noqa: PLC0415

    return {
        "language": speech.language(None),
        "engine": available(),
        "model": default_model(),
    }
