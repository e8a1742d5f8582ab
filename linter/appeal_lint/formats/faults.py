"""What is said of files that cannot be read, the same for all formats."""

from appeal_lint.i18n import mark
from appeal_lint.model.errors import DraftError

TRACKED = mark("This document has tracked changes. I read it as if all of them were accepted.")
COMMENTS = mark("This document has comments. I left them out.")


def damaged(path: str) -> DraftError:
    """Return what to raise where a file is not what its format asks for."""
    return DraftError(
        "{path}: this file is damaged, so I cannot read it. "
        "Open it in the program it was made with, and save it again.",
        path=path,
    )


def locked(path: str) -> DraftError:
    """Return what to raise where a file has a password."""
    return DraftError(
        "{path}: this file is locked with a password. Open it, save it without a password, "
        "and check it again.",
        path=path,
    )


def too_much(path: str) -> DraftError:
    """Return what to raise where a file has far more in it than a letter has."""
    return DraftError(
        "{path}: there is far more in this file than one letter has. "
        "Copy the letter into a new file and save that.",
        path=path,
    )


def too_slow(path: str) -> DraftError:
    """Return what to raise where the time is up."""
    return DraftError(
        "{path}: reading this file takes too long. Save the letter as plain text.", path=path
    )
