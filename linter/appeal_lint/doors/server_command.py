"""`appeal-lint server`: the server in the background that answers where `--warm` is said."""

from __future__ import annotations

import click

from appeal_lint.doors import options, output, speech
from appeal_lint.doors.status import NOT_READY, READY
from appeal_lint.model.errors import AppealLintError

TRIAL = b"We will hire two quality inspectors."
"""What a new server reads first, so that it has loaded everything."""


@click.group("server", no_args_is_help=True)
@options.spoken
def server() -> None:
    """Show, start or stop the server in the background.

    It answers appeal-lint draft.txt --warm. It runs on this computer, only you can reach it, and it
    opens no network.
    """


@server.command("status")
@options.spoken
def status() -> int:
    """Say whether the server runs. Exit status: 0 it runs, 1 it does not."""
    from appeal_lint.doors.warm.client import tell  # noqa: PLC0415
    from appeal_lint.i18n import tongue  # noqa: PLC0415

    facts = tell("status")
    speaks = tongue(speech.of_run())
    if facts is None:
        output.write_lines(speaks.say("The server does not run."))
        return NOT_READY
    output.write_lines(
        speaks.say(
            "The server runs (process {process}). It has answered {answered}, and goes away after "
            "{minutes} minutes without work.",
            process=facts["process"],
            answered=facts["answered"],
            minutes=round(_number(facts["idle"]) / 60) or 1,
        )
    )
    return READY


@server.command("start")
@options.spoken
def start() -> int:
    """Start the server, and wait until it has loaded everything."""
    from appeal_lint.doors.warm.client import ask, question_of  # noqa: PLC0415
    from appeal_lint.i18n import tongue  # noqa: PLC0415

    question = question_of(["--isolated", "--no-cache", "-"], TRIAL)
    if question is None or ask(question) is None:
        raise AppealLintError("The server cannot be started. Without it everything works too.")
    output.write_lines(tongue(speech.of_run()).say("The server runs."))
    return READY


@server.command("stop")
@options.spoken
def stop() -> int:
    """Stop the server, after what it does now."""
    from appeal_lint.doors.warm.client import tell  # noqa: PLC0415
    from appeal_lint.i18n import tongue  # noqa: PLC0415

    speaks = tongue(speech.of_run())
    stopped = tell("stop") is not None
    said = speaks.say("The server stops.") if stopped else speaks.say("The server does not run.")
    output.write_lines(said)
    return READY


@server.command("run", hidden=True)
@options.spoken
def run() -> int:
    """Be the server. This is what starts in the background."""
    from appeal_lint import config  # noqa: PLC0415
    from appeal_lint.doors.scope import make_scope, place  # noqa: PLC0415
    from appeal_lint.doors.warm.server import serve  # noqa: PLC0415

    try:
        minutes = config.settings(make_scope(None, False, {}).merged(*place(None))).warm_minutes
    except AppealLintError:  # told where a letter is checked
        minutes = config.DEFAULTS["warm-minutes"]
    return READY if serve(minutes * 60) else NOT_READY


def _number(value: object) -> float:
    return value if isinstance(value, int | float) else 0
