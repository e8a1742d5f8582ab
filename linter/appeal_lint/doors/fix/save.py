"""Writes a changed letter, and keeps the one before."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from appeal_lint.doors import files
from appeal_lint.model.errors import AppealLintError

MOST_BACKUPS = 1000


def check(path: str) -> None:
    """Make sure that a letter may be written to, before anybody is asked about it.

    Raises:
        AppealLintError: it is no plain file, or may not be written to.

    """
    place = Path(path)
    try:
        plain = place.is_file()
        writable = plain and os.access(place, os.W_OK)
    except (OSError, ValueError):  # told when it is read
        return
    if place.exists() and not plain and not place.is_dir():
        raise AppealLintError("{path}: this is no plain file, so I cannot change it.", path=path)
    if plain and not writable:
        raise AppealLintError(
            "{path}: this file may not be changed. Check its permissions.", path=path
        )


def save(path: str, before: bytes, after: bytes) -> Path:
    """Write a letter in place of what it was, which is kept beside it; return where.

    The file is written whole or not at all. A link keeps leading to it, and its permissions stay.

    Args:
        path: the letter.
        before: what was read from it.
        after: what it becomes.

    Raises:
        AppealLintError: somebody else changed the file meanwhile, or it cannot be written; then
            nothing is changed.

    """
    place = Path(path)
    check(path)
    try:
        if place.read_bytes() != before:
            raise AppealLintError(
                "{path}: the file was changed meanwhile by another program. Nothing was changed. "
                "Start again.",
                path=path,
            )
        kept = _backup(place, before)
        try:
            files.swap_bytes(place.resolve(), after)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise AppealLintError(
            "{path}: cannot be written ({reason}). Nothing was changed.",
            path=path,
            reason=files.reason(fault),
        ) from fault
    return kept


def _backup(place: Path, data: bytes) -> Path:
    """Write what a letter was beside it, under a name that nothing has yet."""
    for number in range(MOST_BACKUPS):
        kept = place.with_name(f"{place.name}.bak{number or ''}")
        try:
            with kept.open("xb") as out:
                out.write(data)
        except FileExistsError:
            continue
        kept.chmod(stat.S_IMODE(place.stat().st_mode))
        return kept
    raise AppealLintError(
        "{path}: there are too many backups. Remove some. Nothing was changed.", path=place
    )
