"""Where a report goes: the terminal as it is, or a file written whole or not at all."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from appeal_lint.model.errors import AppealLintError

SIGNS = "“”…·’✓✗"
"""What a stream must be able to show, or it gets ASCII."""

WIDEST = 100
"""Columns. Longer lines are hard to read."""


def wants_color() -> bool:
    """Follow NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether this is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(one, "0") not in ("", "0") for one in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def speaks_unicode() -> bool:
    """Say whether standard output can show the signs of the report."""
    return _encodes(SIGNS)


def columns() -> int:
    """Return the width of the terminal, at most 100; 80 where there is none."""
    return min(WIDEST, shutil.get_terminal_size((80, 24)).columns)


def write(text: str, *, data: bool = False, color: bool = False) -> None:
    r"""Write to standard output.

    Args:
        text: what to write.
        data: it is JSON, so what the stream cannot show is written as `\uXXXX`.
        color: its colours are wanted, whatever the stream is.

    Raises:
        AppealLintError: it cannot be written, for want of room for example.

    """
    if not _encodes(text):
        if data:
            from appeal_lint.report.safe import escaped  # noqa: PLC0415

            text = escaped(text, ascii_only=True)
        encoding = _encoding()
        text = text.encode(encoding, "replace").decode(encoding)
    try:
        click.echo(text, nl=False, color=color)
    except BrokenPipeError:
        # Whoever read has read enough. The exit status is still that of the letters.
        _close()
    except OSError as fault:
        _close()
        raise AppealLintError(f"The report cannot be written ({fault.strerror}).") from fault


def write_lines(*lines: str) -> None:
    """Write lines of our own, which may name the user's files, to standard output."""
    from appeal_lint.report.safe import safe  # noqa: PLC0415

    write("".join(f"{safe(line)}\n" for line in lines))


def check_target(target: str, drafts: Iterable[str]) -> None:
    """Make sure that a report may be written to a file.

    Raises:
        AppealLintError: it is one of the drafts, or a folder, or in a folder that is not there.

    """
    place = Path(target)
    try:
        if any(_same(place, path) for path in drafts):
            raise AppealLintError(
                f"--output-file {target}: this is the letter itself. Name another file."
            )
        if place.is_dir():
            raise AppealLintError(f"--output-file {target}: this is a folder. Name a file.")
        if not place.resolve().parent.is_dir():
            raise AppealLintError(f"--output-file {target}: there is no such folder.")
    except (OSError, ValueError, RuntimeError) as fault:
        raise AppealLintError(f"--output-file {target}: this name cannot be used.") from fault


def create(place: Path, text: str) -> None:
    """Write a new file, and the folders it is in; whole or not at all, and over nothing.

    Raises:
        AppealLintError: something of that name is there, or it cannot be written.

    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch(exist_ok=False)  # nobody else can take the name from here on
        try:
            _swap(place, text)
        except BaseException:
            place.unlink(missing_ok=True)
            raise
    except FileExistsError as fault:
        if place.parent.is_dir():
            raise AppealLintError(
                f"{place}: this is there already. Nothing was changed."
            ) from fault
        raise _unwritten(place, fault) from fault
    except (OSError, ValueError) as fault:
        raise _unwritten(place, fault) from fault


def put(place: Path, text: str) -> None:
    """Write a file, and the folders it is in, in place of what is there; whole or not at all.

    Raises:
        AppealLintError: it cannot be written.

    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _swap(place.resolve(), text)
    except (OSError, ValueError) as fault:
        raise _unwritten(place, fault) from fault


def remove(place: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        AppealLintError: it cannot be removed.

    """
    try:
        place.unlink(missing_ok=True)
    except OSError as fault:
        raise AppealLintError(f"{place}: this cannot be removed ({fault.strerror}).") from fault


def _unwritten(place: Path, fault: Exception) -> AppealLintError:
    reason = fault.strerror if isinstance(fault, OSError) else "this is not a name"
    return AppealLintError(f"{place}: this cannot be written ({reason}).")


def replace(target: str, text: str) -> None:
    """Write a file whole or not at all: a temporary file beside it takes its place.

    A device or a pipe is written to as it is.

    Raises:
        AppealLintError: it cannot be written.

    """
    try:
        place = Path(target)
        if place.exists() and not place.is_file():
            place.write_text(text, encoding="utf-8", newline="\n")
            return
        _swap(place.resolve(), text)
    except OSError as fault:
        raise AppealLintError(f"{target}: cannot be written ({fault.strerror}).") from fault


def _swap(place: Path, text: str) -> None:
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".appeal-lint-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        temporary.chmod(mode)
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _same(place: Path, draft: str) -> bool:
    """Say whether a file is the one a draft comes from, by any of its names."""
    if not place.exists():
        return False
    if draft != "-":
        return Path(draft).exists() and place.samefile(draft)
    try:
        given = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError):  # no real file behind standard input
        return False
    return os.path.samestat(given, place.stat())


def _close() -> None:
    """Let what is still held back go nowhere, so that leaving brings no second complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "ascii"


def _encodes(text: str) -> bool:
    try:
        text.encode(_encoding())
    except (UnicodeEncodeError, LookupError):
        return False
    return True
