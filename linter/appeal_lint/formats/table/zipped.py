"""Whether a workbook, which is a zip file, unpacks to more than a person has written."""

import os
import struct
import zipfile
from typing import BinaryIO

from appeal_lint.formats.faults import damaged, locked
from appeal_lint.model.errors import DraftError

MOST_ENTRIES = 5_000
MOST_OF_ALL = 400_000_000
"""Bytes of all parts, unpacked. A workbook with 100,000 letters has as many."""
MOST_STRINGS = 100_000_000
"""Bytes of the list of texts, unpacked, which is held in memory."""
MOST_TIMES, SMALL = 200, 2_000_000
"""How many times its packed size a part may have, once it is larger than `SMALL`."""
_MOST_LIST = MOST_ENTRIES * 300
"""Bytes of the list of entries."""
_END = struct.Struct("<4s4H2LH")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def check(file: BinaryIO, path: str) -> None:
    """Make sure that a zip file stays within bounds; parts are never unpacked beyond what it says.

    Raises:
        DraftError: it does not, is damaged, or has a password.

    """
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 65_557))
    tail = file.read(65_557)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        raise damaged(path)
    if _END.unpack_from(tail, at)[5] > _MOST_LIST:
        raise _too_large(path)
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as parts:
            entries = parts.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise damaged(path) from fault
    for one in entries:
        if one.flag_bits & 0x1:
            raise locked(path)
        if one.compress_type not in _METHODS:
            raise damaged(path)
        if one.file_size > max(SMALL, MOST_TIMES * one.compress_size):
            raise _too_large(path)
        if one.filename.lower().endswith("sharedstrings.xml") and one.file_size > MOST_STRINGS:
            raise _too_large(path)
    if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_OF_ALL:
        raise _too_large(path)
    file.seek(0)


def _too_large(path: str) -> DraftError:
    return DraftError(
        "{path}: there is far more in this workbook than letters. Save the table as .csv.",
        path=path,
    )
