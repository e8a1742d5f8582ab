"""Opens a draft, or says in words why it cannot be read."""

import re
from pathlib import Path

from appeal_lint.draft.blocks import cut, line_spans
from appeal_lint.draft.comments import is_markdown, take_out
from appeal_lint.draft.decode import decode
from appeal_lint.draft.tongue import english
from appeal_lint.model.draft import Draft
from appeal_lint.model.errors import DraftError
from appeal_lint.model.words import BlockKind

_WORD = re.compile(r"[^\W\d_]{2}")
LARGEST = 200_000
"""Bytes. Ten times the longest appeal that was ever seen; more is another kind of file."""
LONGEST_BLOCK = 30_000
"""Characters of one paragraph; the language model takes memory by the length of one."""
_NOT_ENGLISH = (
    "this letter is not in English. Amazon reads English letters here: "
    "write or translate it, then check it again."
)


def read_file(path: str) -> Draft:
    """Read a draft from a file, which is never written to.

    Raises:
        DraftError: in one line, what is wrong with the file and what to do.

    """
    place = Path(path)
    try:
        if place.is_dir():
            raise DraftError(f"{path}: this is a folder. Name the file of the letter.")
        with place.open("rb") as file:
            data = file.read(LARGEST + 1)  # a device may have no end
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise DraftError(f"{path}: there is no such file.") from fault
    except PermissionError as fault:
        raise DraftError(f"{path}: this file may not be read. Check its permissions.") from fault
    except OSError as fault:
        raise DraftError(f"{path}: this file cannot be read ({fault.strerror}).") from fault
    except ValueError as fault:
        raise DraftError(f"{path}: this is not the name of a file.") from fault
    return read_bytes(data, path)


def read_bytes(data: bytes, path: str) -> Draft:
    """Read a draft from the bytes of a file; `path` is its name in reports.

    Raises:
        DraftError: see `read_file`.

    """
    if len(data) > LARGEST:
        raise DraftError(
            f"{path}: this is too large for one letter. The most is {LARGEST // 1000} kB."
        )
    text, encoding = decode(data, path)
    return from_text(text, path, encoding)


def from_text(text: str, path: str, encoding: str = "utf-8") -> Draft:
    """Make a draft of a text as given; offsets count its characters.

    Raises:
        DraftError: it is empty, has nothing but headings, or is not in English.

    """
    if "\0" in text:
        raise DraftError(f"{path}: this is not a text file. Save the letter as plain text first.")
    if not text.strip():
        raise DraftError(f"{path}: this file is empty.")
    if not _WORD.search(text):
        raise DraftError(f"{path}: this file has no words to check.")
    comments, seen = take_out(text) if is_markdown(path) else ((), text)
    blocks, asides = cut(seen)
    if (
        not blocks
        or sum(len(one.text) for one in blocks) < sum((one.end - one.start) for one in asides) * 0.2
    ):
        if asides:
            raise DraftError(f"{path}: {_NOT_ENGLISH}")
        raise DraftError(f"{path}: this file has no words to check.")
    if all(one.kind is BlockKind.HEADING for one in blocks):
        raise DraftError(f"{path}: this file has only headings. Write the letter under them.")
    if any(len(one.text) > LONGEST_BLOCK for one in blocks):
        raise DraftError(
            f"{path}: one paragraph is too long to read. The most is {LONGEST_BLOCK} letters."
        )
    if not english(" ".join(one.text for one in blocks)):
        raise DraftError(f"{path}: {_NOT_ENGLISH}")
    lines = tuple(start for start, _ in line_spans(text))
    return Draft(path, text, blocks, encoding, asides, comments, lines)
