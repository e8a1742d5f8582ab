"""Parts of a zip file, each and all within bounds, whatever the file says of itself."""

import zipfile
import zlib
from io import BytesIO

from appeal_lint.formats.faults import damaged, locked, too_much

MOST_ENTRIES = 5_000
MOST_OF_ONE = 10_000_000
"""Bytes of one part, unpacked."""
MOST_OF_ALL = 20_000_000
"""Bytes of all parts that are read, unpacked."""
MOST_TIMES = 200
"""How many times its packed size a part may have, once it is larger than `SMALL`."""
SMALL = 2_000_000
_CHUNK = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENTRY = b"PK\x01\x02"
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Archive:
    """The parts of a zip file. Nothing is unpacked until it is asked for, and nothing to a disk.

    Args:
        data: the file.
        path: its name in what is said.

    Raises:
        DraftError: it is no zip file, is damaged, or has too many entries.

    """

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._left = MOST_OF_ALL
        if data.count(_ENTRY) > MOST_ENTRIES:
            raise too_much(path)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _FAULTS as fault:
            raise damaged(path) from fault
        self._entries = {one.filename: one for one in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        """Say whether there is a part of this name."""
        return name in self._entries

    def names(self) -> frozenset[str]:
        """Return the names of all parts."""
        return frozenset(self._entries)

    def part(self, name: str) -> bytes:
        """Return a part; empty where there is none.

        Raises:
            DraftError: it is too large, packed in a way that no document is, damaged, or has a
                password.

        """
        entry = self._entries.get(name)
        if entry is None:
            return b""
        if entry.flag_bits & 0x1:
            raise locked(self._path)
        if entry.compress_type not in _METHODS:
            raise damaged(self._path)
        most = min(MOST_OF_ONE, self._left, max(SMALL, MOST_TIMES * entry.compress_size))
        found = bytearray()
        try:
            with self._zip.open(entry) as packed:
                while chunk := packed.read(_CHUNK):  # what the file says of sizes may be a lie
                    found += chunk
                    if len(found) > most:
                        raise too_much(self._path)
        except _FAULTS as fault:
            raise damaged(self._path) from fault
        self._left -= len(found)
        return bytes(found)
