"""Paragraphs that grow as a document is walked: its text, text boxes and notes in their order."""

from appeal_lint.draft import Paragraph
from appeal_lint.formats.headline import Shown
from appeal_lint.model.words import BlockKind

BREAK = "\u2028"
"""A line break inside a paragraph."""


class Story:
    """The paragraphs of one text, in order.

    Words are added with `write`, and `end` ends the paragraph they are in. What belongs behind the
    paragraph that is open, as a text box does, is kept with `behind` until it ends.
    """

    def __init__(self) -> None:
        self.paragraphs: list[Shown] = []
        self._words: list[str] = []
        self._plain = False
        self._behind: list[Shown] = []

    def write(self, text: str, *, bold: bool = False) -> None:
        """Add words to the open paragraph."""
        self._words.append(text)
        self._plain = self._plain or (not bold and bool(text.strip()))

    def behind(self, paragraphs: list[Shown]) -> None:
        """Let these paragraphs stand behind the open one."""
        self._behind += paragraphs

    def end(
        self, kind: BlockKind | None = None, *, numbered: bool = False, shown: bool = True
    ) -> None:
        """End the open paragraph, of a kind; one that is not shown is left out."""
        text = "".join(self._words)
        if shown and text.strip():
            self.paragraphs.append(Shown(Paragraph(text, kind, numbered), not self._plain))
        self.paragraphs += self._behind
        self._words, self._behind, self._plain = [], [], False

    def __bool__(self) -> bool:
        """Say whether words wait for the end of their paragraph."""
        return bool(self._words or self._behind)
