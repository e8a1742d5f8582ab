"""Text in the charset that a mail or a page says it has, as browsers take such words."""

import codecs

from appeal_lint.draft.decode import decode

_MEANT = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin-1": "cp1252",
    "latin1": "cp1252", "iso8859-1": "cp1252", "windows-1252": "cp1252", "gb2312": "gb18030",
    "gbk": "gb18030", "x-gbk": "gb18030", "hz-gb-2312": "hz", "cp936": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "iso-8859-9": "cp1254", "big5": "big5hkscs", "iso-8859-8-i":
    "iso-8859-8", "utf8": "utf-8",
}  # fmt: skip
"""What programs write, and the larger charset that they fill with signs."""
_WESTERN = frozenset({"cp1252", "utf-8"})
"""Charsets that are declared by habit: text that is UTF-8 is never meant otherwise."""


def text_of(data: bytes, label: str, path: str) -> str:
    """Return the text of bytes.

    Args:
        data: the bytes; a byte order mark says more than the label.
        label: the charset that is declared, "" for none; it may be wrong or unknown.
        path: the file, for messages.

    Raises:
        DraftError: they are no text.

    """
    name = _MEANT.get(label.strip().strip("\"'").lower(), label.strip().strip("\"'").lower())
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not name:
        return decode(data, path)[0]
    tried = ["utf-8", name] if name in _WESTERN else [name]
    for one in tried:
        try:
            return data.decode(one).replace("\0", "")
        except (UnicodeError, LookupError, ValueError):
            continue
    try:
        return decode(data, path)[0]
    except Exception:
        if name == "cp1252":  # it has five holes
            return data.decode("cp1252", "replace")
        raise
