"""Goes through a table of any kind, row by row."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import BinaryIO

from appeal_lint import draft
from appeal_lint.formats.table.cells import Cells
from appeal_lint.formats.table.columns import Chooser
from appeal_lint.model.errors import DraftError
from appeal_lint.model.said import Said

ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm", ".jsonl", ".ndjson", ".parquet")
"""How the names of tables end."""


def is_table(path: str) -> bool:
    """Say whether a file is a table, by the ending of its name."""
    return PurePath(path).suffix.lower() in ENDINGS


def cells(file: BinaryIO, path: str, chooser: Chooser) -> Iterator[Cells]:
    """Yield the rows of a table; `path` is its name, whose ending says what it is.

    Raises:
        DraftError: it is no table that can be read, or lacks a column that is needed.

    """
    ending = PurePath(path).suffix.lower()
    if ending in (".csv", ".tsv"):
        from appeal_lint.formats.table.delimited import cells as read  # noqa: PLC0415
    elif ending in (".xlsx", ".xlsm"):
        from appeal_lint.formats.table.workbook import cells as read  # noqa: PLC0415
    elif ending in (".jsonl", ".ndjson"):
        from appeal_lint.formats.table.json_lines import cells as read  # noqa: PLC0415
    elif ending == ".parquet":
        from appeal_lint.formats.table.columnar import cells as read  # noqa: PLC0415
    else:
        raise DraftError(
            "{path}: this is not a table that I can read. Save it as .csv or .xlsx.", path=path
        )
    yield from read(file, path, chooser)


@contextmanager
def opened(source: str | BinaryIO, path: str) -> Iterator[BinaryIO]:
    """Open a file to read its bytes; one that is open already is left open.

    Raises:
        DraftError: it cannot be opened or read.

    """
    try:
        if not isinstance(source, str):
            yield source
            return
        if Path(source).is_dir():
            raise DraftError("{path}: this is a folder. Name the file of the table.", path=path)
        draft.check_regular(source)
        with Path(source).open("rb") as file:
            yield file
    except FileNotFoundError as fault:
        raise DraftError("{path}: there is no such file.", path=path) from fault
    except PermissionError as fault:
        raise DraftError(
            "{path}: this file may not be read. Check its permissions.", path=path
        ) from fault
    except OSError as fault:
        raise DraftError(
            "{path}: this file cannot be read ({reason}).",
            path=path,
            reason=Said(str(fault.strerror or fault)),
        ) from fault
