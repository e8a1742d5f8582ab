"""Whole results, kept in the cache folder of the system: the same letter is not judged twice."""

from pathlib import Path

from appeal_lint.cache.reports import Results, reads_as
from appeal_lint.cache.store import Store

__all__ = ["Results", "open_results", "reads_as"]
"""`reads_as` names what a report depends on; `Results` keeps reports by such names."""


def open_results(folder: Path) -> Results:
    """Return the reports that are kept in a folder, which need not be there yet."""
    return Results(Store(folder))
