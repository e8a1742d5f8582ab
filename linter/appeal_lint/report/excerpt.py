"""The user's line, cut to the width around the words in question, and the carets under them."""

from collections.abc import Callable

from rich.cells import cell_len

Clean = Callable[[str], str]


def excerpt(
    line: str, begin: int, end: int, room: int, clean: Clean = str, mark: str = "…"
) -> tuple[str, str]:
    """Show `line[begin:end]` in its line.

    Args:
        line: one line, without its end.
        begin: where the words start, in characters.
        end: where they end; with nothing between, one caret shows the place.
        room: columns for the answer, at least 20. A wide character takes two.
        clean: makes a piece of the line fit to show; it must work character by character.
        mark: stands for what is cut off.

    Returns:
        The line to show and the carets, both at most `room` columns wide.

    """
    first = min(begin, len(line) - len(line.lstrip()))
    last = max(end, len(line.rstrip()))
    whole = line[first:last]
    if _width(whole, clean, room + 1) <= room and cell_len(clean(whole)) <= room:
        return _rows(line, (first, last), (begin, end), room, clean, ("", ""))
    inner = room - 2 * (cell_len(mark) + 1)
    spare = max(0, inner - _width(line[begin:end], clean, inner))
    start = _back(line, first, begin, spare // 2, clean)
    while True:
        stop = _forward(line, start, last, end, inner, clean)
        marks = (f"{mark} " if line[:start].strip() else "", f" {mark}" if stop < last else "")
        rows = _rows(line, (start, stop), (begin, min(end, stop)), room, clean, marks)
        if cell_len(rows[0]) <= room or inner == 0:
            return rows
        inner -= 1  # signs that join with their neighbours can be wider together than apart


def _rows(
    line: str,
    cut: tuple[int, int],
    span: tuple[int, int],
    room: int,
    clean: Clean,
    marks: tuple[str, str],
) -> tuple[str, str]:
    first, last = cut
    shown = f"{marks[0]}{clean(line[first:last])}{marks[1]}"
    before = cell_len(marks[0] + clean(line[first : span[0]]))
    under = cell_len(marks[0] + clean(line[first : span[1]])) - before
    before = min(before, room - 1)
    return shown, " " * before + "^" * min(max(1, under), room - before)


def _width(text: str, clean: Clean, enough: int) -> int:
    """Return the columns of a text; from `enough` on, any number not below it."""
    columns = 0
    for char in text:
        columns += cell_len(clean(char))
        if columns >= enough:
            break
    return columns


def _back(line: str, least: int, begin: int, spare: int, clean: Clean) -> int:
    """Return where to start so that `spare` columns stand before the words, at a word's start."""
    first = begin
    while first > least and (spare := spare - cell_len(clean(line[first - 1]))) >= 0:
        first -= 1
    if first == least or line[first - 1].isspace():
        return first
    blank = next((at for at in range(first, begin) if line[at].isspace()), None)
    return first if blank is None else blank + 1


def _forward(line: str, first: int, most: int, end: int, inner: int, clean: Clean) -> int:
    """Return where to stop so that `inner` columns are filled, at a word's end if it can be."""
    last = first
    while last < most and (inner := inner - cell_len(clean(line[last]))) >= 0:
        last += 1
    if last < most and not line[last].isspace():
        blank = line.rfind(" ", min(end, last), last)
        last = last if blank < 0 else blank
    while last > max(first + 1, end) and line[last - 1].isspace():
        last -= 1
    return last
