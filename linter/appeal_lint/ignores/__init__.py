"""Findings that somebody looked at and that may stay: what says so, and what becomes of it."""

from appeal_lint.ignores.apply import Sorted, sort_out
from appeal_lint.ignores.comments import in_comments
from appeal_lint.ignores.entry import Entry, entry_for
from appeal_lint.ignores.files import ENDING, dump, read_file
from appeal_lint.ignores.words import Words

__all__ = [
    "ENDING",
    "Entry",
    "Sorted",
    "Words",
    "dump",
    "entry_for",
    "in_comments",
    "read_file",
    "sort_out",
]
