"""Ends the server when the editor is gone, even where its end of the pipe stays open."""

import os
import sys
import threading
from collections.abc import Callable

EVERY = 3.0
"""Seconds between two looks."""
ORPHANED = 1
"""The status to leave with: nobody asked the server to stop."""


def watch(process: int, writing: threading.Lock) -> None:
    """Leave when a process has ended; nothing happens where it cannot be seen from the start.

    It cannot where the server runs in a container and the editor outside of it.

    Args:
        process: its number.
        writing: held while a file is written.

    """
    gone = _look(process)
    if gone is not None:
        threading.Thread(target=_wait, args=(gone, writing), daemon=True).start()


def _wait(gone: Callable[[], bool], writing: threading.Lock) -> None:
    never = threading.Event()
    while not gone():
        never.wait(EVERY)
    with writing:
        os._exit(ORPHANED)  # another thread may wait for a pipe that nobody closes


if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE = 0x100000
    _ENDED = 0

    def _look(process: int) -> Callable[[], bool] | None:
        """Return what says whether a process has ended; None where it has or cannot be seen."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(_SYNCHRONIZE, False, process))
        if not handle:
            return None

        def gone() -> bool:  # the handle keeps the number from being given to another process
            return bool(kernel.WaitForSingleObject(handle, 0) == _ENDED)

        return None if gone() else gone

else:

    def _look(process: int) -> Callable[[], bool] | None:
        """Return what says whether a process has ended; None where it has or cannot be seen."""
        child = os.getppid() == process

        def gone() -> bool:
            # A parent that has ended may still be listed, until somebody asks how it ended.
            return (child and os.getppid() != process) or not _there(process)

        return None if process <= 0 or gone() else gone

    def _there(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except OSError:  # it belongs to somebody else
            return True
        return True
