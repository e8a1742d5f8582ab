"""Bytes to text, whatever keyboard or editor they come from."""

import codecs

from appeal_lint.draft.legacy import legacy
from appeal_lint.i18n import mark
from appeal_lint.model.errors import DraftError
from appeal_lint.model.said import Said

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF", mark("a PDF file")),
    (b"PK\x03\x04", mark("a Word or zip file")),
    (b"\xd0\xcf\x11\xe0", mark("an old Word file")),
    (b"{\\rtf", mark("an RTF file")),
    (b"\x89PNG", mark("a picture")),
    (b"\xff\xd8\xff", mark("a picture")),
    (b"GIF8", mark("a picture")),
)
NO_TEXT = mark("{path}: this is not a text file. Save the letter as plain text first.")


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Return the text without its byte order mark, and the name of its encoding.

    Raises:
        DraftError: the bytes are no text.

    """
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise DraftError(
                "{path}: this looks like {kind}. Save the letter as .docx or as plain text first.",
                path=path,
                kind=Said(kind),
            )
    for start, name in _MARKS:
        if data.startswith(start):
            return _strict(data[len(start) :], name, path), name
    if b"\0" in data:
        if (guess := _unmarked_utf16(data)) is not None:
            return _strict(data, guess, path), guess
        raise DraftError(NO_TEXT, path=path)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        if _mostly_utf8(data):
            line = data.count(b"\n", 0, fault.start) + 1
            raise DraftError(
                "{path}: the text is damaged in line {line}. Save the letter again as UTF-8.",
                path=path,
                line=line,
            ) from fault
        return legacy(data, path)


def _strict(data: bytes, name: str, path: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as fault:
        raise DraftError(
            "{path}: the text is damaged. Save the letter again as UTF-8.", path=path
        ) from fault
    if "\0" in text:
        raise DraftError(NO_TEXT, path=path)
    return text


def _unmarked_utf16(data: bytes) -> str | None:
    """English in UTF-16 has a zero in most other bytes, and hardly one in the rest."""
    half = max(1, len(data) // 2)
    odd, even = data[1::2].count(0), data[::2].count(0)
    if len(data) % 2 or max(odd, even) < 0.5 * half or min(odd, even) > 0.1 * max(odd, even):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _mostly_utf8(data: bytes) -> bool:
    """Say whether most bytes that are not ASCII make UTF-8 signs: then the rest is damage."""
    high = sum(byte >= 0x80 for byte in data)
    good = len(data.decode("utf-8", "ignore").encode()) - (len(data) - high)
    return good > 0.7 * high
