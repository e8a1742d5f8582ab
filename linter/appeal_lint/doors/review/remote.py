"""Files in object storage and elsewhere, through fsspec; only where the user names an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from appeal_lint.cache import reads_as
from appeal_lint.doors.review.address import check, shown
from appeal_lint.model import extras
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.limits import LARGEST_DOCUMENT
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from types import ModuleType

_LOCAL = ("file", "local")
_TELLING = frozenset(
    {
        "etag", "md5", "md5hash", "content_md5", "checksum", "crc", "crc32c", "generation",
        "version_id", "versionid", "mtime", "modified", "last_modified", "lastmodified", "updated",
        "date_time", "created",
    }
)  # fmt: skip
"""What the storages say of a file that is another after a change."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A file at an address, as a listing shows it."""

    address: str
    name: str
    """The same as reports have it."""
    size: int
    stamp: str
    """Changes with the file."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What an address leads to."""

    kind: str
    """`file`, `folder` or `pattern`."""
    files: tuple[tuple[str, Remote], ...]
    """By their names; those of a folder as they stand in it, with all its folders."""


def listing(address: str) -> Listing:
    """Return the files at an address, in the order of their names.

    Args:
        address: a file, a folder, or a pattern such as `s3://bucket/letters/*.docx`.

    Raises:
        AppealLintError: nothing is there, it cannot be reached, or a package for it is missing.

    """
    check(address)
    with _told(shown(address)):
        files, root = _system(address)
        if _magic(address, root):
            found = files.glob(root, detail=True)
            kind, top = "pattern", ""
        else:
            there = files.info(root)
            if there.get("type") != "directory":
                return Listing("file", ((root, _remote(files, address, root, root, there)),))
            found = files.find(root, detail=True)
            kind, top = "folder", root.rstrip("/") + "/"
        return Listing(
            kind,
            tuple(
                (path.removeprefix(top), _remote(files, address, root, path, about))
                for path, about in sorted(found.items())
                if about.get("type") != "directory"
            ),
        )


def read(address: str, name: str) -> bytes:
    """Return the bytes of a file, at most one more than a letter may have.

    Args:
        address: where it is.
        name: what it is called in messages.

    Raises:
        AppealLintError: it cannot be read.

    """
    with opened(address, name) as file:
        return file.read(LARGEST_DOCUMENT + 1)


@contextmanager
def opened(address: str, name: str) -> Iterator[BinaryIO]:
    """Open a file to read its bytes, piece by piece; parameters and errors as in `read`."""
    with _told(name):
        files, path = _system(address)
        with files.open(path, "rb") as file:
            yield file


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say in one line what went wrong; never in the words of a library, which may have keys."""
    try:
        yield
    except AppealLintError:
        raise
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise AppealLintError("{path}: there is no such file or folder.", path=name) from fault
    except PermissionError as fault:
        raise AppealLintError(
            "{path}: this may not be read. Check your key and its rights.", path=name
        ) from fault
    except ImportError as fault:
        raise _missing(name, fault) from fault
    except Exception as fault:  # each storage has errors of its own
        raise AppealLintError(
            "{path}: this address cannot be read ({reason}). "
            "Check the address, your key and the network.",
            path=name,
            reason=type(fault).__name__,
        ) from fault


def _missing(name: str, fault: ImportError) -> AppealLintError:
    cause: BaseException = fault
    while cause.__cause__ is not None:
        cause = cause.__cause__
    package = (getattr(cause, "name", None) or "").partition(".")[0]
    if not package:
        return AppealLintError(
            "{path}: a package for this address is not installed: {reason}.",
            path=name,
            reason=Said(str(fault)),
        )
    return AppealLintError(
        "{path}: this address needs a package that is not installed. "
        "Install it with: pip install {package}",
        path=name,
        package=package,
    )


def _system(address: str) -> tuple[Any, str]:
    """Return what opens the files at an address, and what it calls this one.

    Raises:
        AppealLintError: there is no such kind of address, or fsspec is not installed.

    """
    core: ModuleType = extras.load("fsspec.core", "dask")
    registry: ModuleType = extras.load("fsspec.registry", "dask")
    for part in address.split("::"):
        kind = part.partition("://")[0]
        if kind not in registry.known_implementations and kind not in registry.registry:
            raise AppealLintError(
                "{path}: “{kind}” is no kind of address that I know.",
                path=shown(address),
                kind=kind,
            )
    files, path = core.url_to_fs(address)
    return files, str(path)


def _magic(address: str, root: str) -> bool:
    web = address.lower().startswith(("http://", "https://"))  # there ? begins a question
    return re.search(r"[*[]" if web else r"[*?[]", root) is not None


def _remote(files: Any, address: str, root: str, path: str, about: Mapping[str, Any]) -> Remote:
    where = address if path == root else _address(address, root, path)
    size = about.get("size")
    telling = {
        key: str(value)
        for key, value in about.items()
        if value is not None and key.lower().replace("-", "_") in _TELLING
    }
    known = sorted(telling.items()) or files.ukey(path)
    return Remote(where, shown(where), int(size or 0), reads_as(size, known))


def _address(address: str, root: str, path: str) -> str:
    """Return the address of a file that was found at another one.

    A storage calls a file by less than its address: without its kind, and mostly without the
    computer it is on, which is taken over from the address that was named.
    """
    if "://" in path:
        return path
    parts = address.split("::")
    at = next(number for number, one in enumerate(parts) if "://" in one)
    kind, _, named = parts[at].partition("://")
    host, _, inner = named.partition("/")
    head, inner, before = root.rstrip("/"), inner.strip("/"), f"{kind}://{host}/"
    if kind.lower() not in _LOCAL and path.startswith(head.removesuffix(inner)) and host:
        head = head.removesuffix(inner) if inner else head + "/"
        parts[at] = before + path.removeprefix(head)
    else:
        parts[at] = f"{kind}://{path}"
    return "::".join(parts)
