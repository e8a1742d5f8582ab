"""Letters in PDF: text only, put together from the places where it is drawn."""

from appeal_lint.formats.pdf.read import read

__all__ = ["read"]
