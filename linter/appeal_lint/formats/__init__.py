"""Files of every format to letters; each format has a module, and its library is loaded late."""

from appeal_lint.formats.open import file_bytes, formatted, most, read, read_file

__all__ = ["file_bytes", "formatted", "most", "read", "read_file"]
