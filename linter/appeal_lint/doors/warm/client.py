"""Asks the server, and starts it where there is none."""

from __future__ import annotations

import contextlib
import os
import sys
import time

from appeal_lint.doors.warm import message
from appeal_lint.doors.warm.channel import Channel, connect
from appeal_lint.doors.warm.fit import seen_by_all
from appeal_lint.doors.warm.message import Answer, Question, Stream
from appeal_lint.model.limits import LARGEST_DOCUMENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

STOPPED = 130
TURNS = 2
"""How often a server that went away just now is followed by another."""


class TooSlowError(Exception):
    """The answer was not there in time; the server goes on with it."""


def run(args: Sequence[str]) -> int | None:
    """Let the server run the command, and write what it says.

    Args:
        args: what the user wrote after the command's name.

    Returns:
        The exit status; None where this process must do the work. Then nothing has been written,
        and standard input is as it was.

    """
    try:
        question = _question(args)
        if question is None:
            return None
        given = ask(question)
        if given is None:
            _give_back(question.data)
            return None
        fault = _write(given)
    except KeyboardInterrupt:
        return STOPPED
    return given.status if fault is None else _unwritten(args, fault)


def ask(question: Question, limit: float | None = None) -> Answer | None:
    """Return the answer of the server, which is started where there is none.

    Args:
        question: the run that it shall do.
        limit: seconds to wait for the answer; None for as long as the server lives.

    Returns:
        None where no server can be had, or it did not come to an end.

    Raises:
        TooSlowError: the limit has passed.

    """
    until = None if limit is None else time.monotonic() + limit
    for _ in range(TURNS):
        channel = _reached(until)
        if channel is None:
            return None
        try:
            channel.send(message.ask("run", question))
            reply = _reply(channel, until)
        except (OSError, ValueError):
            return None
        finally:
            channel.close()
        if reply == message.BUSY:
            return None
        if reply != message.GONE:
            try:
                return message.answered(reply)
            except ValueError:
                return None
    return None


def _reached(until: float | None) -> Channel | None:
    try:
        return connect()
    except OSError:
        from appeal_lint.doors.warm.start import started  # noqa: PLC0415

    return started(until)


def _reply(channel: Channel, until: float | None) -> bytes:
    """Return the answer after all signs of life.

    Raises:
        OSError: the server is gone.
        TooSlowError: it did not answer in time.

    """
    heard = time.monotonic()
    while True:
        now = time.monotonic()
        left = message.SILENCE - (now - heard)
        if until is not None:
            left = min(left, until - now)
        try:
            reply = channel.receive(left)
        except TimeoutError:
            if until is not None and time.monotonic() >= until:
                raise TooSlowError from None
            raise
        if reply != message.WAIT:
            return reply
        heard = time.monotonic()


def question_of(args: Sequence[str], data: bytes | None) -> Question | None:
    """Return a run of the command as this process would do it.

    Args:
        args: what stands after the command's name.
        data: standard input; None where it is not read.

    Returns:
        None where the server could not do the same.

    """
    out, err = sys.stdout, sys.stderr
    if out is None or err is None or sys.getfilesystemencoding() != "utf-8":
        return None
    try:
        folder = os.getcwd()
    except OSError:
        return None
    mask = os.umask(0o077)
    os.umask(mask)
    streams = (
        Stream(out.encoding, out.errors or "strict", out.isatty()),
        Stream(err.encoding, err.errors or "strict", err.isatty()),
    )
    return Question(list(args), folder, dict(os.environ), streams, _columns(), mask, data)


def _question(args: Sequence[str]) -> Question | None:
    if not all(map(seen_by_all, args)):
        return None
    data = None
    if "-" in args:
        writes = any(one.startswith("--output-file") for one in args)
        if sys.stdin is None or sys.stdin.isatty() or writes:
            return None  # only here can be seen that the letter would be overwritten
        data = sys.stdin.buffer.read(LARGEST_DOCUMENT + 1)
    found = question_of(args, data)
    if found is None:
        _give_back(data)
    return found


def _give_back(data: bytes | None) -> None:
    """Let what was read of standard input be read again."""
    if data is not None:
        import io  # noqa: PLC0415

        sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")


def _columns() -> int:
    """Return the columns of the terminal that standard output goes to, as `shutil` does."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    return 0


def _write(given: Answer) -> OSError | None:
    """Write what the server wrote; return why standard output took no more, if so."""
    for to, data in given.parts:
        stream = sys.stdout if to == message.STDOUT else sys.stderr
        try:
            stream.buffer.write(data)
            stream.buffer.flush()
        except BrokenPipeError:  # whoever read has read enough
            _close(stream)
        except OSError as fault:
            if to == message.STDOUT:
                _close(stream)
                return fault
    return None


def _close(stream: TextIO) -> None:
    """Let what is still held back go nowhere, so that leaving brings no second complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _unwritten(args: Sequence[str], fault: OSError) -> int:
    """Say what the ordinary run says where the report cannot be written."""
    from appeal_lint.doors import speech  # noqa: PLC0415
    from appeal_lint.doors.complain import complain  # noqa: PLC0415
    from appeal_lint.doors.status import FAILED  # noqa: PLC0415
    from appeal_lint.model.said import Said  # noqa: PLC0415

    reason = Said(str(fault.strerror))
    said = Said("The report cannot be written ({reason}).", reason=reason)
    complain(said.told(speech.errors({"language": speech.early(args)})))
    return FAILED


def tell(do: str) -> dict[str, object] | None:
    """Ask the server about itself, or tell it to stop; None where there is none.

    Args:
        do: `status` or `stop`.

    """
    try:
        channel = connect()
    except OSError:
        return None
    try:
        channel.send(message.ask(do))
        return message.heard(_reply(channel, time.monotonic() + message.SILENCE))
    except (OSError, ValueError, TooSlowError):
        return None
    finally:
        channel.close()


def is_up() -> bool:
    """Say whether a server of this installation can be reached."""
    try:
        connect().close()
    except OSError:
        return False
    return True
