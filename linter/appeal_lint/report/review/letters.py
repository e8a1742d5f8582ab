"""The second half of the page: all letters, the worst first, and how to find some of them.

Letters are gone through once for their order and a line of each, and once more for each `BATCH`
of those shown with their text: so no more than that many texts are ever held.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from appeal_lint.i18n import Tongue
from appeal_lint.model.row import Row, RowText
from appeal_lint.report.review.escape import apart, escaped, foreign
from appeal_lint.report.review.letter import letter, outcome
from appeal_lint.report.review.parts import paragraph
from appeal_lint.report.review.tokens import Tokens

BATCH = 200
Letters = Callable[[], Iterable[tuple[Row, RowText | None]]]
"""Gives all rows anew at each call, in the same order, each with its text where there is one."""


class _Line(NamedTuple):
    """A letter in the list of all; `at` is its place, from 0, among those that are given."""

    score: int
    path: str
    at: int
    tokens: str
    cells: str


def letters_section(letters: Letters, tokens: Tokens, most: int, say: Tongue) -> Iterator[str]:
    """Yield the inside of the part in pieces."""
    ordered = sorted(
        _Line(row.score, row.path, at, tokens.of(row), _cells(row, say))
        for at, (row, _) in enumerate(letters())
    )
    shown = ordered[: max(0, most)]
    yield _intro(len(ordered), len(shown), say)
    yield _controls(tokens, len(ordered), say)
    yield from _list(ordered, len(shown), say)
    for start in range(0, len(shown), BATCH):
        ranks = {one.at: start + n for n, one in enumerate(shown[start : start + BATCH], 1)}
        yield from _batch(letters(), ranks, tokens, say)


def _batch(
    rows: Iterable[tuple[Row, RowText | None]], ranks: dict[int, int], tokens: Tokens, say: Tongue
) -> list[str]:
    made: dict[int, str] = {}
    for at, (row, text) in enumerate(rows):
        if at in ranks:
            made[ranks[at]] = letter(ranks[at], row, text, tokens.of(row), say)
            if len(made) == len(ranks):
                break
    return [made[rank] for rank in sorted(made)]


def _intro(all: int, shown: int, say: Tongue) -> str:
    sentences = [say.say("The letters with the fewest points come first. Press one to open it.")]
    if shown < all:
        sentences.append(
            say.say(
                "To keep this page small, only the {shown} worst letters are here with their text. "
                "The other {others} are in the list only; the search does not see their text.",
                shown=shown,
                others=all - shown,
            )
        )
    sentences.append(
        say.say("In a letter, a number stands before the words that were found. It leads to why.")
    )
    return paragraph(*sentences, blank=say.blank)


def _controls(tokens: Tokens, all: int, say: Tongue) -> str:
    """Return the search and the filters; the script shows them, for without it they do nothing."""
    search, every = say.say("Search in the letters"), say.say("All")
    all_again = say.say("Show all letters")
    open_all, close_all = say.say("Open the letters"), say.say("Close the letters")
    fields = [
        f'<label class="search">{escaped(search)}'
        '<input type="search" id="search" autocomplete="off" spellcheck="false"></label>'
    ]
    for name, label, choices in tokens.filters(say):
        if choices:
            options = f'<option value="">{escaped(every)}</option>' + "".join(
                f'<option value="{token}">{foreign(said)}</option>' for token, said in choices
            )
            fields.append(
                f'<label>{escaped(label)}<select id="by-{name}">{options}</select></label>'
            )
    # The script fills in the two numbers.
    said = say.say("{shown} of {all} letters are shown.", shown="{shown}", all="{all}")
    now = said.format(shown=all, all=all)
    return (
        f'<form id="controls" hidden>{"".join(fields)}<div class="buttons">'
        f'<button type="reset">{escaped(all_again)}</button>'
        f'<button type="button" id="open">{escaped(open_all)}</button>'
        f'<button type="button" id="close">{escaped(close_all)}</button></div>'
        f'<p id="count" role="status" data-said="{escaped(said)}">{escaped(now)}</p></form>\n'
    )


def _list(ordered: list[_Line], shown: int, say: Tongue) -> Iterator[str]:
    heads = [
        say.say("Score"), say.say("Letter"), say.say("Ready"), say.say("Type"), say.say("Author"),
        say.say("Date"), say.say("Outcome"), say.say("Nearly the same"),
    ]  # fmt: skip
    title = escaped(say.say("All letters"))
    yield (
        f'<div class="list" tabindex="0" role="region" aria-label="{title}"><table id="all">'
        f"<caption>{title}</caption><thead><tr>"
        + "".join(f'<th scope="col">{escaped(one)}</th>' for one in heads)
        + "</tr></thead>\n<tbody>"
    )
    for rank, one in enumerate(ordered, 1):
        name = apart(one.path)
        linked = f'<a href="#l{rank}">{name}</a>' if rank <= shown else name
        yield (
            f'<tr data-k="{one.tokens}"><td class="number">{one.score}</td>'
            f'<th scope="row">{linked}</th>{one.cells}</tr>\n'
        )
    yield "</tbody></table></div>\n"


def _cells(row: Row, say: Tongue) -> str:
    ready = say.say("yes") if row.ready else say.say("no")
    values = (ready, row.type, row.author, row.date, outcome(row, say), row.alike)
    return "".join(f"<td>{apart(one) if one else ''}</td>" for one in values)
