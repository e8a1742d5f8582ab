"""Letters from a table, one a row."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from appeal_lint import draft
from appeal_lint.formats.table.cells import Cells, as_text
from appeal_lint.formats.table.columns import Chooser
from appeal_lint.formats.table.dates import day_of
from appeal_lint.formats.table.read import cells, opened
from appeal_lint.formats.table.words import outcome_of, understood
from appeal_lint.model.errors import DraftError
from appeal_lint.model.letter import About, Letter
from appeal_lint.model.limits import LARGEST
from appeal_lint.model.said import Said

_WANTED = ("text", "outcome", "type", "date", "author", "id")
MOST_TEXT = 2_000_000_000
"""Characters of all letters of a table: a million letters. A small file may repeat one for ever."""
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a letter as it stands in its cell, or why there is none."""

    number: int
    """As the user sees it: the header of a spreadsheet is row 1; lines of `.jsonl` from 1."""
    text: str
    about: About = field(default_factory=About)
    fault: Said | None = None
    """A whole line that names the table and the row; `text` is empty then."""
    unknown_word: str = ""
    """What the row says of the outcome where it is not understood."""
    unclear_date: str = ""
    """The date where it is not sure which day it is; it is left out of `about`."""
    sheets: tuple[str, ...] = ()
    """Other sheets with such columns, which are not read."""


@dataclass(slots=True)
class Doubts:
    """What was not understood in the rows of a table, to be told once."""

    words: Counter[str] = field(default_factory=Counter)
    """Outcomes that are not understood, and in how many rows each stands."""
    dates: int = 0
    """Rows whose date is not sure."""
    example: str = ""
    """One of these dates."""
    sheets: tuple[str, ...] = ()
    """Those of a workbook that have such columns too, and were not read."""

    def add(self, row: TableRow) -> None:
        """Count a row."""
        if row.unknown_word:
            self.words[row.unknown_word] += 1
        self.sheets = self.sheets or row.sheets
        if row.unclear_date:
            self.dates += 1
            self.example = min(self.example or row.unclear_date, row.unclear_date)

    def told(self, path: str) -> tuple[Said, ...]:
        """Return a line for each kind of doubt, for a table that `path` names."""
        found = []
        if self.sheets:
            found.append(
                Said(
                    "{path}: I read one sheet only. These have such columns too, and were not "
                    "read: {names}. Save each as a file of its own.",
                    path=path,
                    names=", ".join(f"“{name}”" for name in self.sheets),
                )
            )
        if self.words:
            shown = sorted(self.words, key=lambda word: (-self.words[word], word))[:10]
            found.append(
                Said(
                    "{path}: I do not understand these outcomes, and left them out: {words}. "
                    "Write “reinstated” or “rejected”.",
                    path=path,
                    words=", ".join(f"“{word}”" for word in shown),
                )
            )
        if self.dates:
            found.append(
                Said(
                    "{path}: I cannot be sure which day some dates mean, for example “{date}”. "
                    "I left them out ({number}). Write them as 2026-05-31.",
                    path=path,
                    number=self.dates,
                    date=self.example,
                )
            )
        return tuple(found)


def rows(
    source: str | BinaryIO, columns: Mapping[str, str] | None = None, *, path: str = ""
) -> Iterator[TableRow]:
    """Yield each row of a table that is not blank, one at a time.

    Args:
        source: the table's name, or a binary file that can seek.
        columns: names of columns where they cannot be found by themselves, by what they are:
            text, outcome, type, date, author or id.
        path: what the table is called in messages, and whose ending says what it is; the name of
            `source` where it is one.

    Raises:
        DraftError: the table cannot be read, or it is not clear which column has the letters.

    """
    path = path or (source if isinstance(source, str) else str(getattr(source, "name", "")))
    chooser = Chooser(path, _WANTED, (("text",),), columns or {})
    left = MOST_TEXT
    with opened(source, path) as file:
        for one in cells(file, path, chooser):
            left -= len(as_text(one.values.get("text")))
            if left < 0:
                raise DraftError(
                    "{path}: there is too much text in this table. Split it into smaller files.",
                    path=path,
                )
            if one.fault is not None:
                yield TableRow(one.number, "", fault=one.fault)
            elif any(map(as_text, one.values.values())):
                yield replace(_row(one, path), sheets=one.sheets)


def letter(row: TableRow, path: str) -> Letter:
    """Return the letter of a row; in reports it is called as the table with `#` and the row.

    Raises:
        DraftError: the row has a fault, or its text is no letter.

    """
    if row.fault is not None:
        raise DraftError(row.fault)
    name = f"{path}#{row.number}"
    draft.check_size(len(row.text.encode("utf-8", "surrogatepass")), name)
    return Letter(draft.from_text(row.text, name), row.about)


def about_of(one: Cells) -> tuple[About, str, str]:
    """Return what a row says about its letter, the outcome and the date if not understood."""
    word, day = as_text(one.values.get("outcome")).strip(), day_of(one.values.get("date"))
    about = About(
        id=_short(one.values.get("id")),
        type=_short(one.values.get("type")),
        date=day or "",
        author=_short(one.values.get("author")),
        outcome=outcome_of(word),
    )
    unclear = as_text(one.values.get("date")).strip() if day is None else ""
    return about, "" if understood(word) else word[:_LONGEST_WORD], unclear[:_LONGEST_WORD]


def _row(one: Cells, path: str) -> TableRow:
    about, word, date = about_of(one)
    text = as_text(one.values.get("text"))
    if not text.strip():
        empty = Said(
            "{path}: row {row} has no letter: its cell is empty.", path=path, row=one.number
        )
        return TableRow(one.number, "", about, empty, word, date)
    if any("\ud800" <= char <= "\udfff" for char in text):
        damaged = Said(
            "{path}: the text of this row is damaged. Save the table again as UTF-8.",
            path=f"{path}#{one.number}",
        )
        return TableRow(one.number, "", about, damaged, word, date)
    if len(text) > LARGEST:
        long = Said(
            "{path}: the text in row {row} is too large for one letter. The most is {most} kB.",
            path=path,
            row=one.number,
            most=LARGEST // 1000,
        )
        return TableRow(one.number, "", about, long, word, date)
    return TableRow(one.number, text, about, None, word, date)


def _short(value: object) -> str:
    """Return a cell on one line and no longer than a name is; what is damaged in it is `?`."""
    whole = as_text(value)[:1000].encode("utf-8", "replace").decode()
    return " ".join(whole.split())[:200]
