"""Cuts a text into rows where words are not parted by blanks, as in Chinese."""

from rich.cells import cell_len, get_character_cell_size

_NEVER_FIRST = frozenset("，。、；：？！…”’）》〉】』」%·,.;:?!)]")
_NEVER_LAST = frozenset("“‘（《〈【『「([")
_WIDE = 2


def cuts(text: str, first: int, rest: int) -> list[int]:
    """Return where to cut a text so that no row is wider than its room.

    A row ends after a blank, or beside a wide character; a closing mark never starts a row and
    an opening one never ends it. Only what is longer than a row is cut anywhere else.

    Args:
        text: one line.
        first: columns of the first row.
        rest: columns of each other row.

    """
    found: list[int] = []
    start, room = 0, first
    while cell_len(text[start:].rstrip(" ")) > room:
        most = _fitting(text, start, room)
        good = (at for at in range(most, start, -1) if _may_cut(text, at))
        start = next(good, most)
        while text[start : start + 1] == " ":
            start += 1
        found.append(start)
        room = rest
    return found


def _fitting(text: str, start: int, room: int) -> int:
    """Return how far a row can go, at least one character."""
    at, left = start, room
    while at < len(text) and (left := left - get_character_cell_size(text[at])) >= 0:
        at += 1
    while at > start + 1 and cell_len(text[start:at]) > room:
        at -= 1  # signs that join with their neighbours can be wider together than apart
    return max(at, start + 1)


def _may_cut(text: str, at: int) -> bool:
    if at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return " " in (before, after) or _WIDE in (
        get_character_cell_size(before),
        get_character_cell_size(after),
    )
