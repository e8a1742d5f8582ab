"""Whether another process finds the same under a name."""

import os
import stat

OWN = ("/dev/", "/proc/")
"""Where a name may mean something else for each process, such as `/dev/stdin`."""


def seen_by_all(word: str) -> bool:
    """Say whether what a word of the command names, if it is a path, is the same for the server.

    A pipe is not: only one can read it, and a server that waits for its other end is of no use
    to anybody else.

    Args:
        word: a path, an option, or an option with its value behind `=`.

    """
    path = word.partition("=")[2] if word[:1] == "-" else word
    if not path or path == "-":
        return True
    try:
        if os.path.abspath(path).startswith(OWN):
            return False
        kind = os.stat(path).st_mode
    except (OSError, ValueError):  # no such file, or no path at all
        return True
    return stat.S_ISREG(kind) or stat.S_ISDIR(kind)
