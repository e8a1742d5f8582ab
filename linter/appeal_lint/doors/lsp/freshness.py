"""Whether the files that settings come from are as they were.

Not every editor tells of changed files, and a look at some names takes less than a millisecond.
"""

import os
from pathlib import Path

from appeal_lint.config import Scope
from appeal_lint.config.discover import NAMES

Stamp = tuple[tuple[int, int, int] | None, ...]


def stamp(scope: Scope, folder: Path) -> Stamp:
    """Return what tells changed configuration from unchanged, for letters in a folder."""
    files = [scope.user] if scope.given is None else [scope.user, scope.given]
    files += [one / name for one in (folder, *folder.parents) for name in NAMES]
    return tuple(map(_look, files))


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
