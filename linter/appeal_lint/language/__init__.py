"""The only room that imports spaCy, and only when a text is read."""

from appeal_lint.language.reader import Reader
from appeal_lint.language.word import Parse, Sentence, Word

__all__ = ["Parse", "Reader", "Sentence", "Word"]
