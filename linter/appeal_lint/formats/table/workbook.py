"""Rows of `.xlsx`: of the first sheet that has the columns."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from appeal_lint.formats.faults import damaged
from appeal_lint.formats.table.cells import MOST_ROWS, TOO_MANY, Cells
from appeal_lint.formats.table.columns import Chooser
from appeal_lint.formats.table.header import Record, Table, header
from appeal_lint.formats.table.zipped import check
from appeal_lint.model.errors import DraftError
from appeal_lint.model.extras import load

_ROWS, _COLUMNS = 1_048_576, 500
"""The rows of a sheet, and the columns of it that are read."""
_MOST_SHEETS = 50
_OLD = b"\xd0\xcf\x11\xe0"
"""How `.xls` begins, and a workbook with a password."""


def cells(file: BinaryIO, path: str, chooser: Chooser) -> Iterator[Cells]:
    """Yield the rows of a table; see `read.cells`.

    Formulas give the value that was last stored. Nothing that the file links to is opened.
    """
    file.seek(0)
    if file.read(4) == _OLD:
        raise DraftError(
            "{path}: this workbook is old, or has a password. Open it and save it again as .xlsx "
            "without a password.",
            path=path,
        )
    check(file, path)
    load("defusedxml", "xlsx")  # openpyxl takes it where it is, and says nothing where it is not
    openpyxl = load("openpyxl", "xlsx")
    try:
        yield from _cells(file, path, chooser, openpyxl)
    except DraftError:
        raise
    except Exception as fault:  # (openpyxl raises whatever comes, down to TypeError)
        raise damaged(path) from fault


def _cells(file: BinaryIO, path: str, chooser: Chooser, openpyxl: Any) -> Iterator[Cells]:
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    try:
        (roles, _, records), others = _sheet(book, path, chooser)
        for number, record, _ in records:
            if number > MOST_ROWS:
                raise DraftError(TOO_MANY, path=path, most=MOST_ROWS)
            values = {role: record[at] for role, at in roles.items() if at < len(record)}
            mended = {role: _mended(value) for role, value in values.items()}
            yield Cells(number, mended, sheets=others)
    finally:
        book.close()


def _sheet(book: Any, path: str, chooser: Chooser) -> tuple[Table, tuple[str, ...]]:
    """Return the first sheet that has the columns, and the names of others; else its fault."""
    said: DraftError | None = None
    found: list[tuple[str, Table]] = []
    for sheet in book.worksheets[:_MOST_SHEETS]:
        try:
            found.append((sheet.title, header(_records(sheet), path, chooser)))
        except DraftError as fault:
            said = said or fault
    if not found:
        raise said or DraftError("{path}: this table is empty.", path=path)
    return found[0][1], tuple(name for name, _ in found[1:])


def _records(sheet: Any) -> Iterator[Record]:
    rows = sheet.iter_rows(max_row=_ROWS, max_col=_COLUMNS, values_only=True)
    for number, row in enumerate(rows, 1):
        yield number, row, None


def _mended(value: object) -> object:
    """Return a cell without the way Excel writes a carriage return."""
    return value.replace("_x000D_", "\r") if isinstance(value, str) else value
