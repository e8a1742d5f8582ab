"""A draft of a formatted document, whose paragraphs are known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from appeal_lint.draft.open import from_text
from appeal_lint.model.draft import Draft
from appeal_lint.model.words import BlockKind, Counted


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading, list item or table cell."""

    text: str
    """On one line: a line break inside it is a space or U+2028."""
    kind: BlockKind | None = None
    """None where the document does not say; then its words do, as in plain text."""


def from_paragraphs(
    paragraphs: Iterable[Paragraph], path: str, *, notes: tuple[str, ...] = ()
) -> Draft:
    """Return the draft of a document, whose source has a line for each paragraph.

    Raises:
        DraftError: as in `from_text`.

    """
    text = "\n".join(one.text for one in paragraphs)
    return replace(from_text(text, path), counted=Counted.PARAGRAPHS, notes=notes)
