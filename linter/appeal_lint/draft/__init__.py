"""File to Draft: decoding, cleaning and blocks, with every offset leading home."""

from appeal_lint.draft.alone import alone
from appeal_lint.draft.blocks import NOT_ENGLISH
from appeal_lint.draft.comments import MARKDOWN
from appeal_lint.draft.open import (
    check_regular,
    check_size,
    file_bytes,
    from_text,
    read_bytes,
    read_file,
)
from appeal_lint.draft.paragraphs import Paragraph, from_paragraphs
from appeal_lint.model.limits import LARGEST

__all__ = [
    "LARGEST",
    "MARKDOWN",
    "NOT_ENGLISH",
    "Paragraph",
    "alone",
    "check_regular",
    "check_size",
    "file_bytes",
    "from_paragraphs",
    "from_text",
    "read_bytes",
    "read_file",
]
