"""Addresses such as `s3://bucket/letters`: what can be told from their words, without a network."""

from __future__ import annotations

import re
from pathlib import PurePath

from appeal_lint.model.errors import AppealLintError

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]+::)*[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""One letter before the colon is a drive of Windows."""
_WEB = ("http://", "https://")
_ON_DISK = ("file://", "local://")
_PASSWORD = re.compile(r"(?<=://)[^/@\s]*:[^/@\s]*(?=@)")
_NO_PASSWORD = ("github://", "gist://")
"""What stands before their `@` is a name."""


def is_address(path: str) -> bool:
    """Say whether something that was named is an address, and no file of this computer."""
    return _ADDRESS.match(path) is not None


def shown(address: str) -> str:
    """Return an address as reports have it: without what follows a `?` of the web.

    That may be a key by which everybody can read the letters.
    """
    return "::".join(map(_without_query, address.split("::")))


def member(path: str) -> str:
    """Return the part of an address that says which file it is, for its ending.

    Of `zip://one.docx::file:///all.zip` that is `one.docx`. Other paths stay as they are.
    """
    if "::" not in path or not is_address(path):
        return path
    return next(one for one in path.split("::") if "://" in one).partition("://")[2]


def ending(path: str) -> str:
    """Return the ending of a file's name in small letters, of an address too."""
    return PurePath(member(path)).suffix.lower()


def on_disk(address: str) -> str | None:
    """Return the path of the file where an address leads to this computer, else None."""
    if "::" not in address and address.lower().startswith(_ON_DISK):
        return address.partition("://")[2]
    return None


def check(address: str) -> None:
    """Make sure that an address has no password, which everybody sees who lists the programs.

    Raises:
        AppealLintError: it has one; the message has not.

    """
    for part in address.split("::"):
        if _PASSWORD.search(part) and not part.startswith(_NO_PASSWORD):
            raise AppealLintError(
                "{path}: do not write a password in an address. Others can see it. "
                "Put it into the settings of fsspec or of your storage.",
                path=_PASSWORD.sub("…", shown(address)),
            )


def _without_query(part: str) -> str:
    return part.partition("?")[0] if part.lower().startswith(_WEB) else part
