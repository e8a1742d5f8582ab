"""The letter in a PDF."""

import logging
from io import BytesIO
from typing import Any

from appeal_lint import draft
from appeal_lint.formats.faults import damaged, locked, too_much
from appeal_lint.formats.headline import with_headlines
from appeal_lint.formats.pdf.furniture import without_furniture
from appeal_lint.formats.pdf.join import shown
from appeal_lint.formats.pdf.line import Line
from appeal_lint.formats.pdf.order import is_doubtful
from appeal_lint.formats.pdf.page import drawn
from appeal_lint.i18n import mark
from appeal_lint.model.errors import DraftError
from appeal_lint.model.extras import load
from appeal_lint.model.letter import Letter
from appeal_lint.model.limits import LARGEST

DOUBTFUL = mark(
    "The order of the text in this PDF is doubtful. Check that the sentences follow one another "
    "as in your letter, or check the file that the PDF was made from."
)
MOST_PAGES = 60
_FEW_WORDS = 20
"""Words of a PDF below which a picture is what a person reads in it."""
_BOUNDS = {
    "maximum_declared_stream_length": 30_000_000,
    "array_based_stream_maximum_output_length": 10_000_000,
    "zlib_maximum_output_length": 10_000_000,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "lzw_maximum_output_length": 10_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "brotli_maximum_output_length": 10_000_000,
    "stream_decoding_work_maximum_length": 30_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "page_tree_maximum_entries": 5_000,
    "page_tree_maximum_depth": 50,
    "page_tree_maximum_page_entries": 50_000,
    "xform_maximum_invocations_per_extraction": 300,
    "stream_filters_maximum_length": 6,
}
"""What pypdf may unpack and go through; pages of letters stay far below."""


def read(data: bytes, path: str) -> Letter:
    """Read the letter in a PDF. Forms, notes, scripts and attached files are passed over.

    Raises:
        DraftError: it has a password or no text, is a scan, is damaged, or is far too much.

    """
    pypdf = load("pypdf", "pdf")
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())  # what it warns of is not for the user
    try:
        with pypdf.apply_configuration(**_BOUNDS):
            return _read(data, path, pypdf)
    except DraftError:
        raise
    except pypdf.errors.LimitReachedError as fault:
        raise too_much(path) from fault
    except Exception as fault:  # (pypdf raises whatever comes, down to AttributeError)
        raise damaged(path) from fault


def _read(data: bytes, path: str, pypdf: Any) -> Letter:
    reader = pypdf.PdfReader(BytesIO(data))
    if reader.is_encrypted and not _unlocked(reader):
        raise locked(path)
    if len(reader.pages) > MOST_PAGES:
        raise DraftError(
            "{path}: this PDF has {pages} pages. The most is {most}. "
            "Save the pages of the letter as a PDF of their own.",
            path=path,
            pages=len(reader.pages),
            most=MOST_PAGES,
        )
    pages, turned, left = [], [], LARGEST
    for number, page in enumerate(reader.pages):
        found = drawn(page, number, left)
        pages.append(found.lines)
        turned.append(found.turned)
        left -= sum(len(line.text) for line in found.lines)
    _check_text(pages, reader, path)
    own = without_furniture(pages)
    doubtful = any(map(is_doubtful, own, turned))
    paragraphs = with_headlines(shown(own))
    return Letter(draft.from_paragraphs(paragraphs, path, notes=(DOUBTFUL,) if doubtful else ()))


def _unlocked(reader: Any) -> bool:
    """Try the empty password, which many PDFs have that may be read but not changed."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # (a kind of lock that needs a library of its own)
        return False


def _check_text(pages: list[tuple[Line, ...]], reader: Any, path: str) -> None:
    """Make sure that the pages have text, and text that means something."""
    texts = [line.text for page in pages for line in page]
    if sum(len(text.split()) for text in texts) < _FEW_WORDS and _has_pictures(reader):
        raise DraftError(
            "{path}: this PDF is a scan: pictures of pages, without text. "
            "Check the file that was printed, or have the scan read by an OCR program first.",
            path=path,
        )
    whole = "".join(texts)
    if not whole.strip():
        raise DraftError("{path}: this PDF has no text.", path=path)
    strange = sum("\ue000" <= one <= "\uf8ff" or one == "\ufffd" or one < " " for one in whole)
    if strange > 0.1 * len(whole):
        raise DraftError(
            "{path}: the letters in this PDF have no meaning that I can read. "
            "Check the file that the PDF was made from.",
            path=path,
        )


def _has_pictures(reader: Any) -> bool:
    """Say whether any page shows a picture, without opening it."""
    for page in reader.pages:
        resources = page.get("/Resources")
        known = (resources.get_object() if resources is not None else {}).get("/XObject")
        for one in list((known.get_object() if known is not None else {}).values())[:50]:
            if one.get_object().get("/Subtype") == "/Image":
                return True
        contents = page.get_contents()
        if contents is not None and b"\nEI" in contents.get_data():
            return True
    return False
