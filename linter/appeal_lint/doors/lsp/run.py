"""Runs the server on standard input and output until the editor goes."""

import logging
import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO, NoReturn

from appeal_lint.config import Scope
from appeal_lint.doors.blas import one_thread
from appeal_lint.doors.lsp.features import register
from appeal_lint.doors.lsp.server import Server
from appeal_lint.model.errors import AppealLintError


def run(scope: Callable[[], Scope]) -> NoReturn:
    """Serve one client, then leave: with 0 where it said goodbye first, else with 1.

    Args:
        scope: makes where configuration is looked for.

    Raises:
        AppealLintError: no editor is there.

    """
    if sys.stdin is None or sys.stdout is None or sys.stdin.isatty():
        raise AppealLintError(
            "This command is for editors: they start it and talk to it. "
            "To check a letter, write: appeal-lint draft.txt"
        )
    one_thread()
    logging.basicConfig(format="appeal-lint: %(name)s: %(message)s", level=logging.WARNING)
    logging.getLogger("pygls").setLevel(logging.ERROR)  # it warns of each late cancellation
    given, answers = _streams()
    server = Server(scope)
    register(server)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else it waits for more input before it ends
    server.start_io(given, answers)
    os._exit(0 if server.protocol.said_goodbye else 1)  # nobody waits for what is still analysed


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Return standard input and output for the protocol alone.

    Whatever else is printed, in Python or in C, goes to standard error from now on.
    """
    given = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, sys.stdin.fileno())
    os.dup2(sys.stderr.fileno() if sys.stderr else nothing, sys.stdout.fileno())
    os.close(nothing)
    return given, answers
