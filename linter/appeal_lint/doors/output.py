"""Standard output: what it can show, and what is written to it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

import click

from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from appeal_lint.report.page import Page

SIGNS = "“”…·’✓✗"
"""What a stream must be able to show, or it gets ASCII."""

LETTERS = {"zh": "中文，。“”"}
"""What a stream must be able to show, or the report is in English."""

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


def write_bytes(data: bytes) -> None:
    """Write to standard output as it is, whatever that can show: what has an encoding of its own.

    Raises:
        AppealLintError: it cannot be written, for want of room for example.

    """
    out = getattr(sys.stdout, "buffer", None)
    if out is None:  # nowhere, or somewhere that takes text only
        write(data.decode(), data=True)
        return
    try:
        sys.stdout.flush()
        out.write(data)
        out.flush()
    except OSError as fault:
        _close()
        if not isinstance(fault, BrokenPipeError):
            raise AppealLintError(
                "The report cannot be written ({reason}).", reason=Said(str(fault.strerror))
            ) from fault


def show(render: Callable[[Page], str], width: int | None, language: str) -> None:
    """Write a page for a person to standard output.

    Args:
        render: writes on a page and returns its text.
        width: columns; those of the window where None.
        language: the code of the language of the page.

    """
    from appeal_lint.report.page import Page  # noqa: PLC0415

    color = wants_color()
    page = Page(width or columns(), speaks_unicode(), color, language)
    write(render(page), color=color)


def write_lines(*lines: str) -> None:
    """Write lines of our own, which may name the user's files, to standard output."""
    from appeal_lint.report.safe import safe  # noqa: PLC0415

    write("".join(f"{safe(line)}\n" for line in lines))


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
