"""The parts of the appeal: its headings, or what it shows, with the statements of each."""

from collections.abc import Iterable, Iterator

from lsprotocol.types import DocumentSymbol, Location, SymbolInformation, SymbolKind
from pygls.workspace import PositionCodec

from appeal_lint.doors.lsp.letter import Checked
from appeal_lint.doors.lsp.lines import Lines
from appeal_lint.doors.lsp.words import ACTS, short
from appeal_lint.i18n import Tongue, tongue
from appeal_lint.model.draft import Block
from appeal_lint.model.report import Report
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import Act, BlockKind

Symbols = list[DocumentSymbol] | list[SymbolInformation]


def symbols(checked: Checked, codec: PositionCodec, tree: bool) -> Symbols:
    """Return the outline of a letter; flat where the client knows no tree."""
    if checked.report is None:
        return []
    lines, speaks = checked.lines(codec), tongue(checked.language)
    found = list(_by_headings(checked.report, lines, speaks))
    if not found:
        found = list(_by_elements(checked.report, lines, speaks))
    return found if tree else list(_flat(found, checked.letter.uri))


def _by_headings(report: Report, lines: Lines, speaks: Tongue) -> Iterator[DocumentSymbol]:
    blocks = report.draft.blocks
    headings = [one for one in blocks if one.kind is BlockKind.HEADING]
    if not headings:
        return
    opening = _between(report, 0, _start(headings[0]))
    if opening:
        yield _group(speaks.say("Opening"), opening, opening[0], lines, speaks)
    ends = [*(_start(one) for one in headings[1:]), len(report.draft.source)]
    for heading, end in zip(headings, ends, strict=True):
        below = _between(report, _end(heading), end)
        last = max([_end(heading), *(one.end for one in below)])
        yield DocumentSymbol(
            short(report.draft.source[_start(heading) : _end(heading)]) or "-",
            SymbolKind.String,
            lines.range(_start(heading), last),
            lines.range(_start(heading), _end(heading)),
            children=[_symbol(one, lines, speaks) for one in below],
        )


def _by_elements(report: Report, lines: Lines, speaks: Tongue) -> Iterator[DocumentSymbol]:
    known = {one.id: one for one in report.statements}
    for element in report.elements.values():
        shown = sorted((known[one] for one in element.statements), key=lambda one: one.start)
        if shown:
            yield _group(element.title, shown, shown[0], lines, speaks)


def _group(
    name: str, inside: list[Statement], first: Statement, lines: Lines, speaks: Tongue
) -> DocumentSymbol:
    return DocumentSymbol(
        name,
        SymbolKind.String,
        lines.range(inside[0].start, max(one.end for one in inside)),
        lines.range(first.start, first.end),
        children=[_symbol(one, lines, speaks) for one in inside],
    )


def _symbol(statement: Statement, lines: Lines, speaks: Tongue) -> DocumentSymbol:
    place = lines.range(statement.start, statement.end)
    said = speaks.say(ACTS[statement.act]) if statement.act is not Act.OTHER else None
    return DocumentSymbol(short(statement.text) or "-", SymbolKind.Field, place, place, said)


def _between(report: Report, start: int, end: int) -> list[Statement]:
    """Return the statements of a stretch that are no headings."""
    return [
        one
        for one in report.statements
        if start <= one.start < end and one.block is not BlockKind.HEADING
    ]


def _start(block: Block) -> int:
    return block.home[0]


def _end(block: Block) -> int:
    return block.home[-1]


def _flat(
    found: Iterable[DocumentSymbol], uri: str, above: str | None = None
) -> Iterator[SymbolInformation]:
    for one in found:
        yield SymbolInformation(Location(uri, one.range), one.name, one.kind, container_name=above)
        yield from _flat(one.children or (), uri, one.name)
