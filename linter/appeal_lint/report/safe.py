"""Makes the user's text harmless for a terminal."""

import unicodedata


def safe(text: str) -> str:
    """Return text without control characters, escapes or marks that turn its direction."""
    return "".join(
        " " if char == "\t" else char if unicodedata.category(char)[0] != "C" else "\ufffd"
        for char in text
    )
