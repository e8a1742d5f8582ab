"""Bytes to text, whatever keyboard or editor they come from."""

import codecs

from appeal_lint.model.errors import DraftError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Return the text without its byte order mark, and the name of its encoding.

    Raises:
        DraftError: the bytes are no text.

    """
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise DraftError(
                f"{path}: this looks like {kind}. Save the letter as plain text first."
            )
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, path), name
    if b"\0" in data:
        if (guess := _unmarked_utf16(data)) is not None:
            return _strict(data, guess, path), guess
        raise DraftError(f"{path}: this is not a text file. Save the letter as plain text first.")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _legacy(data, path)


def _strict(data: bytes, name: str, path: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as fault:
        raise DraftError(f"{path}: the text is damaged. Save the letter again as UTF-8.") from fault
    if "\0" in text:
        raise DraftError(f"{path}: this is not a text file. Save the letter as plain text first.")
    return text


def _unmarked_utf16(data: bytes) -> str | None:
    """English in UTF-16 has a zero in nearly every other byte."""
    half = max(1, len(data) // 2)
    if len(data) % 2 == 0 and data[1::2].count(0) > 0.8 * half and not data[::2].count(0):
        return "utf-16-le"
    if len(data) % 2 == 0 and data[::2].count(0) > 0.8 * half and not data[1::2].count(0):
        return "utf-16-be"
    return None


def _legacy(data: bytes, path: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (only for what is not UTF-8)

    high = sum(byte >= 0x80 for byte in data)
    if high <= 0.1 * len(data) and (text := _western(data)) is not None:
        return text, "cp1252"
    best = from_bytes(
        data,
        cp_isolation=[
            "gb18030",
            "cp1252",
            "big5",
            "shift_jis",
            "cp1251",
            "cp1250",
            "cp1254",
            "latin_1",
        ],
    ).best()
    if best is None:
        raise DraftError(f"{path}: I cannot read these letters. Save the file again as UTF-8.")
    return str(best), best.encoding


def _western(data: bytes) -> str | None:
    """Return the text if its few high bytes are single ones, as in cp1252, not pairs."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    try:
        paired = data.decode("gb18030")
    except UnicodeDecodeError:
        return text
    chinese = sum(
        "\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef"
        for char in paired
    )
    return None if chinese * 2 >= sum(byte >= 0x80 for byte in data) * 0.9 else text
