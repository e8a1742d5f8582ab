"""A table that says what became of appeals, beside the files of the letters."""

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import BinaryIO

from appeal_lint.formats.table.cells import as_text
from appeal_lint.formats.table.columns import Chooser
from appeal_lint.formats.table.read import cells, opened
from appeal_lint.formats.table.rows import Doubts, TableRow, about_of
from appeal_lint.model.errors import DraftError
from appeal_lint.model.letter import About

_WANTED = ("outcome", "type", "date", "author", "id", "file")
_LONGEST_NAME = 500


class Outcomes:
    """What is known of each letter, found by its id or by the name of its file.

    A name matches with or without its folders and its ending, in any case: `li.docx`,
    `2024/li.docx` and `li` all match `appeals/2024/li.docx`. Of two that match, the longer counts.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._abouts: list[tuple[int, str, About]] = []
        self._by_id: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        self._by_end: dict[str, int] = {}
        self._letters: dict[int, set[str]] = {}
        self.doubts = Doubts()
        """Words and dates that were not understood; `told` has the lines for the user."""

    @property
    def unknown_words(self) -> tuple[str, ...]:
        """What stands in the column of outcomes and is not understood, each once, sorted."""
        return tuple(sorted(self.doubts.words))

    def about(self, path: str, id: str = "") -> About | None:
        """Return what the table says of a letter, by its id, else by its file; None for nothing.

        Args:
            path: the file of the letter.
            id: what the letter itself is called, where it says so.

        """
        at = self._by_id.get(_key(id)) if id else None
        for name in _names(path):
            if at is not None:
                break
            at = self._by_name.get(name)
        if at is None:
            at = next((self._by_end[one] for one in _whole(path) if one in self._by_end), None)
        if at is None or at < 0:
            return None
        self._letters.setdefault(at, set()).add(f"{path}\n{id}")
        return self._abouts[at][2]

    def unmatched(self) -> tuple[str, ...]:
        """Return what the table calls the letters that were never asked for, in its order."""
        return tuple(
            name for at, (_, name, _) in enumerate(self._abouts) if at not in self._letters
        )

    def shared(self) -> tuple[str, ...]:
        """Return what the table calls the rows that matched more than one letter, in its order."""
        return tuple(
            name
            for at, (_, name, _) in enumerate(self._abouts)
            if len(self._letters.get(at, ())) > 1
        )

    def add(self, row: int, file: str, about: About) -> None:
        """Take in a row.

        Raises:
            DraftError: another row says something else of the same letter.

        """
        at = len(self._abouts)
        self._abouts.append((row, about.id or file, about))
        if about.id:
            self._put(self._by_id, _key(about.id), at)
            self._put(self._by_name, _key(about.id), at)
        if file:
            self._put(self._by_name, _key(file), at)
            for name in _names(file):
                # a name that is the end of two is the end of none
                self._by_end[name] = at if name not in self._by_end else -1

    def _put(self, names: dict[str, int], name: str, at: int) -> None:
        before = names.setdefault(name, at)
        if self._abouts[before][2] != self._abouts[at][2]:
            raise DraftError(
                "{path}: rows {one} and {two} say different things about “{name}”. "
                "Keep the row that is right.",
                path=self._path,
                one=self._abouts[before][0],
                two=self._abouts[at][0],
                name=name,
            )


def outcomes(
    source: str | BinaryIO, columns: Mapping[str, str] | None = None, *, path: str = ""
) -> Outcomes:
    """Read the outcomes of a table with a column `id` or `file` (or both) and one `outcome`.

    Args:
        source: the table's name, or a binary file that can seek.
        columns: names of columns where they cannot be found by themselves, by what they are:
            outcome, type, date, author, id or file.
        path: what the table is called; see `rows`.

    Raises:
        DraftError: the table cannot be read, lacks one of these columns, or contradicts itself.

    """
    path = path or (source if isinstance(source, str) else str(getattr(source, "name", "")))
    chooser = Chooser(path, _WANTED, (("outcome",), ("id", "file")), columns or {})
    found = Outcomes(path)
    with opened(source, path) as file:
        for one in cells(file, path, chooser):
            if one.fault is not None:
                raise DraftError(one.fault)
            about, word, date = about_of(one)
            name = as_text(one.values.get("file"))[:_LONGEST_NAME].strip()
            if about.id or name:
                found.doubts.add(TableRow(one.number, "", about, None, word, date))
                found.add(one.number, name, about)
    return found


def _names(path: str) -> Iterator[str]:
    """Yield the names that may mean a file, the one that says most of it first."""
    parts = PurePosixPath(_key(path)).parts
    for start in range(len(parts)):
        name = PurePosixPath(*parts[start:])
        yield str(name)
        if name.suffix:
            yield str(name.with_suffix(""))


def _whole(path: str) -> tuple[str, str]:
    """Return the whole name of a file with and without its ending."""
    name = PurePosixPath(_key(path))
    return str(name), str(name.with_suffix("")) if name.suffix else str(name)


def _key(name: str) -> str:
    """Return a name as it is compared: without case, with `/` between folders."""
    plain = unicodedata.normalize("NFC", name.strip()).casefold().replace("\\", "/")
    return plain.removeprefix("./")
