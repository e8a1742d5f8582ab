"""Letters in HTML."""

import codecs
import re

from appeal_lint import draft
from appeal_lint.draft import Paragraph
from appeal_lint.formats.charset import text_of
from appeal_lint.formats.lines import joined
from appeal_lint.formats.page import Page, Piece, page_of
from appeal_lint.i18n import mark
from appeal_lint.model.errors import DraftError
from appeal_lint.model.letter import Letter

LARGEST = 5_000_000
"""Bytes of a page; pictures may stand in it as text."""
STRUCK = mark("Text that is crossed out in this file is left out.")
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096


def read(data: bytes, path: str) -> Letter:
    """Read the letter in a page.

    Raises:
        DraftError: see `formats.read`.

    """
    if len(data) > LARGEST:
        raise DraftError(
            "{path}: this page is too large for one letter. Copy the letter into a text file.",
            path=path,
        )
    page = page_of(text_of(data, charset(data), path), path)
    paragraphs = [one for piece in page.pieces for one in paragraphs_of(piece)]
    return Letter(draft.from_paragraphs(paragraphs, path, notes=notes_of(page)))


def charset(data: bytes) -> str:
    """Return the charset that a page declares, "" for none."""
    found = _META.search(data, 0, _HEAD)
    label = found[1].decode("ascii", "replace").lower() if found else ""
    return "utf-8" if label.startswith("utf-16") and not _marked(data) else label


def paragraphs_of(piece: Piece) -> list[Paragraph]:
    """Return a piece of a page as paragraphs: each line that is one, not each line break."""
    if piece.kind is not None:
        return [Paragraph(" ".join(piece.text.split("\n")), piece.kind)]
    lines = joined(piece.text) if "\n" in piece.text else [piece.text.strip()]
    return [Paragraph(line) for line in lines]


def notes_of(page: Page) -> tuple[str, ...]:
    """Return what a person has to know of how a page was read."""
    return (STRUCK,) if page.struck else ()


def _marked(data: bytes) -> bool:
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
