"""Opens a letter by what its file is."""

import re
from importlib import import_module
from pathlib import PurePath

from appeal_lint import draft
from appeal_lint.formats.archive import Archive
from appeal_lint.formats.bounded import SECONDS, TimeUp, deadline
from appeal_lint.formats.faults import damaged, locked, too_slow
from appeal_lint.i18n import mark
from appeal_lint.model.errors import DraftError
from appeal_lint.model.extras import MissingExtraError
from appeal_lint.model.letter import Letter
from appeal_lint.model.limits import LARGEST, LARGEST_DOCUMENT
from appeal_lint.model.said import Said

BY_ENDING = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".rtf": "rtf",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".eml": "mail",
    ".mht": "archive",
    ".mhtml": "archive",
    ".fodt": "xml",
}
"""The module of each format by the endings of its files. Any other ending is plain text."""

BY_START = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"{\\rtf": "rtf",
    b"%PDF": "pdf",
    b"\xd0\xcf\x11\xe0": "ole",
    b"<!doctype html": "html",
    b"<html": "html",
    b"<?xml": "xml",
    b"mime-version:": "mail",
}
"""The module by the first bytes, whatever their case. They go before the ending."""

TOLD_BY_START = frozenset({"docx", "odt", "rtf", "pdf"})
"""Formats whose files always begin with their own bytes."""

_HEAD = 1_000
_SPACE = b"\xef\xbb\xbf \t\r\n"
_IN_ZIP = {
    "xl/": mark("a spreadsheet"),
    "ppt/": mark("a presentation"),
    "Index/": mark("a Pages file"),
}
_NO_LETTERS = {"xml": mark("an XML file"), "archive": mark("a saved web page")}
_PAGE = re.compile(rb"<html|<!doctype html")
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_OUTLOOK = "__substg1.0_".encode("utf-16-le")


def read_file(path: str) -> Letter:
    """Read the letter in a file, which is never written to.

    Raises:
        DraftError: in one line, what is wrong with the file and what to do.

    """
    return read(file_bytes(path), path)


def file_bytes(path: str) -> bytes:
    """Return the bytes of a file with a letter, which `read` takes; errors as in `read_file`."""
    return draft.file_bytes(path, lambda head: most(head, path))


def most(head: bytes, path: str) -> int:
    """Return how many bytes a file may have, by its first ones and its name."""
    return LARGEST if _format(head, path) is None else LARGEST_DOCUMENT


def formatted(data: bytes, path: str) -> bool:
    """Say whether a file is something else than plain text or Markdown."""
    return _format(data, path) is not None


def read(data: bytes, path: str, *, mail: bool = False) -> Letter:
    """Read a letter from the bytes of a file.

    Args:
        data: the bytes.
        path: its name in reports.
        mail: whether it is a mail, whatever its bytes and its name say.

    Raises:
        DraftError: see `read_file`.

    """
    try:
        return _read(data, path, "mail" if mail else _format(data, path))
    except TimeUp:
        raise too_slow(path) from None


def _read(data: bytes, path: str, name: str | None) -> Letter:
    if name is None or not data:
        return Letter(draft.read_bytes(data, path))
    draft.check_size(len(data), path, LARGEST_DOCUMENT)
    try:
        with deadline(SECONDS):
            module = import_module(f"appeal_lint.formats.{_module(name, data, path)}")
            letter: Letter = module.read(data, path)
            return letter
    except DraftError:
        raise
    except MissingExtraError as fault:
        raise DraftError("{path}: {reason}", path=path, reason=fault.said) from fault
    except Exception as fault:  # whatever a library says of a file that was made to harm it
        raise damaged(path) from fault


def _format(data: bytes, path: str) -> str | None:
    """Return what kind of file this is, by its first bytes or else its ending; None for text."""
    found, ending = _by_start(data), PurePath(path).suffix.lower()
    if found in ("html", "xml", "mail") and ending in draft.MARKDOWN:
        return None
    by_ending = BY_ENDING.get(ending)
    return by_ending if by_ending == "archive" else found or by_ending


def _by_start(data: bytes) -> str | None:
    head = data[:_HEAD].lstrip(_SPACE).lower()
    found = next((name for start, name in BY_START.items() if head.startswith(start.lower())), None)
    return "html" if found == "xml" and _PAGE.search(head) else found


def _module(name: str, data: bytes, path: str) -> str:
    """Return the name of the module that reads a file.

    Raises:
        DraftError: it is a file of another kind.

    """
    if name == "zip":
        return _of_zip(data, path)
    if name == "ole":
        raise _old(data, path)
    if name in _NO_LETTERS:
        raise _unread(path, _NO_LETTERS[name])
    if name in TOLD_BY_START and name != _by_start(data):
        raise DraftError(
            "{path}: the name ends in {ending}, but the file is something else. "
            "If it is plain text, give it a name that ends in .txt.",
            path=path,
            ending=PurePath(path).suffix,
        )
    return name


def _of_zip(data: bytes, path: str) -> str:
    archive = Archive(data, path)
    names = archive.names()
    if "mimetype" in names and archive.part("mimetype").startswith(
        b"application/vnd.oasis.opendocument.text"
    ):
        return "odt"
    if any(one.startswith("word/") for one in names):
        return "docx"
    found = (kind for start, kind in _IN_ZIP.items() if any(one.startswith(start) for one in names))
    raise _unread(path, next(found, mark("a zip file")))


def _old(data: bytes, path: str) -> DraftError:
    """Return what to say of a file of the kind that Office wrote before 2007."""
    if _PASSWORD in data:
        return locked(path)
    if _OUTLOOK in data:
        return _unread(path, mark("an Outlook message"))
    return _unread(path, mark("an old Word file"))


def _unread(path: str, kind: str) -> DraftError:
    return DraftError(
        "{path}: this looks like {kind}. Save the letter as .docx or as plain text first.",
        path=path,
        kind=Said(kind),
    )
