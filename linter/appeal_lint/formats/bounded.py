"""A bound of time for readers written in Python, whatever thread they run in."""

import ctypes
import threading
import time
from typing import Self

SECONDS = 30.0
"""How long the reading of one letter may take. A real one takes less than one second."""
_AGAIN = 0.5
"""Seconds after which a reader that swallowed the alarm is rung at once more."""

_raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
_raise_in.argtypes = (ctypes.c_ulong, ctypes.py_object)
_raise_in.restype = ctypes.c_int
_quiet = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p)(
    ("PyThreadState_SetAsyncExc", ctypes.pythonapi)
)
"""The same function, called with NULL: it takes back what has not been raised yet."""


class TimeUp(BaseException):
    """The time is over.

    It is no `Exception`, so that a library that passes over its own errors does not pass over it.
    `formats.read` makes a `DraftError` of it; who calls `deadline` elsewhere has to do the same.
    """


class deadline:  # noqa: N801  (it reads as a word: with deadline(5):)
    """A context that is left with `TimeUp` once it has taken too long.

    The alarm reaches code in Python between two of its steps. A call into C, such as one that
    parses XML, is not broken off: bound what it is given. Works in any thread and on any system,
    and contexts may stand inside one another.

    Args:
        seconds: how long it may take, by the clock on the wall.

    Raises:
        TimeUp: on leaving, or anywhere inside.

    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._thread = 0
        self._stop = threading.Lock()
        self._running = False

    def __enter__(self) -> Self:
        self._thread = threading.get_ident()
        self._stop.acquire()
        self._running = True
        threading.Thread(target=self._watch, name="appeal-lint-deadline", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: object
    ) -> None:
        """Stop the clock for good. The alarm may ring in here too, between any two steps."""
        rung = False
        while True:
            try:
                if self._stop.locked():
                    self._stop.release()
                while self._running:
                    time.sleep(0.0001)
                _quiet(self._thread, None)
                break
            except TimeUp:
                rung = True
        if rung and kind is None:
            raise TimeUp

    def _watch(self) -> None:
        """Wait for the end of the context; ring until it comes."""
        wait = self._seconds
        while not self._stop.acquire(timeout=wait):
            _raise_in(self._thread, TimeUp)
            wait = _AGAIN
        self._running = False
