"""A bounded table of bytes by name in one SQLite file, which several processes may use at once."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

FORMAT = 1
"""Part of the file's name, so that programs of different age keep out of each other's way."""
MOST = 4_000
"""Rows. A consultant's letters of some months."""
MOST_BYTES = 64_000_000
FRESH = 3_600
"""Seconds for which a row that was read is not marked as read again."""
PATIENCE = 0.5
"""Seconds to wait for another process to finish writing; then we do without."""
WAITS = 3
"""How often we wait in vain; then the file is left alone, or many letters would take minutes."""

Answer = TypeVar("Answer")

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS results (
    name TEXT PRIMARY KEY, basis TEXT NOT NULL, data BLOB NOT NULL, used REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON results (used, length(data));
CREATE INDEX IF NOT EXISTS by_basis ON results (basis);
"""


class Store:
    """Keeps bytes by name; the rows that were not read for the longest time go first.

    It is a help and never a need: where the file cannot be used, nothing is found and nothing
    is kept. A damaged file is thrown away.

    Args:
        folder: where the file is, or will be; only its owner may look into it.

    """

    def __init__(self, folder: Path, most: int = MOST, most_bytes: int = MOST_BYTES) -> None:
        self.path = folder / f"results-{FORMAT}.sqlite"
        self._most = most
        self._most_bytes = most_bytes
        self._open: sqlite3.Connection | None = None
        self._usable = True
        self._waits = 0

    def has(self, basis: str) -> bool:
        """Say whether anything with this basis is kept."""
        asked = "SELECT 1 FROM results WHERE basis = ? LIMIT 1"
        found: object = self._try(lambda file: file.execute(asked, (basis,)).fetchone())
        return found is not None

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name."""
        return self._try(lambda file: _read(file, name))

    def put(self, name: str, basis: str, data: bytes) -> None:
        """Keep bytes under a name.

        Args:
            name: takes the place of what had this name before.
            basis: what they were made with.
            data: the bytes.

        """
        if len(data) <= self._most_bytes:
            self._try(lambda file: self._write(file, name, basis, data))

    def count(self) -> tuple[int, int]:
        """Return how many rows there are, and their bytes."""
        asked = "SELECT count(*), total(length(data)) FROM results"
        found = self._try(lambda file: file.execute(asked).fetchone())
        return (int(found[0]), int(found[1])) if found else (0, 0)

    def clear(self) -> None:
        """Forget everything.

        Raises:
            OSError: a file of it cannot be removed.

        """
        self.close()
        self._discard()

    def close(self) -> None:
        """Close the file."""
        if self._open is not None:
            with contextlib.suppress(sqlite3.Error):
                self._open.close()
            self._open = None

    def _write(self, file: sqlite3.Connection, name: str, basis: str, data: bytes) -> None:
        with file:
            row = (name, basis, data, time.time())
            file.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", row)
            count, size = file.execute(
                "SELECT count(*), total(length(data)) FROM results"
            ).fetchone()
            if count > self._most or size > self._most_bytes:
                self._shrink(file, count, size)

    def _shrink(self, file: sqlite3.Connection, count: int, size: float) -> None:
        """Take out the oldest, down to nine tenths, so that it is not to be done at every turn."""
        old = file.execute("SELECT name, length(data) FROM results ORDER BY used, name").fetchall()
        for name, length in old:
            if count <= self._most * 0.9 and size <= self._most_bytes * 0.9:
                break
            file.execute("DELETE FROM results WHERE name = ?", (name,))
            count, size = count - 1, size - length

    def _try(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
        """Do some work on the file, or nothing where it cannot be used."""
        for _ in range(2):
            if not self._usable:
                return None
            try:
                return work(self._connection())
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorcode & 0xFF in _BUSY:
                    self._waits += 1
                    self._usable = self._waits < WAITS
                    return None  # another writes; what we had is made again
                if fault.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # another table of that name
                    self._renew()
                else:
                    self._usable = False  # read-only, full, no such folder
            except (sqlite3.DatabaseError, ValueError, TypeError):  # not, or no more, a database
                self._renew()
            except OSError:
                self._usable = False
        return None

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = sqlite3.connect(self.path, timeout=PATIENCE, check_same_thread=False)
            try:
                if os.name == "posix":
                    self.path.chmod(0o600)
                file.execute("PRAGMA journal_mode = WAL")
                file.execute("PRAGMA synchronous = NORMAL")  # a lost result is made again
                file.executescript(_SCHEMA)
            except BaseException:
                file.close()
                raise
            self._open = file
        return self._open

    def _renew(self) -> None:
        """Throw the file away; the next work makes another."""
        self.close()
        try:
            self._discard()
        except OSError:
            self._usable = False

    def _discard(self) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)


def _read(file: sqlite3.Connection, name: str) -> bytes | None:
    row = file.execute("SELECT data, used FROM results WHERE name = ?", (name,)).fetchone()
    if row is None:
        return None
    data, used = row
    now = time.time()
    if not isinstance(data, bytes):
        return None
    if abs(now - used) > FRESH:
        with contextlib.suppress(sqlite3.OperationalError), file:  # another writes just now
            file.execute("UPDATE results SET used = ? WHERE name = ?", (now, name))
    return data
