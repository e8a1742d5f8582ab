"""File to Draft: decoding, cleaning and blocks, with every offset leading home."""

from appeal_lint.draft.alone import alone
from appeal_lint.draft.open import LARGEST, from_text, read_bytes, read_file

__all__ = ["LARGEST", "alone", "from_text", "read_bytes", "read_file"]
