"""The mails of an `.mbox` file, one at a time, however large the file is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from appeal_lint.formats.table.read import opened
from appeal_lint.model.said import Said

LARGEST_MAIL = 40_000_000
"""Bytes of a mail with what is attached to it; mail servers take no more."""
_CHUNK = 1 << 16
_QUOTED = re.compile(rb">+From ")
_SENDER = re.compile(rb"^From:(?:.*\n?)(?:[ \t].*\n?)*", re.IGNORECASE | re.MULTILINE)
_AMAZON = re.compile(rb"[@.]amazon\.[a-z.]{2,6}\b|\bamazon\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Message:
    """One mail of a mailbox."""

    number: int
    """From 1, in the order of the file."""
    path: str
    """What it is called in reports: the mailbox with `#` and the number."""
    data: bytes
    """As in an `.eml` file, for `formats.read(data, path + ".eml")`; empty where it is passed over."""
    from_amazon: bool = False
    """Whether Amazon sent it: it is no appeal, and is passed over."""
    fault: Said | None = None
    """A whole line that says why it cannot be read."""


def is_mailbox(path: str) -> bool:
    """Say whether a file is a mailbox, by the ending of its name."""
    return PurePath(path).suffix.lower() in (".mbox", ".mbx")


def messages(source: str | BinaryIO, *, path: str = "") -> Iterator[Message]:
    """Yield the mails of a mailbox in their order; one is held in memory at a time.

    Args:
        source: the name of the file, or a binary file.
        path: what it is called in reports; the name of `source` where it is one.

    Raises:
        DraftError: the file cannot be opened or read, or is no mailbox.

    """
