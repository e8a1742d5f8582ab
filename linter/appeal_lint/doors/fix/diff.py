"""The difference between a letter and what it becomes, as a unified diff."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def unified(path: str, before: str, after: str) -> list[str]:
    """Return the lines of a unified diff, without line ends; none where nothing changes."""
    lines = difflib.unified_diff(
        _LINE.findall(before), _LINE.findall(after), path, path, lineterm=""
    )
    return list(_shown(lines))


def _shown(lines: Iterator[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        bare = line.rstrip("\r\n")
        yield bare
        if at > 1 and bare == line and not line.startswith("@@"):
            yield "\\ No newline at end of file"
