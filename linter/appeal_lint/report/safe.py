"""Makes text of unknown origin harmless: for a terminal, and inside a JSON document."""

import re
import unicodedata

_SILENT = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters without width or effect of their own; they are left out."""

_BEYOND = re.compile("[\x7f-\U0010ffff]")

_PLAIN = {
    "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "…": "...", "·": "-", "–": "-", "—": "-",
    "•": "*", "✓": "+", "✗": "x",
}  # fmt: skip


def safe(text: str) -> str:
    """Return text that cannot steer a terminal.

    White space of any kind becomes one blank. Control characters, escapes, marks that
    turn the direction of writing and lone surrogates become U+FFFD, so that they are seen.
    """
    return text if text.isprintable() else "".join(map(_safe, text))


def plain(text: str) -> str:
    """Return text for a stream that can show ASCII only; what has no likeness becomes `?`."""
    return text if text.isascii() else "".join(map(_plain, text))


def escaped(document: str, ascii_only: bool = False) -> str:
    r"""Return a JSON document with the same content and nothing that steers a terminal.

    What `safe` replaces is written as `\uXXXX`, which every JSON reader turns back;
    with `ascii_only` so is everything beyond ASCII. Line ends stay.
    """
    # looked at are those beyond ASCII only: few, and a document may be long
    return _BEYOND.sub(
        lambda one: _escaped(one[0]) if _steers(one[0], ascii_only) else one[0], document
    )


def _safe(char: str) -> str:
    if char in _SILENT:
        return ""
    kind = unicodedata.category(char)
    if char in "\t\n\v\f\r\x85" or kind[0] == "Z":
        return " "
    return "\ufffd" if kind[0] == "C" else char


def _plain(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    near = "".join(one for one in unicodedata.normalize("NFKD", char) if one.isascii())
    if near:
        return near
    return "" if unicodedata.combining(char) else "?"


def _steers(char: str, ascii_only: bool) -> bool:
    if char.isascii():
        return char == "\x7f"
    return ascii_only or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
