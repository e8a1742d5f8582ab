"""Where a report goes: the terminal as it is, or a file written whole or not at all."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

SIGNS = "“”…·’✓✗"
"""What a stream must be able to show, or it gets ASCII."""

LETTERS = {"zh": "中文，。“”"}
"""What a stream must be able to show, or the report is in English."""

OURS = (".appeal-lint.yaml", ".appeal-lint.yml", "pyproject.toml", ".ignores.yaml")
"""Names of files that a report must not take the place of, and how such names end."""

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


def shows(language: str, stream: TextIO | None = None) -> bool:
    """Say whether a stream, or standard output, can show the letters of a language."""
    return _encodes(LETTERS.get(language, ""), stream)


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
        raise AppealLintError(
            "The report cannot be written ({reason}).", reason=Said(str(fault.strerror))
        ) from fault


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
                "--output-file {path}: this is the letter itself. Name another file.", path=target
            )
        if place.name in OURS or place.name.endswith(OURS):
            raise AppealLintError(
                "--output-file {path}: this name is for settings or ignores. Name another file.",
                path=target,
            )
        if place.is_dir():
            raise AppealLintError(
                "--output-file {path}: this is a folder. Name a file.", path=target
            )
        if not place.resolve().parent.is_dir():
            raise AppealLintError("--output-file {path}: there is no such folder.", path=target)
    except (OSError, ValueError, RuntimeError) as fault:
        raise AppealLintError(
            "--output-file {path}: this name cannot be used.", path=target
        ) from fault


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
                "{path}: this is there already. Nothing was changed.", path=place
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
        raise AppealLintError(
            "{path}: this cannot be removed ({reason}).",
            path=place,
            reason=Said(str(fault.strerror)),
        ) from fault


def one_line(text: str) -> str:
    """Return what a user wrote on one line, without what no file could hold."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def reason(fault: Exception) -> Said:
    """Return why the system refused a file or a folder."""
    if isinstance(fault, OSError):
        return Said(str(fault.strerror))
    return Said("not the name of a file")


def _unwritten(place: Path, fault: Exception) -> AppealLintError:
    return AppealLintError(
        "{path}: cannot be written ({reason}).", path=place, reason=reason(fault)
    )


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
        raise AppealLintError(
            "{path}: cannot be written ({reason}).", path=target, reason=Said(str(fault.strerror))
        ) from fault


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


def _encoding(stream: TextIO | None = None) -> str:
    return getattr(stream or sys.stdout, "encoding", None) or "ascii"


def _encodes(text: str, stream: TextIO | None = None) -> bool:
    try:
        text.encode(_encoding(stream))
    except (UnicodeEncodeError, LookupError):
        return False
    return True
