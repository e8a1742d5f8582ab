"""`appeal-lint evaluate`: how well the analysis agrees with labels that people gave."""

import json
from pathlib import Path

import click

from appeal_lint.doors import options, output
from appeal_lint.doors.setup import load_rules, make_linter
from appeal_lint.doors.status import NOT_READY, READY
from appeal_lint.i18n import ENGLISH
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(), metavar="GOLD...")
@options.form
@click.option(
    "--figures-only",
    is_flag=True,
    help="Do not show the sentences, so that a set kept for reporting stays unseen.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(),
    help="JSON of an earlier evaluation: exit with 1 if a figure fell by more than a point.",
)
@options.rules
@options.model
@options.width
@options.spoken
@options.debug
def evaluate(
    gold: tuple[str, ...],
    form: str,
    figures_only: bool,
    baseline: str | None,
    folders: tuple[str, ...],
    model: str | None,
    width: int | None,
) -> int:
    """Measure the analysis by sentences and letters that people labelled.

    GOLD has one JSON object a line: `text` and any of `act`, `also`, `either`, `agent`,
    `issues`, `measures`, `excuse`, `section`; or `letter` (a file) and its `elements`.
    """
    before = _baseline(baseline) if baseline else {}

    from appeal_lint import evaluation as room  # noqa: PLC0415
    from appeal_lint.evaluate import evaluate as measure  # noqa: PLC0415
    from appeal_lint.report import evaluation, evaluation_json  # noqa: PLC0415
    from appeal_lint.report.page import Page  # noqa: PLC0415

    files = [room.read_gold(path) for path in gold]
    measured = measure(files, make_linter(load_rules(folders), model))
    fallen = room.fallen(before, room.headline(measured.figures))
    shown = not figures_only
    if form == "json":
        text = evaluation_json.render(gold, measured, fallen, listed=shown)
        output.write(text, data=True)
    else:

        def render(page: Page) -> str:
            return evaluation.render(gold, measured, fallen, page, listed=shown)

        output.show(render, width, ENGLISH)
    return NOT_READY if fallen else READY


def _baseline(path: str) -> dict[str, float]:
    """Return the headline figures of an earlier evaluation."""
    try:
        known = json.loads(Path(path).read_text(encoding="utf-8"))["headline"]
        return {str(name): float(value) for name, value in known.items()}
    except OSError as fault:
        raise AppealLintError(
            "--baseline {path}: this file cannot be read ({reason}).",
            path=path,
            reason=Said(str(fault.strerror)),
        ) from fault
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise AppealLintError(
            "--baseline {path}: this is not what `evaluate --format json` writes.", path=path
        ) from fault
