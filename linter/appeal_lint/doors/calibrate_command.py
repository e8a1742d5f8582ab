"""`appeal-lint calibrate`: proposes costs of rules from what became of past letters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from appeal_lint.config.discover import there
from appeal_lint.config.profiles import is_pattern
from appeal_lint.doors import files, options, output, speech
from appeal_lint.doors.blas import one_thread
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.status import READY
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said


@click.command("calibrate")
@click.argument(
    "reviews",
    nargs=-1,
    required=True,
    type=click.Path(allow_dash=True, readable=False),
    metavar="REVIEW.jsonl...",
)
@options.form
@click.option(
    "--output-file",
    type=click.Path(),
    metavar="FILE",
    help="Write the proposed costs to this file, as a configuration.",
)
@click.option(
    "--profile",
    "patterns",
    multiple=True,
    metavar="PATTERN",
    help="In that file, only for letters whose path fits this. May be repeated.",
)
@options.rules
@options.configuration
@options.width
@options.lang
@options.debug
def calibrate(
    reviews: tuple[str, ...],
    form: str,
    output_file: str | None,
    patterns: tuple[str, ...],
    folders: tuple[str, ...],
    config_file: str | None,
    isolated: bool,
    width: int | None,
    language: str | None,
) -> int:
    """Propose what each rule should cost, from what became of past letters.

    REVIEW.jsonl is what `appeal-lint review --jsonl` writes, with outcomes. The proposal is tried
    on letters that it was not made from. Nothing is changed: the costs hold only where you use
    them, for example with --config FILE.
    """
    _check(output_file, reviews, patterns)
    flags = {"packs": folders, "language": language}
    linters = Linters(make_scope(config_file, isolated, flags), screen=form == "text")
    ruleset = linters.rules(linters.settings("letter.txt"))
    one_thread()

    from appeal_lint.doors.rows_file import RowsFiles  # noqa: PLC0415
    from appeal_lint.model.calibration import Verdict  # noqa: PLC0415
    from appeal_lint.outcomes.calibrate import calibrate as propose  # noqa: PLC0415
    from appeal_lint.report import calibrate as page  # noqa: PLC0415
    from appeal_lint.report import calibrate_json, costs_file  # noqa: PLC0415

    found = propose(RowsFiles(reviews), ruleset)
    written = output_file if found.verdict is not Verdict.FEW else None
    if written is not None:
        _write(Path(written), costs_file.render(found, patterns))
    elif output_file is not None:
        speech.tell(Said("{path}: not written, since there are too few letters.", path=output_file))
    if form == "json":
        output.write(calibrate_json.render(found), data=True)
    else:
        output.show(lambda sheet: page.render(found, sheet, written), width, linters.language)
    return READY


def _check(output_file: str | None, reviews: Sequence[str], patterns: Sequence[str]) -> None:
    """Make sure that the file may be written, before anything slow starts."""
    if reviews.count("-") > 1:
        raise AppealLintError("Standard input (-) can be read only once.")
    if output_file is None:
        if patterns:
            raise AppealLintError("--profile is for the file of --output-file. Name one.")
        return
    files.check_target(output_file, reviews)
    place = Path(output_file)
    if place.suffix not in (".yaml", ".yml"):
        raise AppealLintError(
            "--output-file {path}: this name must end in .yaml, for example costs.yaml.",
            path=output_file,
        )
    if there(place) and not _ours(place):
        raise AppealLintError(
            "--output-file {path}: this is there already, and calibrate did not write it. "
            "Name another file.",
            path=output_file,
        )
    for pattern in patterns:
        if not is_pattern(pattern):
            raise AppealLintError(
                "--profile {pattern!r} is no pattern; write one as in a .gitignore.",
                pattern=pattern,
            )


def _ours(place: Path) -> bool:
    """Say whether a file is one that this command wrote."""
    from appeal_lint.report.costs_file import FIRST  # noqa: PLC0415

    try:
        with place.open("rb") as file:
            return file.readline(len(FIRST) + 2).decode("utf-8").rstrip("\r\n") == FIRST
    except (OSError, ValueError):
        return False


def _write(place: Path, text: str) -> None:
    if there(place):
        files.replace(str(place), text)
    else:
        files.create(place, text)
