"""Starts the server, in a process of its own that outlives who asks."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from appeal_lint.doors.warm import place
from appeal_lint.doors.warm.channel import Channel, connect

PATIENCE = 30.0
"""Seconds until a server must listen; it does so before it loads anything large."""
AFTER = 3.0
"""Seconds to look for another server after ours has ended at once, since that one was first."""
PAUSE = 0.02


def started(until: float | None = None) -> Channel | None:
    """Start a server and connect to it, or to one that others start at the same time.

    Args:
        until: the moment (`time.monotonic`) from which nobody waits any more.

    Returns:
        None where no server comes up.

    """
    if not place.make():
        return None
    process = _spawn()
    if process is None:
        return None
    try:
        return _reached(process, until)
    finally:
        process.returncode = process.returncode or 0  # it outlives us, and that is no leak


def _reached(process: subprocess.Popen[bytes], until: float | None) -> Channel | None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            return connect()
        except OSError:
            pass
        if until is not None and time.monotonic() >= until:
            from appeal_lint.doors.warm.client import TooSlowError  # noqa: PLC0415

            raise TooSlowError
        if process.poll() is not None:
            end = min(end, time.monotonic() + AFTER)
        time.sleep(PAUSE)
    return None


def _spawn() -> subprocess.Popen[bytes] | None:
    above = os.path.dirname(
        os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    )
    # Not by `-m`, which would look for modules in the folder that the user is in. This very package
    # and no other of its name, and nothing beside it in place of what Python finds by itself.
    code = (
        f"import sys; sys.path.insert(0, {above!r}); import appeal_lint; "
        "sys.path.append(sys.path.pop(0)); "
        "from appeal_lint.doors.cli import main; main(['server', 'run'])"
    )
    more: dict[str, object] = {}
    if sys.platform == "win32":
        more["creationflags"] = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    else:
        more["start_new_session"] = True
    try:
        with open(place.beside("log"), "ab") as log:
            return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
                [sys.executable, "-P", "-X", "utf8", "-c", code],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=place.folder(),
                close_fds=True,
                **more,
            )
    except OSError:
        return None
