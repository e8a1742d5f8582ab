"""The command run elsewhere, for who can wait only so long."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from appeal_lint.doors.warm import client
from appeal_lint.doors.warm.message import STDERR, STDOUT
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

LONGEST = 120
"""Seconds after which a process that nobody waits for ends itself."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said, and its exit status (negative where a signal ended it)."""

    status: int
    out: str
    err: str


def ask(
    args: Sequence[str], stdin: bytes | None, limit: float | None, *, warm: bool
) -> Answer | None:
    """Run the command elsewhere; past the limit leave it to itself.

    It is run by the server in the background, or by a process that then holds no stream of this
    one open, gets no signal that is meant for this one, and ends by itself, after `LONGEST` seconds
    at the latest.

    Args:
        args: what follows the command's name.
        stdin: what its standard input holds; None where it is not read.
        limit: seconds to wait for it; None for as long as it takes.
        warm: whether to let the server do it, where it can be had.

    Returns:
        Its answer, or None where there was none in time.

    Raises:
        AppealLintError: it could not be started.

    """
    until = None if limit is None else time.monotonic() + limit
    if warm:
        try:
            if (found := _served(args, stdin, limit)) is not None:
                return found
        except client.TooSlowError:
            return None
    left = None if until is None else max(0.0, until - time.monotonic())
    return _alone(args, stdin, left)


def _served(args: Sequence[str], stdin: bytes | None, limit: float | None) -> Answer | None:
    """Ask the server; None where there is none, and it cannot be started.

    Raises:
        TooSlowError: it did not answer in time.

    """
    question = client.question_of(args, stdin)
    if question is not None:
        question.outlives = True  # for the report that follows
    given = client.ask(question, limit) if question is not None else None
    if question is None or given is None:
        return None
    out, err = (
        given.text(at).decode(stream.encoding, "replace")
        for at, stream in zip((STDOUT, STDERR), question.streams, strict=True)
    )
    return Answer(given.status, out, err)


def _alone(args: Sequence[str], stdin: bytes | None, limit: float | None) -> Answer | None:
    """Start a process; parameters and the rest as in `ask`.

    Raises:
        AppealLintError: it could not be started.

    """
    # Files and no pipes: a pipe that is full, or that nobody reads any more, would stop it.
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(stdin or b"")
        given.seek(0)
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        # -P: what lies in the folder of the letters must not be taken for a part of the program.
        command = [sys.executable, "-P", "-m", "appeal_lint.doors.bounded", str(LONGEST), *args]
        try:
            started = subprocess.Popen(
                command,
                stdin=given,
                stdout=out,
                stderr=err,
                env={**os.environ, "PYTHONIOENCODING": encoding},
                **_apart(),
            )
        except (OSError, ValueError) as fault:
            reason = Said(str(getattr(fault, "strerror", None) or fault))
            raise AppealLintError(
                "The check cannot be started ({reason}).", reason=reason
            ) from fault
        try:
            status = started.wait(limit)
        except subprocess.TimeoutExpired:
            return None
        except BaseException:  # the user stops the command: nobody wants the answer
            started.kill()
            raise
        said = [_text(stream, encoding) for stream in (out, err)]
        return Answer(status, *said)


def _apart() -> dict[str, Any]:
    """Return what sets a process apart from the terminal of this one."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return {"creationflags": flags}
    return {"start_new_session": True}


def _text(stream: Any, encoding: str) -> str:
    stream.seek(0)
    text: str = stream.read().decode(encoding, "replace")
    return text.replace("\r\n", "\n")
