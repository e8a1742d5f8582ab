"""The letters at an address, as `find` has those of this computer."""

from __future__ import annotations

from collections.abc import Iterator, MutableSet
from pathlib import PurePosixPath

from appeal_lint.doors.entries import ENDING
from appeal_lint.doors.review.address import ending, shown
from appeal_lint.doors.review.find import LETTERS, MANY, Found
from appeal_lint.doors.review.remote import Remote, listing
from appeal_lint.model.errors import AppealLintError


def find_remote(address: str, found: Found, seen: MutableSet[str]) -> Iterator[Remote]:
    """Yield the files with letters at an address.

    Args:
        address: a file, a folder or a pattern; what is taken is as with those of this computer.
        found: is told what was passed over, and which tables lie in a folder.
        seen: the names of all that was found, to which these are added.

    Raises:
        AppealLintError: nothing is there, or two addresses have one name.

    """
    there = listing(address)
    if not there.files:
        raise AppealLintError("{path}: no file is there.", path=shown(address))
    for path, one in there.files:
        if not _wanted(path, one, there.kind, found):
            continue
        before = found.remote.get(one.name)
        if before is not None and before.address != one.address:
            raise AppealLintError(
                "{path}: two addresses differ only after the “?”. Review them one by one.",
                path=one.name,
            )
        if one.name not in seen:
            seen.add(one.name)
            yield one


def _wanted(path: str, one: Remote, kind: str, found: Found) -> bool:
    if kind == "file":
        return True
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts) and kind == "folder"
    if hidden or parts[-1].startswith((".", "~$")) or path.endswith(ENDING):
        return False
    last = ending(one.name)
    if last in LETTERS or (last in MANY and kind == "pattern"):
        return True
    if last in MANY:
        found.tables.append(one.name)
    else:
        found.passed += 1
    return False
