"""Files of every format to letters; each format has a module, and its library is loaded late."""

from appeal_lint.formats.open import read, read_file

__all__ = ["read", "read_file"]
