"""`appeal-lint hook`: the check before a save, which by its own fault never costs the save."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from appeal_lint.config.settings import LONGEST_LIMIT
from appeal_lint.doors import files, options, output
from appeal_lint.doors.hook_check import check
from appeal_lint.doors.hook_limit import limit_of
from appeal_lint.doors.kept import Kept
from appeal_lint.doors.later import Later, new_ticket
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.setup import check_paths, standard_input
from appeal_lint.doors.speech import tell
from appeal_lint.doors.status import FAILED, NOT_READY, READY
from appeal_lint.doors.warm.wanted import wanted
from appeal_lint.model.said import Said
from appeal_lint.model.words import HookMode

if TYPE_CHECKING:
    from appeal_lint.doors.background import Answer

OURS = "appeal-lint: "
"""What each of our own lines on standard error begins with."""
UNCHECKED = Said("The save goes on without the check.")


class _Literal(click.Command):
    """A command that knows the words it was called with."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words, then read them."""
        ctx.meta[__name__] = tuple(args)
        return super().parse_args(ctx, args)


@click.command("hook", cls=_Literal)
@options.drafts
@options.stdin_filename
@click.option(
    "--mode",
    "hook",
    type=click.Choice(list(map(str, HookMode))),
    help="Where the letter is not ready: only warn (so where nothing is set), or refuse the save "
    "with status 1.",
)
@click.option(
    "--limit",
    "hook_limit",
    type=click.FloatRange(0, LONGEST_LIMIT),
    metavar="SECONDS",
    help="How long the save may wait (1 second where nothing is set; 0: as long as it takes).",
)
@click.option(
    "--report-file",
    type=click.Path(),
    metavar="FILE",
    help="Write the report to this file too, also when it is done after the limit.",
)
@options.fail_on
@options.no_ignores
@options.judging
@options.speed
@options.debug
@click.option("--ticket", "ticket", hidden=True)
def hook(
    paths: tuple[str, ...],
    stdin_filename: str | None,
    report_file: str | None,
    ticket: str | None,
    no_ignores: bool,
    config_file: str | None,
    isolated: bool,
    **flags: Any,
) -> int:
    """Check letters before an editor saves them.

    Give the letter on standard input and its name with --stdin-filename, or name files. It writes
    one line a finding, then one line with the verdict. Status 1 means: do not save. There is none
    without --mode refuse, or for anything that goes wrong here: then the save goes on.
    """
    started = time.monotonic()
    context = click.get_current_context()
    paths = paths or (("-",) if stdin_filename is not None else ())
    check_paths(paths)
    context.find_root().ensure_object(dict)["let_through"] = UNCHECKED
    scope = make_scope(config_file, isolated, flags)
    name = stdin_filename if paths[0] == "-" else paths[0]
    limit = 0.0 if ticket else limit_of(scope, name)
    words = context.meta[__name__]
    warm = not ticket and wanted(words, os.environ)
    ticket, mine = ticket or new_ticket(), ticket is None
    later = Later(Path(report_file), ticket) if report_file else None
    if later is not None and mine:
        drafts = [stdin_filename if one == "-" and stdin_filename else one for one in paths]
        files.check_target(str(later.place), drafts, "--report-file")
        files.check_target(str(later.waits), drafts, "--report-file")
        later.begin()
    if not (limit or warm):
        linters = Linters(scope, screen=True, kept=Kept.of_run())
        return check(linters, paths, stdin_filename, later, not no_ignores)
    from appeal_lint.doors.background import ask  # noqa: PLC0415

    stdin = standard_input(stdin_filename) if "-" in paths else None
    wait = max(0.0, limit - (time.monotonic() - started)) if limit else None
    answer = ask(["hook", "--ticket", ticket, *words], stdin, wait, warm=warm)
    if answer is None:
        tell(_too_late(limit, report_file))
        return READY
    return _pass_on(answer)


def _pass_on(answer: Answer) -> int:
    """Write what the other process said. What Python says of its own end is for nobody here."""
    ended = answer.status in (READY, NOT_READY)
    lines = [one for one in answer.err.splitlines(True) if ended or one.startswith(OURS)]
    output.write(answer.out)
    with contextlib.suppress(OSError):
        click.echo("".join(lines), nl=False, err=True)
    return answer.status if ended else FAILED


def _too_late(limit: float, report_file: str | None) -> Said:
    seconds = f"{limit:g}"
    if report_file is None:
        return Said("The check takes longer than {limit} s. The save goes on.", limit=seconds)
    return Said(
        "The check takes longer than {limit} s. The save goes on, the report follows in {path}.",
        limit=seconds,
        path=report_file,
    )
