"""Bars and tables of the summary in the terminal."""

from collections.abc import Sequence

from rich.cells import cell_len

from appeal_lint.report.page import Page, padded


def bar(page: Page, value: float, most: float, room: int) -> str:
    """Return a bar; what is more than nothing has at least one sign."""
    columns = round(room * value / most) if most else 0
    return page.sign("█", "#") * (max(1, columns) if value and room else 0)


def table(page: Page, rows: Sequence[Sequence[str]], left: Sequence[int] = (3,)) -> None:
    """Write columns as wide as their widest cell, numbers to the right; the last may wrap."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            padded(cell, width) if at in left else " " * (width - cell_len(cell)) + cell
            for at, (cell, width) in enumerate(zip(row[:-1], widths, strict=False))
        ]
        start = "  ".join(cells)
        if row[-1]:
            page.line(f"{start}  ", row[-1], indent=2, hang=cell_len(start) + 2)
        else:
            page.exact(page.clean(start), indent=2)


def more(page: Page, number: int) -> None:
    """Write how many are not shown; nothing where all are."""
    if number > 0:
        page.line(page.say("And {number} more.", number=number), indent=2)
