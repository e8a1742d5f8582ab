"""What stands on pages and is no part of the letter: page numbers, running heads and feet."""

import re
from collections import defaultdict
from collections.abc import Sequence

from appeal_lint.formats.pdf.line import Line

_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|第)?\s*[-–—|]?\s*\d{1,3}\s*(?:(?:of|/|von)\s*\d{1,3})?\s*[-–—|页]?",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: [AP]M)?(?: .{1,200})?|"
    r"(?:file|https?)://\S+(?: \d+/\d+)?"
)
"""What a browser prints on every page: the time, the title and the address."""
_EDGE = 3
"""Lines at the top and at the bottom of a page that may be its head or foot."""
_SAME_HEIGHT = 3.0
"""Points by which the same head may stand higher or lower."""


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each page without its number, and what its edge repeats of another's."""
    edges = [_edge(page) for page in pages]
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for line in edge:
            seen[_plain(line)].append((number, line.y))
    kept = []
    for number, page in enumerate(pages):
        gone = {
            id(line)
            for line in edges[number]
            if _repeated(line, number, seen[_plain(line)], len(pages)) or _is_number(line, page)
        }
        kept.append([line for line in page if id(line) not in gone])
    return kept


def _edge(page: Sequence[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.y)
    return by_height[:_EDGE] + by_height[max(_EDGE, len(by_height) - _EDGE) :]


def _plain(line: Line) -> str:
    """Return what a line says on any page: without the number of its own."""
    return re.sub(rf"\b{line.page + 1}\b", "#", line.text).casefold()


def _repeated(line: Line, number: int, places: list[tuple[int, float]], pages: int) -> bool:
    same = {page for page, y in places if abs(y - line.y) <= _SAME_HEIGHT and page != number}
    return len(same) + 1 >= max(2, pages // 2)


def _is_number(line: Line, page: Sequence[Line]) -> bool:
    """Say whether a line is the number of its page, or a browser's: apart from all others."""
    if _BROWSER.fullmatch(line.text):
        return True
    if len(page) < 2 or not _PAGE_NUMBER.fullmatch(line.text):
        return False
    others = [one.y for one in page if one is not line]
    return line.y < min(others) - line.size or line.y > max(others) + line.size
