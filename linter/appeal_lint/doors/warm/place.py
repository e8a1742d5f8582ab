"""Where the server of this user and this installation is reached."""

import os
import stat
import sys
from zlib import crc32

LONGEST = 100
"""Bytes of the name of a socket; macOS takes 103, Linux 107."""
OWN = "appeal-lint"


def folder() -> str:
    """Return the folder of the socket, the lock and the log; it need not be there."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
        return os.path.join(base, OWN, "run")
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(given) and len(os.fsencode(given)) < LONGEST - 30 and _of_user(given):
        return os.path.join(given, OWN)
    return f"/tmp/{OWN}-{os.geteuid()}"


def name() -> str:
    """Return what the files of the server of this installation are called."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return f"{crc32(os.fsencode(f'{package}|{sys.prefix}')):08x}"


def address() -> str:
    """Return where the server listens: a Unix socket, or a named pipe on Windows."""
    if sys.platform == "win32":
        user = f"{crc32(os.fsencode(folder())):08x}"
        return rf"\\.\pipe\{OWN}-{user}-{name()}"
    return os.path.join(folder(), f"{name()}.socket")


def beside(ending: str) -> str:
    """Return the path of another file of the server, such as its lock."""
    return os.path.join(folder(), f"{name()}.{ending}")


def is_ours() -> bool:
    """Say whether the folder is there and nobody else can put anything into it.

    Else somebody could wait there for letters.
    """
    try:
        seen = os.lstat(folder())
    except OSError:
        return False
    if not stat.S_ISDIR(seen.st_mode):
        return False
    if sys.platform == "win32":  # the folder is in the profile of the user
        return True
    return seen.st_uid == os.geteuid() and not seen.st_mode & 0o077


def _of_user(path: str) -> bool:
    """Say whether a folder is there and belongs to the user; after `sudo` it may be another's."""
    try:
        return os.path.isdir(path) and os.stat(path).st_uid == os.geteuid()
    except OSError:
        return False


def make() -> bool:
    """Make the folder where it is not there; say whether it is ours."""
    try:
        os.makedirs(folder(), mode=0o700, exist_ok=True)
    except OSError:
        return False
    return is_ours()
