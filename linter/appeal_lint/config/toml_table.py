"""Whether a `pyproject.toml` has a table of ours, told without what checks configurations."""

from pathlib import Path
from typing import Any

TABLE = ("tool", "appeal-lint")
TOML = ".toml"


def table(document: Any) -> Any:
    """Return our table of a document, or None."""
    for name in TABLE:
        document = document.get(name) if isinstance(document, dict) else None
    return document


def speaks_of_us(path: Path) -> bool:
    """Say whether a file has our table, or may have it: what is wrong with it is told later."""
    try:
        data = path.read_bytes()
    except OSError:
        return True
    if TABLE[1].encode() not in data:
        return False
    import tomllib  # noqa: PLC0415

    try:
        return table(tomllib.loads(data.decode("utf-8-sig"))) is not None
    except (ValueError, RecursionError):
        return True
