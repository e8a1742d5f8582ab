"""Where a report goes: the terminal as it is, or a file written whole or not at all."""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from appeal_lint.model.errors import AppealLintError


def wants_color() -> bool:
    """Follow NO_COLOR and FORCE_COLOR, then whether the output is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") not in (None, "", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def speaks_unicode() -> bool:
    """Say whether standard output can show the signs of the report."""
    try:
        "“…·’".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def columns() -> int:
    """Return the width to write to: the terminal's, at most 100, and 80 where there is none."""
    return min(100, shutil.get_terminal_size((80, 24)).columns)


def write(text: str, target: str | None, drafts: Sequence[str]) -> None:
    """Write to standard output, or to a file by a temporary one and an atomic replace.

    Raises:
        AppealLintError: the file is one of the drafts, or cannot be written.

    """
    if target is None:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
        return
    place = Path(target)
    if any(path != "-" and _same(place, Path(path)) for path in drafts):
        raise AppealLintError(f"{target}: this is the letter itself. Name another output file.")
    try:
        handle, temporary = tempfile.mkstemp(dir=place.absolute().parent, prefix=".appeal-lint-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
                out.write(text)
            os.replace(temporary, place)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise AppealLintError(f"{target}: cannot be written ({fault.strerror}).") from fault


def _same(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve() or (one.exists() and one.samefile(other))
    except OSError:
        return False
