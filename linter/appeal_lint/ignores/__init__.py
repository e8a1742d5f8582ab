"""Findings that somebody looked at and that may stay: what says so, and what becomes of it.

`files`, which checks what is read from disk, is imported where there is such a file.
"""

from appeal_lint.ignores.add import added
from appeal_lint.ignores.apply import Sorted, sort_out
from appeal_lint.ignores.comments import in_comments
from appeal_lint.ignores.entry import Entry, entry_for
from appeal_lint.ignores.words import Words

__all__ = [
    "Entry",
    "Sorted",
    "Words",
    "added",
    "entry_for",
    "in_comments",
    "sort_out",
]
