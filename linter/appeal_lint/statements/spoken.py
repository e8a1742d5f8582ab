"""A statement as the transformer reads it."""

from appeal_lint.model.words import Section
from appeal_lint.statements.pieces import Piece


def spoken(piece: Piece) -> tuple[str, str]:
    """Return the words of a statement, rightly spelt, after the section that it stands in.

    The second text is its whole sentence, empty where the statement is all of it.
    """
    text, whole = _text(piece, *piece.reach), _text(piece, 0, len(piece.block.text))
    section = "none" if piece.section is Section.NONE else piece.section.replace("_", " ")
    return f"{section} : {text}", "" if text == whole else whole


def _text(piece: Piece, first: int, last: int) -> str:
    """Return the words of the sentence that stand within these offsets of the block."""
    found, end = [], None
    for word in piece.parts[0].tree.words:
        if first <= word.start and word.end <= last:
            found.append("" if end in (None, word.start) else " ")
            found.append(word.text if word.text.lower() == word.lower else word.lower)
            end = word.end
    return "".join(found)
