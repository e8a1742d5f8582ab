"""`appeal-lint rules new`: a rule file to fill in."""

import json
import os
import shlex
import subprocess
from pathlib import Path

import click

from appeal_lint.doors import files, options, output, speech
from appeal_lint.doors.setup import same_folder
from appeal_lint.doors.status import READY
from appeal_lint.i18n import tongue
from appeal_lint.model.errors import AppealLintError

SCHEMA = "rule.schema.json"


@click.command("new")
@click.argument("family")
@click.argument("rule", metavar="ID")
@click.option(
    "--in",
    "folder",
    type=click.Path(),
    default="rules",
    show_default=True,
    metavar="DIR",
    help="The folder of your rules.",
)
@options.spoken
@options.debug
def new(family: str, rule: str, folder: str) -> int:
    """Write a new rule file, with a note at each field.

    The file is DIR/FAMILY/ID.yaml. Nothing that is there is changed.
    """
    from appeal_lint import rulebook  # noqa: PLC0415

    for word, name in (("FAMILY", family), ("ID", rule)):
        fault = rulebook.wrong_name(name)
        if fault:
            raise AppealLintError(
                "{word} {name!r} {fault}.", word=word, name=name[:80], fault=fault
            )
    known = rulebook.load()
    if rule in known.by_id:
        raise AppealLintError(
            "There is a shipped rule {rule!r} already. Choose another id.", rule=rule
        )
    place = Path(folder)
    path = place / family / f"{rule}.yaml"
    _check_free(place, path)
    if not (place / SCHEMA).exists():
        schema = json.dumps(rulebook.json_schema(), ensure_ascii=False, indent=2) + "\n"
        files.create(place / SCHEMA, schema)
    files.create(path, rulebook.new_rule(rule, rulebook.marks_of(known.vocabulary)))
    _next(place, path, rule, shipped=same_folder(place, rulebook.shipped_folder()))
    return READY


def _check_free(place: Path, path: Path) -> None:
    """Make sure that no rule of the folder, in whatever family, has the id already."""
    try:
        taken = sorted(place.glob(f"*/{path.name}")) if place.is_dir() else []
    except (OSError, ValueError) as fault:
        raise AppealLintError(
            "{path}: this folder cannot be read ({reason}).",
            path=place,
            reason=files.reason(fault),
        ) from fault
    if taken:
        raise AppealLintError("{path}: this is there already. Nothing was changed.", path=taken[0])


def _next(place: Path, path: Path, rule: str, *, shipped: bool) -> None:
    """Say what was written, and the two commands to go on with."""
    folder = "" if shipped else f" {_quoted(place)}"
    rules = "" if shipped else f" --rules{folder}"
    say = tongue(speech.of_run()).say
    output.write_lines(
        say("Written: {path}", path=path),
        say("Open it and fill it in. Then:"),
        f"  appeal-lint rules test{folder} --rule {rule}",
        f"  appeal-lint explain {rule}{rules}",
    )


def _quoted(place: Path) -> str:
    """Return a path as the user's shell takes it for one word."""
    text = str(place)
    return shlex.quote(text) if os.name == "posix" else subprocess.list2cmdline([text])
