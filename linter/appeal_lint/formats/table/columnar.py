"""Rows of `.parquet`, a few at a time, and of the wanted columns only."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from appeal_lint.formats.faults import damaged
from appeal_lint.formats.table.cells import MOST_ROWS, TOO_MANY, Cells
from appeal_lint.formats.table.columns import Chooser
from appeal_lint.model.errors import DraftError
from appeal_lint.model.extras import load

_ROWS = 64
"""Rows that are held at a time."""
_MOST_NAMES = 10_000_000
"""Bytes of the part of the file that says what is in it."""


def cells(file: BinaryIO, path: str, chooser: Chooser) -> Iterator[Cells]:
    """Yield the rows of a table; see `read.cells`."""
    arrow, parquet = load("pyarrow", "parquet"), load("pyarrow.parquet", "parquet")
    try:
        yield from _cells(file, path, chooser, parquet)
    except (arrow.ArrowException, OSError, ValueError, MemoryError, OverflowError) as fault:
        raise damaged(path) from fault


def _cells(file: BinaryIO, path: str, chooser: Chooser, parquet: Any) -> Iterator[Cells]:
    file.seek(0)
    limits = {"thrift_string_size_limit": _MOST_NAMES, "thrift_container_size_limit": _MOST_NAMES}
    names = parquet.ParquetFile(file, **limits).schema_arrow.names
    if (roles := chooser.choose(names)) is None:
        raise chooser.missing(names)
    wanted = [names[at] for at in roles.values()]
    # a long text that stands in many rows is held once, not once a row
    table = parquet.ParquetFile(file, read_dictionary=wanted, pre_buffer=False, **limits)
    number = 0
    for batch in table.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
        for at in range(batch.num_rows):
            number += 1
            if number > MOST_ROWS:
                raise DraftError(TOO_MANY, path=path, most=MOST_ROWS)
            yield Cells(
                number,
                {role: batch.column(names[place])[at].as_py() for role, place in roles.items()},
            )
