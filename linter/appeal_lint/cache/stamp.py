"""Stamps of files: they tell whether anything changed, without reading it."""

import importlib.util
import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

_CODE = (".py", ".npz", ".mo")
"""What of the program itself an answer may depend on."""
_LIBRARIES = ("spacy", "durable_rules_engine")
"""What a new release of may read or judge otherwise."""

_SHOWN = ("click", "pydantic", "rich", "spacy")
"""Packages that lie where packages are installed."""


def stamp(folders: Iterable[str | Path], endings: tuple[str, ...] = ()) -> str:
    """Return a short text that changes whenever a file in some folders does.

    Args:
        folders: they are looked through with all that is in them; one that is not there, and a
            file in place of a folder, have a stamp too.
        endings: how the names of the files that count end; all count where it is empty.

    """
    found = blake2b(digest_size=16)
    for folder in folders:
        for line in sorted(_lines(str(folder), endings)):
            found.update(line.encode("utf-8", "surrogateescape"))
            found.update(b"\n")
        found.update(b"\0")
    return found.hexdigest()


def program() -> str:
    """Return a stamp of this program, as it is on the disk now."""
    return stamp([Path(__file__).parents[1]], _CODE)


def libraries() -> str:
    """Return a stamp of the libraries that read and judge."""
    return stamp(one for one in map(_place, _LIBRARIES) if one is not None)


def installed() -> str:
    """Return a stamp that changes whenever a package is installed, renewed or taken away."""
    places = (_place(one) for one in _SHOWN)
    return "\n".join(sorted({_line(str(one.parents[1])) for one in places if one is not None}))


def model(name: str) -> str:
    """Return a stamp of a language model, by its name or folder."""
    folder = Path(name) if Path(name).is_dir() else _place(name)
    return stamp([folder.parent if folder is not None and folder.is_file() else folder or name])


@lru_cache
def _place(module: str) -> Path | None:
    """Return the file by which a module is found, without importing it."""
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin) if spec is not None and spec.origin else None


def _lines(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    try:
        with os.scandir(folder) as inside:
            for one in inside:
                if not one.is_dir():
                    if not endings or one.name.endswith(endings):
                        yield _line(one.path)
                elif one.is_symlink():  # may lead back to here: what lies in it, and no deeper
                    yield from map(_line, _files(one.path))
                elif one.name not in ("__pycache__", ".git"):
                    yield from _lines(one.path, endings)
    except NotADirectoryError:
        yield _line(folder)
    except (OSError, ValueError):  # who reads the file itself says what is wrong with it
        yield f"{folder} -"


def _files(folder: str) -> list[str]:
    with os.scandir(folder) as inside:
        return [one.path for one in inside if not one.is_dir()]


def _line(path: str) -> str:
    try:
        seen = os.stat(path)
    except OSError:  # a link to nowhere, as some editors put beside what is being written
        return f"{path} -"
    return f"{path} {seen.st_mtime_ns} {seen.st_size} {seen.st_ino}"
