"""Small words that several parts of the report share."""

from appeal_lint.model.draft import Draft
from appeal_lint.model.report import Finding


def many(number: int, word: str) -> str:
    """Return a number and its word: `1 error`, `2 errors`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def where(draft: Draft, finding: Finding) -> str:
    """Say where a finding is: `line 12`, or `whole letter`."""
    return "whole letter" if finding.whole else f"line {draft.place(finding.start)[0]}"
