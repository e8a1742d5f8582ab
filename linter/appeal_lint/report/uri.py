"""The name of a file as a URI reference."""

import os
import re
from urllib.parse import quote


def uri(path: str) -> str:
    """Return a path as it was given: relative as it is, absolute as `file:` URI.

    The bytes of a name that is not UTF-8 are kept.
    """
    slashed = path.replace(os.sep, "/")
    if os.altsep:
        slashed = slashed.replace(os.altsep, "/")
    drive = os.name == "nt" and re.match(r"[A-Za-z]:/", slashed)
    if drive:
        return f"file:///{slashed[:2]}{quote(_bytes(slashed[2:]))}"
    if slashed.startswith("//"):
        # A network folder has its machine there; elsewhere one slash means the same as two.
        return f"file:{quote(_bytes(slashed))}" if os.name == "nt" else uri(slashed[1:])
    quoted = quote(_bytes(slashed))
    return f"file://{quoted}" if slashed.startswith("/") else quoted


def _bytes(path: str) -> bytes:
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")
