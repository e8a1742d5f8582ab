"""Runs the command as somebody else asked for it: with his folder, environment and streams."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from appeal_lint.doors.warm.message import STDERR, STDOUT, Answer, Question, Stream

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

    from appeal_lint.doors.kept import Kept


class _Tape(io.RawIOBase):
    """Takes what is written to one stream, in the order of all."""

    def __init__(self, to: int, terminal: bool, parts: list[tuple[int, bytes]]) -> None:
        super().__init__()
        self._to = to
        self._terminal = terminal
        self._parts = parts

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._terminal

    def write(self, data: ReadableBuffer, /) -> int:
        found = bytes(data)
        if self._parts and self._parts[-1][0] == self._to:
            found_before = self._parts.pop()[1]
            self._parts.append((self._to, found_before + found))
        else:
            self._parts.append((self._to, found))
        return len(found)


def run(question: Question, kept: Kept) -> Answer:
    """Run the command and return what it wrote and its exit status.

    Only for the main thread, and one at a time: the folder and the environment are those of the
    whole process.

    Raises:
        OSError: the folder is not there any more.

    """
    from appeal_lint.doors.cli import main  # noqa: PLC0415

    parts: list[tuple[int, bytes]] = []
    with _as(question, parts):
        try:
            main(list(question.args), kept)
        except SystemExit as left:
            status = left.code
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    return Answer(status if isinstance(status, int) else 0, parts)


@contextlib.contextmanager
def _as(question: Question, parts: list[tuple[int, bytes]]) -> Iterator[None]:
    own = os.environ.copy()
    streams = sys.stdin, sys.stdout, sys.stderr
    here = os.getcwd()
    os.chdir(question.folder)
    mask = os.umask(question.mask)
    try:
        _set(_environ(question))
        sys.stdin = io.TextIOWrapper(io.BytesIO(question.data or b""), encoding="utf-8")
        sys.stdout = _stream(STDOUT, question.streams[0], parts)
        sys.stderr = _stream(STDERR, question.streams[1], parts)
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        os.umask(mask)
        _set(own)
        os.chdir(here)


def _stream(to: int, like: Stream, parts: list[tuple[int, bytes]]) -> io.TextIOWrapper:
    tape = _Tape(to, like.terminal, parts)
    return io.TextIOWrapper(
        io.BufferedWriter(tape), encoding=like.encoding, errors=like.errors, line_buffering=True
    )


def _environ(question: Question) -> dict[str, str]:
    """Return the environment, with the width of the terminal that only who asks can see."""
    found = dict(question.environ)
    try:
        said = int(found.get("COLUMNS", "")) > 0
    except ValueError:
        said = False
    if question.columns and not said:
        found["COLUMNS"] = str(question.columns)
    return found


def _set(environ: dict[str, str]) -> None:
    if os.environ != environ:
        os.environ.clear()
        os.environ.update(environ)
