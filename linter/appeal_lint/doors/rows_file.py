"""Reads the lines of a review, one after the other: no file is held in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from typing import BinaryIO

import msgspec

from appeal_lint.doors import speech
from appeal_lint.doors.files import reason
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.row import Row
from appeal_lint.model.said import Said, printable

LONGEST = 16 * 1024 * 1024
"""Bytes of a line. A letter of the greatest size allowed, with all its findings, has fewer."""
NAMED = 10
"""How many lines that cannot be used are named."""


class RowsFiles:
    """The rows of some files.

    A line that stands twice, in one file or in two, is taken once. What cannot be used is told on
    standard error: a line for each file.

    Args:
        paths: what `appeal-lint review --jsonl` wrote; `-` for standard input.

    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._decoder = msgspec.json.Decoder(Row)
        self._seen: set[bytes] = set()
        self.read = 0
        """How many rows there were so far."""

    def __iter__(self) -> Iterator[Row]:
        """Yield every row.

        Raises:
            AppealLintError: no file has any.

        """
        for path in self._paths:
            try:
                with _opened(path) as file:
                    yield from self._rows(path, file)
            except (OSError, ValueError) as fault:
                speech.tell(
                    Said("{path}: cannot be read ({reason}).", path=path, reason=reason(fault))
                )
        if not self.read:
            raise AppealLintError(
                "There is no letter to learn from. Make the file with: "
                "appeal-lint review FOLDER --jsonl review.jsonl"
            )

    def _rows(self, path: str, file: BinaryIO) -> Iterator[Row]:
        wrong: list[int] = []
        number = 0
        for number, line in enumerate(_lines(file), 1):
            if line is not None and not line.strip():
                continue
            row = None if line is None else self._row(line)
            if row is None:
                wrong.append(number)
                continue
            digest = blake2b(line or b"", digest_size=16).digest()
            if digest not in self._seen:
                self._seen.add(digest)
                self.read += 1
                yield row
        if wrong:
            speech.tell(_unusable(path, wrong))

    def _row(self, line: bytes) -> Row | None:
        try:
            return self._decoder.decode(line)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return None


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield each line without its end; None for one that is longer than any row."""
    while line := file.readline(LONGEST + 1):
        if len(line) <= LONGEST:
            yield line.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf")
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST)
        yield None


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path != "-":
        with open(path, "rb") as file:
            yield file
    elif sys.stdin is None:
        raise AppealLintError("-: there is no standard input.")
    else:
        yield sys.stdin.buffer


def _unusable(path: str, wrong: Sequence[int]) -> Said:
    """Say which lines were passed over."""
    numbers = ", ".join(map(str, wrong[:NAMED]))
    name = printable(path)
    if len(wrong) > NAMED:
        return Said(
            "{path}: these lines are no rows of a review and are passed over: {numbers} and "
            "{more} more.",
            path=name,
            numbers=numbers,
            more=len(wrong) - NAMED,
        )
    return Said(
        "{path}: these lines are no rows of a review and are passed over: {numbers}.",
        path=name,
        numbers=numbers,
    )
