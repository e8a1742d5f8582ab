"""What a review has done so far, in one SQLite file: letters in order, and their answers."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from appeal_lint.doors.review.source import Done
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

FORMAT = 1
"""Of the tables; a file of another format is begun anew."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS letters (
    name TEXT PRIMARY KEY, place INTEGER NOT NULL, size INTEGER NOT NULL, stamp TEXT NOT NULL,
    known BLOB NOT NULL, done TEXT, row BLOB, own BLOB, text BLOB, sketch BLOB, fault TEXT
);
CREATE INDEX IF NOT EXISTS by_place ON letters (place);
"""
_DONE = "done = stamp AND fault = ''"


@dataclass(frozen=True, slots=True)
class Listed:
    """A letter that a review is to have: where it stands, and what is known about it."""

    name: str
    place: int
    size: int
    stamp: str
    known: bytes
    """An `About` in JSON, for what tables and outcomes say of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A letter that was judged."""

    name: str
    known: bytes
    own: bytes
    row: bytes
    text: bytes


class State:
    """The letters of one review and their answers.

    Args:
        path: the file, which is made where it is not there; only its owner may read it. None for
            one that nobody else can open, and that is gone with this process, however that ends.

    Raises:
        AppealLintError: it cannot be used.

    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        try:
            if path is None:
                self._file = _connected(None)
                return
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = _opened(path)
        except (OSError, sqlite3.Error) as fault:
            raise _unusable(path, fault) from fault

    def begin(self, listed: Iterable[Listed]) -> None:
        """Take the letters of the review; what was done of them before and still holds is kept."""
        with self._writing():
            self._file.execute("UPDATE letters SET place = -1")
            self._file.executemany(
                "INSERT INTO letters (name, place, size, stamp, known) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET place = excluded.place, size = excluded.size, "
                "stamp = excluded.stamp, known = excluded.known",
                ((one.name, one.place, one.size, one.stamp, one.known) for one in listed),
            )
            self._file.execute("DELETE FROM letters WHERE place < 0")

    def count(self) -> tuple[int, int]:
        """Return how many letters there are, and how many of them are done."""
        asked = f"SELECT count(*), count(CASE WHEN {_DONE} THEN 1 END) FROM letters"
        letters, done = self._file.execute(asked).fetchone()
        return letters, done

    def size_left(self) -> int:
        """Return the size of all letters that are not done."""
        asked = f"SELECT total(size) FROM letters WHERE NOT coalesce({_DONE}, 0)"
        return int(self._file.execute(asked).fetchone()[0])

    def left(self) -> Iterator[str]:
        """Return the names of the letters that are not done, the longest first."""
        asked = f"SELECT name FROM letters WHERE NOT coalesce({_DONE}, 0) ORDER BY size DESC, place"
        return (name for (name,) in self._file.execute(asked).fetchall())

    def is_left(self, name: str) -> bool:
        """Say whether a letter is not done."""
        asked = f"SELECT 1 FROM letters WHERE name = ? AND NOT coalesce({_DONE}, 0)"
        return self._file.execute(asked, (name,)).fetchone() is not None

    def keep(self, answers: Sequence[Done]) -> None:
        """Keep answers; from here on they outlive this process.

        A letter may have changed since the review began: its answer is that to its newer stamp.
        """
        with self._writing():
            self._file.executemany(
                "UPDATE letters SET stamp = ?, done = ?, row = ?, own = ?, text = ?, sketch = ?, "
                "fault = ? WHERE name = ?",
                (
                    (
                        one.stamp,
                        one.stamp,
                        one.row,
                        one.own,
                        one.text,
                        one.sketch,
                        one.fault,
                        one.name,
                    )
                    for one in answers
                ),
            )

    def answers(self) -> Iterator[Answer]:
        """Return the letters that were judged, in the order of the review."""
        asked = f"SELECT name, known, own, row, text FROM letters WHERE {_DONE} ORDER BY place"
        return (Answer(*one) for one in self._file.execute(asked))

    def sketches(self) -> Iterator[tuple[str, bytes]]:
        """Return the sketches of the letters that have one, in the order of the review."""
        asked = f"SELECT name, sketch FROM letters WHERE {_DONE} AND sketch != x'' ORDER BY place"
        return iter(self._file.execute(asked))

    def unread(self) -> Iterator[tuple[str, str]]:
        """Return the letters that cannot be read, and why, in the order of the review."""
        asked = "SELECT name, fault FROM letters WHERE done = stamp AND fault != '' ORDER BY place"
        return iter(self._file.execute(asked))

    def unread_count(self) -> int:
        """Return how many letters cannot be read."""
        asked = "SELECT count(*) FROM letters WHERE done = stamp AND fault != ''"
        return int(self._file.execute(asked).fetchone()[0])

    def note(self, key: str, value: str) -> None:
        """Keep something about the whole review."""
        with self._writing():
            self._file.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    def noted(self, key: str) -> str:
        """Return what was kept about the whole review; empty where there is nothing."""
        found = self._file.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return found[0] if found else ""

    def close(self) -> None:
        """Close the file."""
        with contextlib.suppress(sqlite3.Error):
            self._file.close()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._file:
                yield
        except sqlite3.Error as fault:
            raise _unusable(self._path, fault) from fault


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except sqlite3.DatabaseError as fault:
        if fault.sqlite_errorcode not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise
    discard(path)  # what was done is done again
    return _connected(path)


def _connected(path: Path | None) -> sqlite3.Connection:
    file = sqlite3.connect(path or "", timeout=10)
    try:
        if path is not None and os.name == "posix":
            path.chmod(0o600)
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = NORMAL")
        if file.execute("PRAGMA user_version").fetchone()[0] not in (0, FORMAT):
            file.executescript("DROP TABLE IF EXISTS letters; DROP TABLE IF EXISTS about;")
        file.executescript(_SCHEMA)
        file.execute(f"PRAGMA user_version = {FORMAT}")
    except BaseException:
        file.close()
        raise
    return file


def discard(path: Path) -> None:
    """Remove the file of a review and what SQLite puts beside it."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _unusable(path: Path | None, fault: Exception) -> AppealLintError:
    reason = fault.strerror if isinstance(fault, OSError) else fault
    if path is None:
        return AppealLintError(
            "There is no room for what is done in the folder for temporary files ({reason}).",
            reason=Said(str(reason)),
        )
    return AppealLintError(
        "What is done cannot be kept in {path} ({reason}). With --no-cache nothing is kept.",
        path=path,
        reason=Said(str(reason)),
    )
