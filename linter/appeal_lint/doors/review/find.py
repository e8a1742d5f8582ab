"""The files that a review is to read: those named, those in folders, those that fit a pattern."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.doors.entries import ENDING
from appeal_lint.doors.review.address import ending, is_address, on_disk
from appeal_lint.draft import MARKDOWN
from appeal_lint.formats import mbox, table
from appeal_lint.formats.open import BY_ENDING
from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from appeal_lint.doors.review.remote import Remote

OLD = frozenset({".doc", ".dot", ".wps", ".pages", ".msg"})
"""Files that people write letters in and that cannot be read, unless they are something else."""
LETTERS = frozenset({".txt", ".text", *MARKDOWN, *BY_ENDING, *OLD})
MAILBOXES = frozenset(mbox.ENDINGS)
MANY = MAILBOXES | frozenset(table.ENDINGS)
"""Files with several letters. They are read only where they are named: in a folder of letters lie
tables of other things."""


@dataclass(slots=True)
class Found:
    """Files with letters, in the order in which they were named, and those of a folder by name."""

    files: list[str] = field(default_factory=list)
    passed: int = 0
    """Files in folders that no letter can be in."""
    tables: list[str] = field(default_factory=list)
    """Files in folders that may have letters, but were not named."""
    remote: dict[str, Remote] = field(default_factory=dict)
    """Those of `files` that are addresses, by name."""

    def here(self) -> list[str]:
        """Return the paths of those files that are on this computer."""
        places = (on_disk(path) if path in self.remote else path for path in self.files)
        return [path for path in places if path is not None]


def has_many(path: str) -> bool:
    """Say whether a file has several letters, by its name."""
    return ending(path) in MANY


def is_mailbox(path: str) -> bool:
    """Say whether a file has messages, by its name."""
    return ending(path) in MAILBOXES


def find(paths: Iterable[str], but: Iterable[str] = ()) -> Found:
    """Return the files with letters.

    Args:
        paths: files, folders and patterns as `letters/**/*.docx`. A file that is named is taken
            whatever its name; of a folder, what has the ending of a letter and is not hidden; of
            what fits a pattern, also tables and mailboxes.
            Addresses such as `s3://bucket/letters` are opened through fsspec.
        but: files to leave out: those that the review writes, and the outcomes.

    Raises:
        AppealLintError: something that was named is not there, or a pattern fits nothing.

    """
    found = Found()
    left_out = {os.path.realpath(path) for path in but}
    seen: set[str] = set()
    for path in paths:
        if is_address(path):
            _add_remote(path, found, seen, left_out)
            continue
        for file in _files(path, found):
            real = os.path.realpath(file)
            if real not in seen and real not in left_out:
                seen.add(real)
                found.files.append(file)
    found.tables = [one for one in found.tables if os.path.realpath(one) not in seen | left_out]
    return found


def _add_remote(address: str, found: Found, seen: set[str], left_out: set[str]) -> None:
    from appeal_lint.doors.review.find_remote import find_remote  # noqa: PLC0415

    for one in find_remote(address, found, seen):
        path = on_disk(one.address)
        if path is None or os.path.realpath(path) not in left_out:
            found.files.append(one.name)
            found.remote[one.name] = one


def _files(path: str, found: Found) -> Iterator[str]:
    try:
        if Path(path).is_dir():
            yield from _in_folder(path, found)
            return
        if Path(path).exists():
            yield path
            return
    except (OSError, ValueError):
        raise AppealLintError("{path}: this is not the name of a file.", path=path) from None
    if not glob.has_magic(path):
        raise AppealLintError("{path}: there is no such file or folder.", path=path)
    fitting = sorted(glob.glob(path, recursive=True))  # the shell has left it as it is
    if not fitting:
        raise AppealLintError("{path}: no file fits this pattern.", path=path)
    for one in fitting:
        if Path(one).is_dir():
            continue  # what is in it fits `**`, or was not asked for
        if Path(one).suffix.lower() in LETTERS | MANY:
            yield one
        else:
            found.passed += 1


def _in_folder(folder: str, found: Found) -> Iterator[str]:
    def refused(fault: OSError) -> None:
        raise AppealLintError(
            "{path}: this folder cannot be read. Check its permissions.", path=str(fault.filename)
        ) from fault

    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(here, name)
            ending = Path(name).suffix.lower()
            if name.startswith((".", "~$")) or name.endswith(ENDING):
                continue  # hidden, or a lock of Word, or a list of ignores
            if ending in LETTERS:
                yield path
            elif ending in MANY:
                found.tables.append(path)
            else:
                found.passed += 1
