"""Opens a draft, or says in words why it cannot be read."""

import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from appeal_lint.draft.blocks import cut, line_spans
from appeal_lint.draft.comments import is_markdown, take_out
from appeal_lint.draft.decode import NO_TEXT, decode
from appeal_lint.draft.tongue import chinese, english
from appeal_lint.i18n import mark
from appeal_lint.model.draft import Aside, Block, Draft
from appeal_lint.model.errors import DraftError
from appeal_lint.model.limits import LARGEST
from appeal_lint.model.said import Said
from appeal_lint.model.words import BlockKind

_WORD = re.compile(r"[^\W\d_]{2}")
LONGEST_BLOCK = 30_000
"""Characters of one paragraph; the language model takes memory by the length of one."""
_NOT_ENGLISH = mark(
    "{path}: this letter is not in English. Amazon reads English letters here: "
    "write or translate it, then check it again."
)
_CHINESE = mark(
    "{path}: this letter is not in English. Amazon reads English letters here: "
    "write or translate it, then check it again. "
    "这封信是中文。请用英文写，或翻译成英文，再检查一次。"
)
"""Who writes Chinese reads this, whatever language the rest is in."""


def read_file(path: str) -> Draft:
    """Read a draft from a file, which is never written to.

    Raises:
        DraftError: in one line, what is wrong with the file and what to do.

    """
    return read_bytes(file_bytes(path), path)


def file_bytes(path: str, most: Callable[[bytes], int] | None = None) -> bytes:
    """Return the bytes of a file, at most one more than it may have.

    Args:
        path: the file.
        most: how many it may have, asked of its first ones; without it as many as a text.

    Raises:
        DraftError: as in `read_file`.

    """
    place = Path(path)
    try:
        if place.is_dir():
            raise DraftError("{path}: this is a folder. Name the file of the letter.", path=path)
        with place.open("rb") as file:
            data = file.read(LARGEST + 1)  # a device may have no end
            if len(data) > LARGEST and most is not None:
                data += file.read(max(0, most(data) - LARGEST))
            return data
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise DraftError("{path}: there is no such file.", path=path) from fault
    except PermissionError as fault:
        raise DraftError(
            "{path}: this file may not be read. Check its permissions.", path=path
        ) from fault
    except OSError as fault:
        raise DraftError(
            "{path}: this file cannot be read ({reason}).",
            path=path,
            reason=Said(str(fault.strerror)),
        ) from fault
    except ValueError as fault:
        raise DraftError("{path}: this is not the name of a file.", path=path) from fault


def check_regular(path: str) -> None:
    """Make sure that what is at a path is no pipe or device, which one may wait for without end.

    A link is what it leads to. Where there is nothing, nothing is said.

    Raises:
        DraftError: it is one.

    """
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):  # why it cannot be read is said by whoever reads it
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise DraftError(
            "{path}: this is no file but a pipe or a device. Save the letter as a file.", path=path
        )


def read_bytes(data: bytes, path: str) -> Draft:
    """Read a draft from the bytes of a file; `path` is its name in reports.

    Raises:
        DraftError: see `read_file`.

    """
    check_size(len(data), path)
    text, encoding = decode(data, path)
    return from_text(text, path, encoding)


def check_size(size: int, path: str, most: int = LARGEST) -> None:
    """Make sure that so many bytes, or characters, may be a letter.

    Args:
        size: how many there are.
        path: the name of the letter in what is said.
        most: how many there may be.

    Raises:
        DraftError: they are too many.

    """
    if size > most:
        raise DraftError(
            "{path}: this is too large for one letter. The most is {most} kB.",
            path=path,
            most=most // 1000,
        )


def from_text(text: str, path: str, encoding: str = "utf-8") -> Draft:
    """Make a draft of a text as given; offsets count its characters.

    Raises:
        DraftError: it is empty, has nothing but headings, or is not in English.

    """
    if "\0" in text:
        raise DraftError(NO_TEXT, path=path)
    check_words(text, path)
    comments, seen = take_out(text) if is_markdown(path) else ((), text)
    blocks, asides = cut(seen)
    check_blocks(text, path, blocks, asides)
    lines = tuple(start for start, _ in line_spans(text))
    return Draft(path, text, blocks, encoding, asides, comments, _lines=lines)


def check_words(text: str, path: str) -> None:
    """Make sure that a text has words.

    Raises:
        DraftError: it is empty, or has none.

    """
    if not text.strip():
        raise DraftError("{path}: this file is empty.", path=path)
    if not _WORD.search(text):
        raise DraftError("{path}: this file has no words to check.", path=path)


def check_blocks(text: str, path: str, blocks: Sequence[Block], asides: Sequence[Aside]) -> None:
    """Make sure that blocks and what is set aside beside them are a letter to check.

    Raises:
        DraftError: there are no blocks, or nothing but headings; one is too long, or they are
            not in English.

    """
    if (
        not blocks
        or sum(len(one.text) for one in blocks) < sum((one.end - one.start) for one in asides) * 0.2
    ):
        if asides:
            raise DraftError(_CHINESE if chinese(text) else _NOT_ENGLISH, path=path)
        raise DraftError("{path}: this file has no words to check.", path=path)
    if all(one.kind is BlockKind.HEADING for one in blocks):
        raise DraftError(
            "{path}: this file has only headings. Write the letter under them.", path=path
        )
    if any(len(one.text) > LONGEST_BLOCK for one in blocks):
        raise DraftError(
            "{path}: one paragraph is too long to read. The most is {most} letters.",
            path=path,
            most=LONGEST_BLOCK,
        )
    if not english(" ".join(one.text for one in blocks)):
        raise DraftError(_CHINESE if chinese(text) else _NOT_ENGLISH, path=path)
