"""Opens a letter by what its file is."""

from appeal_lint import draft
from appeal_lint.model.letter import Letter


def read_file(path: str) -> Letter:
    """Read the letter in a file, which is never written to.

    Raises:
        DraftError: in one line, what is wrong with the file and what to do.

    """
    return read(file_bytes(path), path)


def file_bytes(path: str) -> bytes:
    """Return the bytes of a file with a letter, which `read` takes; errors as in `read_file`."""
    return draft.file_bytes(path)


def read(data: bytes, path: str) -> Letter:
    """Read a letter from the bytes of a file; `path` is its name in reports.

    Raises:
        DraftError: see `read_file`.

    """
    return Letter(draft.read_bytes(data, path))
