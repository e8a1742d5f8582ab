"""The row of a table that names its columns."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from appeal_lint.formats.table.cells import as_text
from appeal_lint.formats.table.columns import Chooser
from appeal_lint.model.errors import DraftError
from appeal_lint.model.said import Said

HEADER_ROWS = 10
"""A title or a note may stand above the names; they are among the first rows."""
Record = tuple[int, Sequence[object], Said | None]
"""The number of a row, its cells, and why they cannot be read."""

Table = tuple[dict[str, int], int, Iterator[Record]]
"""Where the wanted columns stand, how many columns there are, and the rows below their names."""


def header(records: Iterator[Record], path: str, chooser: Chooser) -> Table:
    """Return the columns of a table, and the rows below their names.

    Raises:
        DraftError: there is no such row among the first.

    """
    first = list(islice(records, HEADER_ROWS))
    seen: list[list[str]] = []
    for at, (_, record, fault) in enumerate(first):
        if fault is not None:
            raise DraftError(fault)
        names = list(map(as_text, record))
        if (roles := chooser.choose(names)) is not None:
            return roles, len(names), chain(first[at + 1 :], records)
        seen += [names] if any(name.strip() for name in names) else []
    if seen:
        several = (names for names in seen if sum(bool(name.strip()) for name in names) > 1)
        raise chooser.missing(next(several, seen[0]))
    raise DraftError("{path}: this table is empty.", path=path)
