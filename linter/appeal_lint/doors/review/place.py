"""Where what a review has done is kept, and which review was not finished."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from appeal_lint.cache import reads_as
from appeal_lint.doors.recall import cache_folder
from appeal_lint.doors.review.address import is_address
from appeal_lint.doors.review.state import State, discard
from appeal_lint.model.errors import AppealLintError

MOST = 12
"""Reviews that are kept; the one that was not run for the longest time goes first."""
ASKED, FINISHED = "asked", "finished"
"""What is noted of a review: what the user asked for, and whether all of it was done."""


@contextmanager
def state_of(paths: Sequence[str], how: object, *, keep: bool) -> Iterator[State]:
    """Open what is kept of a review.

    Args:
        paths: what is reviewed, as the user named it.
        how: another review of the same is kept apart if this differs.
        keep: whether anything is to be kept after this run.

    Raises:
        AppealLintError: it cannot be used, or another run is at the same review.

    """
    folder = _folder()
    if not keep or folder is None:
        with tempfile.TemporaryDirectory(prefix="appeal-lint-") as away:
            state = State(Path(away) / "review.sqlite")
            try:
                yield state
            finally:
                state.close()
        return
    places = (path if is_address(path) else os.path.realpath(path) for path in paths)
    name = reads_as(*places, how)
    path = folder / f"{name}.sqlite"
    with _locked(path):
        state = State(path)
        try:
            path.touch()
            yield state
        finally:
            state.close()
            _forget(folder)


def unfinished() -> dict[str, Any] | None:
    """Return what was asked for in the last review that was not finished, or None.

    One that is still running is not stopped.
    """
    folder = _folder()
    if folder is None or not folder.is_dir():
        return None
    for path in _newest(folder):
        lock = FileLock(f"{path}.lock", timeout=0)
        with contextlib.suppress(sqlite3.Error, ValueError, OSError, Timeout), lock:
            file = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
            try:
                known = dict(file.execute("SELECT key, value FROM about"))
            finally:
                file.close()
            if known.get(ASKED) and not known.get(FINISHED):
                asked = json.loads(known[ASKED])
                return asked if isinstance(asked, dict) else None
    return None


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(f"{path}.lock", timeout=0):
            yield
    except Timeout as fault:
        raise AppealLintError(
            "Another run is reviewing the same letters. Wait for it, or stop it first."
        ) from fault
    except OSError as fault:
        raise AppealLintError(
            "{path}: nothing can be kept there. With --no-cache nothing is kept.", path=path.parent
        ) from fault


def _folder() -> Path | None:
    folder = cache_folder()
    return folder / "reviews" if folder.is_absolute() else None


def _newest(folder: Path) -> list[Path]:
    found = []
    for path in folder.glob("*.sqlite"):
        with contextlib.suppress(OSError):  # another run has just removed it
            found.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(found, reverse=True)]


def _forget(folder: Path) -> None:
    """Remove what is kept of reviews that were not run for long."""
    with contextlib.suppress(OSError):
        for path in _newest(folder)[MOST:]:
            lock = FileLock(f"{path}.lock", timeout=0)
            with contextlib.suppress(Timeout), lock:
                discard(path)
