"""The mails of an `.mbox` file, one at a time, however large the file is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.policy import compat32
from pathlib import PurePath
from typing import BinaryIO

from appeal_lint.formats.mail.sender import of_amazon
from appeal_lint.formats.open import read
from appeal_lint.formats.table.read import opened
from appeal_lint.model.errors import DraftError
from appeal_lint.model.letter import Letter
from appeal_lint.model.said import Said

ENDINGS = (".mbox", ".mbx")
"""How the names of mailboxes end."""
LARGEST_MAIL = 40_000_000
"""Bytes of a mail with what is attached to it; mail servers take no more."""
_CHUNK = 1 << 16
_MOST_HEADER = 1 << 16
_FIRST = re.compile(rb"From \S")
_BEGINS = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[,\s]")
"""The line between two mails. "From 3 May we check every batch." is none."""
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Message:
    """One mail of a mailbox."""

    number: int
    """From 1, in the order of the file."""
    path: str
    """What it is called in reports: the mailbox with `#` and the number."""
    data: bytes
    """As in an `.eml` file; empty where the mail is passed over."""
    from_amazon: bool = False
    """Whether Amazon sent it: it is no appeal, and is passed over."""
    fault: Said | None = None
    """A whole line that says why it cannot be read."""


def is_mailbox(path: str) -> bool:
    """Say whether a file is a mailbox, by the ending of its name."""
    return PurePath(path).suffix.lower() in ENDINGS


def messages(source: str | BinaryIO, *, path: str = "") -> Iterator[Message]:
    """Yield the mails of a mailbox in their order; one is held in memory at a time.

    Args:
        source: the name of the file, or a binary file.
        path: what it is called in reports; the name of `source` where it is one.

    Raises:
        DraftError: the file cannot be opened or read, or is no mailbox.

    """
    path = path or (source if isinstance(source, str) else str(getattr(source, "name", "")))
    with opened(source, path) as file:
        for number, data in enumerate(_pieces(file, path), 1):
            name = f"{path}#{number}"
            if data is None:
                long = Said(
                    "{path}: this mail is too large. The most is {most} MB.",
                    path=name,
                    most=LARGEST_MAIL // 1_000_000,
                )
                yield Message(number, name, b"", fault=long)
            elif of_amazon(_sender(data)):
                yield Message(number, name, b"", from_amazon=True)
            else:
                yield Message(number, name, _QUOTED.sub(b"", data))


def letter(message: Message) -> Letter:
    """Return the letter of a mail.

    Raises:
        DraftError: it has a fault, Amazon sent it, or there is no letter in it.

    """
    if message.fault is not None:
        raise DraftError(message.fault)
    if message.from_amazon:
        raise DraftError("{path}: Amazon sent this mail. It is no appeal.", path=message.path)
    return read(message.data, message.path, mail=True)


def _pieces(file: BinaryIO, path: str) -> Iterator[bytes | None]:
    """Yield the bytes of each mail, and None for one that is too large to be held."""
    line = file.readline(_CHUNK)
    while line and not line.strip(b"\xef\xbb\xbf\r\n "):
        line = file.readline(_CHUNK)
    if not _FIRST.match(line.removeprefix(b"\xef\xbb\xbf")):
        raise DraftError(
            "{path}: this is not a mailbox. Save each mail as an .eml file instead.", path=path
        )
    parts: list[bytes] = []
    size, whole, blank = 0, line.endswith(b"\n"), False
    while line := file.readline(_CHUNK):
        if whole and blank and _BEGINS.match(line):
            yield b"".join(parts) if size <= LARGEST_MAIL else None
            parts, size = [], 0
        else:
            size += len(line)
            if size <= LARGEST_MAIL:
                parts.append(line)
            else:
                parts.clear()
        blank = whole and not line.strip()
        whole = line.endswith(b"\n")
    yield b"".join(parts) if size <= LARGEST_MAIL else None


def _sender(data: bytes) -> str:
    end = _BLANK.search(data, 0, _MOST_HEADER)
    header = data[: end.start() if end else _MOST_HEADER]
    return str(BytesHeaderParser(policy=compat32).parsebytes(header).get("From", ""))
