"""The text of a mail as lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from appeal_lint.draft import Paragraph
from appeal_lint.formats.lines import joined
from appeal_lint.formats.page import Page
from appeal_lint.model.words import BlockKind

_QUOTED = re.compile(r"(?:> ?)+")
_BULLET = re.compile(r"\s*(?:[-*•·]|\(?\d{1,2}[.)])\s")
_WRAPPED = range(60, 101)
"""Characters of the longest line where a program wraps lines."""
_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


LONGEST, MOST_LINES = 1_000_000, 20_000
"""Characters and lines of a text that are read: a thread of a hundred mails has as many."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a mail; an empty one parts paragraphs."""

    text: str
    depth: int = 0
    """How often it is quoted; the signs for that are not in `text`."""
    kind: BlockKind | None = None
    """None where the mail does not say."""


def of_text(text: str, flowed: bool) -> list[Line]:
    """Return the lines of plain text.

    Args:
        text: as it is in the mail.
        flowed: whether a blank at the end of a line says that the next goes on (RFC 3676).

    """
    found: list[Line] = []
    goes_on = False
    text = text[:LONGEST].replace("&nbsp;", " ")  # so QQ Mail writes plain text
    for row in _LINE_END.split(text)[:MOST_LINES]:
        quoted = _QUOTED.match(row)
        depth = quoted[0].count(">") if quoted else 0
        bare = row[quoted.end() :] if quoted else row
        if flowed and bare.startswith(" "):
            bare = bare[1:]
        if goes_on and found[-1].depth == depth and bare != "-- ":
            found[-1] = Line(found[-1].text + bare, depth)
        else:
            found.append(Line(bare, depth))
        goes_on = flowed and bare.endswith(" ") and bare != "-- "
    return [Line(one.text.rstrip(), one.depth) for one in found]


def of_page(page: Page) -> list[Line]:
    """Return the lines of a page, an empty one after each paragraph."""
    found = []
    for piece in page.pieces:
        lines = piece.text.split("\n") if piece.kind is None else [piece.text.replace("\n", " ")]
        found += [Line(line, piece.depth, piece.kind) for line in lines]
        found.append(Line("", piece.depth))
    return found


def paragraphs(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs of lines; how deep they are quoted does not matter."""
    for kind, group in groupby(lines, lambda line: line.kind):
        if kind is None:
            for text in joined("\n".join(_unwrapped([line.text for line in group]))):
                yield Paragraph(text)
        else:
            for line in group:
                yield Paragraph(line.text.strip(), kind)


def _unwrapped(rows: list[str]) -> list[str]:
    """Put lines together that a program wrapped: the next word had no room in the one before."""
    width = max(map(len, rows), default=0)
    if width not in _WRAPPED:
        return rows
    found: list[str] = []
    last = 0
    for row in rows:
        first = row.split(" ", 1)[0]
        if found and row.strip() and last + 1 + len(first) > width and not _BULLET.match(row):
            found[-1] += f" {row}"
        else:
            found.append(row)
        last = len(row)
    return found


def text_of(lines: Iterable[Line]) -> str:
    """Return lines as text."""
    return "\n".join(line.text for line in lines).strip()


def words_of(lines: Iterable[Line]) -> int:
    """Return how many words lines have."""
    return sum(len(line.text.split()) for line in lines)
