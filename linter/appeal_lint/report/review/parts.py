"""The small pieces that the page is put together from."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from appeal_lint.report.review.escape import escaped

LABEL = 56
"""Columns of the longest label in a chart."""


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], caption: str, *, texts: int = 1
) -> str:
    """Return a table.

    Args:
        heads: of the columns, as they are read.
        rows: cells, escaped already.
        caption: what the table shows, as it is read.
        texts: how many columns at the start are words; the others are numbers.

    """
    kinds = ["" if at < texts else ' class="number"' for at in range(len(heads))]
    head = "".join(
        f'<th scope="col"{kind}>{escaped(one)}</th>' for one, kind in zip(heads, kinds, strict=True)
    )
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(f"<td{kind}>{cell}</td>" for cell, kind in zip(row[1:], kinds[1:], strict=True))
        + "</tr>\n"
        for row in rows
    )
    return (
        f'<div class="wide"><table><caption>{escaped(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>\n"
    )


def folded(summary: str, inside: str) -> str:
    """Return something that is shown when its name is pressed."""
    return f"<details><summary>{escaped(summary)}</summary>\n{inside}</details>\n"


def paragraph(*sentences: str, blank: str = " ", kind: str = "") -> str:
    """Return sentences as a paragraph; nothing where there are none."""
    shown = blank.join(escaped(one) for one in sentences if one)
    marked = f' class="{kind}"' if kind else ""
    return f"<p{marked}>{shown}</p>\n" if shown else ""


def section(name: str, title: str, inside: str) -> str:
    """Return a part of the page under its title."""
    return (
        f'<section id="{name}" aria-labelledby="{name}-head">'
        f'<h2 id="{name}-head">{escaped(title)}</h2>\n{inside}</section>\n'
    )


def figure(chart: str) -> str:
    """Return a chart as a figure."""
    return f"<figure>{chart}</figure>\n"


def pick(token: str, inside: str) -> str:
    """Return a link that shows the letters that have something; see `tokens.py`."""
    return f'<a href="#letters" data-pick="{token}">{inside}</a>'


def label(text: str) -> str:
    """Return a text that fits above a bar."""
    return text if cell_len(text) <= LABEL else set_cell_size(text, LABEL - 1).rstrip() + "…"
