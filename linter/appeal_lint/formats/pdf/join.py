"""Lines of pages to paragraphs, so that a wrap does not cut a sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from appeal_lint.draft import Paragraph
from appeal_lint.formats.headline import Shown
from appeal_lint.formats.pdf.hyphens import joined
from appeal_lint.formats.pdf.line import Line, width
from appeal_lint.formats.pdf.order import is_table

_SIGN = re.compile(r"[-*•·●▪◦–—+✓✔➤►■◆○]\s|[①-⑳➀-➓❶-❿●■◆•]")
_NUMBER = re.compile(
    r"\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s|step\s+\d+\s*[:.]", re.IGNORECASE
)
_GREETING = re.compile(r"(?:Dear|Hello|Hi|To)\b.{0,60}[,:]")
_ENDED = (".", "!", "?", ":", ";", "。", "：", "”", '"', ")")
_GAP, _LARGER, _INDENT, _ROOM = 1.35, 1.12, 0.8, 0.9
"""How many times the usual distance parts paragraphs; how much larger a heading is; how far a new
paragraph stands to one side, in sizes; and how full a line is that was wrapped."""
_FEW = 4
"""Lines of a column that do not show how wide it is."""


def shown(pages: Sequence[Sequence[Line]]) -> Iterator[Shown]:
    """Yield the paragraphs of a letter, and whether each looks like a heading."""
    lines = [line for page in pages for line in page]
    tables = {number for number, page in enumerate(pages) if is_table(page)}
    layout = _Layout(lines)
    whole = "\n".join(line.text for line in lines).lower()
    rows: list[Line] = []
    for at, line in enumerate(lines):
        split = line.page in tables and len(line.cells) > 1
        following = lines[at + 1] if at + 1 < len(lines) else None
        if rows and (split or layout.begins(rows, line, following)):
            yield layout.shown(rows, whole)
            rows = []
        if split:
            yield from (Shown(Paragraph(cell)) for cell in line.cells)
        else:
            rows.append(line)
    if rows:
        yield layout.shown(rows, whole)


class _Layout:
    """How the lines of a letter usually stand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        self._size = max(sizes, key=lambda one: (sizes[one], -one)) if sizes else 1.0
        body = [line for line in lines if round(line.size, 1) == self._size]
        steps = [
            before.y - line.y
            for before, line in pairwise(body)
            if before.page == line.page and 0.8 * self._size < before.y - line.y < 4 * self._size
        ]
        usually = sorted(steps)[len(steps) // 4] if steps else 1.2 * self._size
        self._step = min(usually, 1.7 * self._size)
        self._rights: dict[int, float] = {}
        usual = _edge(body)
        for column in _columns(lines):
            own = [line for line in column if round(line.size, 1) == self._size]
            right = _edge(own) if len(own) >= _FEW else usual
            self._rights.update((id(line), right) for line in column)

    def shown(self, rows: Sequence[Line], whole: str) -> Shown:
        """Return lines as one paragraph."""
        text = rows[0].text
        for row in rows[1:]:
            text = joined(text, row.text, whole)
        large = all(row.size > _LARGER * self._size for row in rows)
        return Shown(Paragraph(text.replace("\u00ad", "")), large or all(row.bold for row in rows))

    def begins(self, rows: Sequence[Line], line: Line, following: Line | None) -> bool:
        """Say whether a line begins a paragraph, and does not go on with the one before."""
        before = rows[-1]
        ended = before.text.endswith(_ENDED)
        if _SIGN.match(line.text) or (len(rows) == 1 and _GREETING.fullmatch(before.text)):
            return True
        if max(line.size, before.size) > _LARGER * min(line.size, before.size):
            return True
        if line.bold != before.bold and all(row.bold for row in rows) != line.bold and ended:
            return True
        short = self._is_short(before, line)
        if _jumps(before, line):
            return (short or ended) and not line.text[:1].islower()
        if before.y - line.y > _GAP * self._step * max(1.0, line.size / self._size):
            return True
        if _NUMBER.match(line.text) and (short or ended):
            return True
        if _is_indented(rows, line, following):
            return True
        return short and (ended or not line.text[:1].islower())

    def _is_short(self, before: Line, line: Line) -> bool:
        """Say whether the first word of a line would have had room in the one before."""
        word = width(" " + line.text.split(" ", 1)[0]) * line.size
        left = min(before.x, line.x)
        return before.right + word - left < _ROOM * (self._rights[id(before)] - left)


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each page, or column of one: down from one to the next."""
    column: list[Line] = []
    for line in lines:
        if column and _jumps(column[-1], line):
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _jumps(before: Line, line: Line) -> bool:
    return line.page != before.page or line.y > before.y


def _edge(lines: Sequence[Line]) -> float:
    """Return where full lines end, of which some are longer by what is guessed of widths."""
    rights = sorted(line.right for line in lines)
    return rights[int(0.8 * (len(rights) - 1))] if rights else 0.0


def _is_indented(rows: Sequence[Line], line: Line, following: Line | None) -> bool:
    """Say whether a line stands to one side, as the first of a paragraph or after a list."""
    column = list(_columns(rows))[-1]
    first, before, step = column[0], column[-1], _INDENT * line.size
    if line.x < first.x - step:
        return True
    hangs = first is before and (_SIGN.match(first.text) or _NUMBER.match(first.text))
    back = following is not None and following.x < line.x - step
    return line.x > before.x + step and back and not hangs
