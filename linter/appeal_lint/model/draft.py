"""One appeal as it was given, cut into blocks that know their way home."""

from bisect import bisect_right
from dataclasses import dataclass, field

from appeal_lint.model.words import BlockKind, Counted


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or list item of a draft.

    `text` is cleaned for reading (full-width letters narrowed, zero-width
    characters dropped, curly quotes made straight, line breaks made spaces, the
    bullet or heading marker left out). `home[i]` is the offset in
    `Draft.source` of the character that `text[i]` came from; it rises strictly
    or stays equal, and has one entry more than `text`: the end.
    """

    id: int
    kind: BlockKind
    text: str
    home: tuple[int, ...]
    heading: str | None = None
    """The cleaned text of the heading this block stands under, if any."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn offsets in `text` (half open) into offsets in `Draft.source`."""
        if end <= start:
            return self.home[start], self.home[start]
        return self.home[start], self.home[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of the draft that is not analysed, and why (a plain sentence)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of a Markdown draft: its place with its signs, and its text without them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One appeal.

    `source` is the decoded text as given, without a byte order mark and
    with its own line ends; of a formatted document, its text with a line for each
    paragraph. Every offset elsewhere counts Unicode characters of `source`.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    encoding: str = "utf-8"
    asides: tuple[Aside, ...] = ()
    comments: tuple[Comment, ...] = ()
    counted: Counted = Counted.LINES
    notes: tuple[str, ...] = ()
    """How the file was read, where a person has to know: plain sentences in English, `mark`ed."""
    _lines: tuple[int, ...] = field(default=(), repr=False)
    """Offsets in `source` where each line starts."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, both counted from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def line(self, number: int) -> tuple[str, int]:
        """Return the text of a line (from 1, without its line end) and its offset."""
        start = self._lines[number - 1]
        end = self._lines[number] if number < len(self._lines) else len(self.source)
        return self.source[start:end].rstrip("\r\n"), start
