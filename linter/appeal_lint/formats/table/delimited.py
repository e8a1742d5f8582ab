"""Rows of `.csv` and `.tsv`: any sign between the cells, any encoding, line breaks in cells."""

import codecs
import csv
import io
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO

from appeal_lint.draft.decode import decode
from appeal_lint.formats.table.cells import MOST_ROWS, TOO_MANY, Cells, as_text
from appeal_lint.formats.table.columns import Chooser
from appeal_lint.formats.table.header import HEADER_ROWS, Record, header
from appeal_lint.model.errors import DraftError
from appeal_lint.model.said import Said

_CHUNK = 1 << 20
_SAMPLE = 1 << 16
MOST_SIGNS = 2_000_000
"""Characters that one row may take, with all its line breaks."""
_NO_TABLES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"PAR1")
_LIKE_WESTERN = ("cp1250", "cp1254", "latin_1")
"""What a few names may be taken for; quotation marks and dashes are the same in all of them."""
_SEPARATORS = (",", ";", "\t", "|")


def cells(file: BinaryIO, path: str, chooser: Chooser) -> Iterator[Cells]:
    """Yield the rows of a table; see `read.cells`."""
    encoding = _encoding(file, path)
    separator, skipped = _separator(file, path, encoding, chooser)
    records = _records(file, encoding, separator, path)
    for _ in range(skipped):
        next(records, None)
    roles, width, kept = header(records, path, chooser)
    for number, record, fault in kept:
        if number > MOST_ROWS:
            raise DraftError(TOO_MANY, path=path, most=MOST_ROWS)
        values = {role: record[at] for role, at in roles.items() if at < len(record)}
        yield Cells(number, values, fault or _beyond(record, width, number, path))


def _beyond(record: Sequence[object], width: int, number: int, path: str) -> Said | None:
    """Return what to say of a row with more cells than the table has names: a text is cut there."""
    if not any(map(as_text, record[width:])):
        return None
    return Said(
        "{path}: row {row} has more cells than the table has columns. "
        "Put quotation marks around its letter.",
        path=path,
        row=number,
    )


def _encoding(file: BinaryIO, path: str) -> str:
    """Return the encoding of a file, which is read once for it, piece by piece.

    Raises:
        DraftError: the bytes are no text.

    """
    file.seek(0)
    sample = file.read(_SAMPLE)
    if sample.startswith(_NO_TABLES):
        raise DraftError(
            "{path}: this file is not what its name says. Open it and save it as .csv again.",
            path=path,
        )
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    piece, before = sample, b""
    try:
        while piece:
            if b"\0" in piece:
                return decode(piece[: len(piece) // 2 * 2], path)[1]
            decoder.decode(piece)
            before, piece = piece[-_SAMPLE:], file.read(_CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as fault:
        return _legacy(before + piece, fault.start, path)
    return "utf-8"


def _legacy(data: bytes, place: int, path: str) -> str:
    """Return the encoding of bytes that are not all UTF-8, by those around the first that is not.

    A table in UTF-8 with damage in a few rows is read as such: these rows then have a fault.
    """
    start = max(0, place - _SAMPLE // 2)
    lines = data[start : place + _SAMPLE].split(b"\n")
    around = b"\n".join(lines[1:-1]) if len(lines) > 3 and start else b"\n".join(lines)
    read = [one for one in around.decode("utf-8", "surrogateescape") if not one.isascii()]
    if sum("\udc80" <= one <= "\udcff" for one in read) * 2 < len(read):
        return "utf-8"
    try:
        found = decode(around, path)[1]
        return "cp1252" if found in _LIKE_WESTERN else found
    except DraftError:
        if len(around.decode("utf-8", "ignore")) > 0.5 * len(around):
            return "utf-8"
        raise


def _records(file: BinaryIO, encoding: str, separator: str, path: str) -> Generator[Record]:
    """Yield the number of each row, its cells, and why they cannot be read."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, "surrogateescape", newline="")
    lines = _Lines(text)
    number = 0
    try:
        for number, record in enumerate(csv.reader(lines, delimiter=separator), 1):
            lines.taken = 0
            yield number, record, None
    except csv.Error:
        yield (
            number + 1,
            [],
            Said(
                "{path}: row {row} does not end: a cell is far too long, or a quotation mark is "
                "missing. I could not read this row and the rows below it.",
                path=path,
                row=number + 1,
            ),
        )
    finally:
        text.detach()


class _Lines:
    """The lines of a file, as long as a row is not too long."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.taken = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(MOST_SIGNS)
        self.taken += len(line)
        unclosed = self.taken and not line  # a quotation mark, up to the end of the file
        if self.taken >= MOST_SIGNS or unclosed:
            raise csv.Error
        if not line:
            raise StopIteration
        return line


def _separator(file: BinaryIO, path: str, encoding: str, chooser: Chooser) -> tuple[str, int]:
    """Return what stands between the cells, and how many rows above the table say only that."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, "surrogateescape", newline="")
    first = text.readline(100).strip()
    text.detach()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1
    if PurePath(path).suffix.lower() == ".tsv":
        return "\t", 0
    return max(_SEPARATORS, key=lambda one: _fit(file, encoding, one, path, chooser)), 0


def _fit(
    file: BinaryIO, encoding: str, separator: str, path: str, chooser: Chooser
) -> tuple[int, int]:
    """Return how many wanted columns a sign between the cells gives, and how many cells."""
    best = (0, 0)
    records = _records(file, encoding, separator, path)
    for _, names, _ in islice(records, HEADER_ROWS):
        try:
            found = len(chooser.choose(list(map(as_text, names))) or ())
        except DraftError:
            found = len(names)  # two columns may be one: so there are columns
        best = max(best, (found, len(names)))
    records.close()
    return best
