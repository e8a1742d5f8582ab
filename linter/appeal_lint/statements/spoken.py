"""A statement as the transformer reads it."""

from appeal_lint.encoder.passage import Passage
from appeal_lint.statements.pieces import Piece


def spoken(piece: Piece) -> Passage:
    """Return the words of a statement and of its sentence, rightly spelt, and its section."""
    first, last = piece.reach
    found: tuple[list[str], list[str], list[str]] = [], [], []
    end = None
    for word in piece.parts[0].tree.words:
        part = found[0 if word.start < first else 1 if word.end <= last else 2]
        part.append("" if end in (None, word.start) else " ")
        part.append(word.text if word.text.lower() == word.lower else word.lower)
        end = word.end
    before, words, after = ("".join(part) for part in found)
    return Passage(str(piece.section), before, words, after)
