"""A bound of time for readers written in Python, whatever thread they run in."""

import ctypes
import threading
import time
from contextlib import AbstractContextManager
from io import BytesIO

SECONDS = 30.0
"""How long the reading of one letter may take. A real one takes less than one second."""
_AGAIN = 0.5
"""Seconds after which a reader that swallowed the alarm is rung at once more."""
_LOOK = 0.02
"""Seconds between two looks at whether the reader is done."""

_raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
_raise_in.argtypes = (ctypes.c_ulong, ctypes.py_object)
_raise_in.restype = ctypes.c_int


class TimeUp(BaseException):
    """The time is over.

    It is no `Exception`, so that a library that passes over its own errors does not pass over it.
    `formats.read` makes a `DraftError` of it; who calls `deadline` elsewhere has to do the same.
    """


def deadline(seconds: float) -> AbstractContextManager[object]:
    """Return a context that is left with `TimeUp` once it has taken too long.

    The alarm reaches code in Python between two of its steps. A call into C, such as one that
    parses XML, is not broken off: bound what it is given. Works in any thread and on any system,
    and contexts may stand inside one another. Catch `TimeUp` in a function further out than other
    errors of the reader, for it may come while they are dealt with.

    Args:
        seconds: how long it may take, by the clock on the wall.

    """
    # The end is marked by closing a file in memory, for `with` then does it in one step of C: a
    # method in Python could itself be broken off by the alarm, which would then ring for ever.
    inside = BytesIO()
    try:
        args = (inside, threading.get_ident(), seconds)
        threading.Thread(target=_watch, args=args, name="deadline", daemon=True).start()
    except BaseException:
        inside.close()
        raise
    return inside


def _watch(inside: BytesIO, thread: int, seconds: float) -> None:
    """Ring in a thread when the time is over, and again until the context is left."""
    due = time.monotonic() + seconds
    while not inside.closed:
        if (left := due - time.monotonic()) > 0:
            time.sleep(min(left, _LOOK))
        elif not inside.closed and _raise_in(thread, TimeUp):  # no other thread runs between
            due += _AGAIN
        else:
            return
