"""What stands under the cursor: the findings there, and what the statement was read as."""

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position
from pygls.workspace import PositionCodec

from appeal_lint.doors.lsp.letter import Checked
from appeal_lint.doors.lsp.pages import address
from appeal_lint.doors.lsp.words import ACTS, escaped, one_line
from appeal_lint.i18n import Tongue, mark, tongue
from appeal_lint.model.report import Finding
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import BlockKind
from appeal_lint.report.finding import WORDS
from appeal_lint.report.page import DO, LIKE, PAGE, WHY

THIS = mark("This sentence is")
"""What stands before the act of the statement."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A label and its text, either of which may be empty; `link` is an address it leads to."""

    label: str
    text: str
    link: str = ""


def hover(checked: Checked, codec: PositionCodec, at: Position, markdown: bool) -> Hover | None:
    """Return what there is to say of a place, the shortest span of it; None where nothing is.

    Args:
        checked: of the text that the client shows.
        codec: knows the units of the client.
        at: the place.
        markdown: whether the client shows Markdown; else plain text.

    """
    lines, speaks = checked.lines(codec), tongue(checked.language)
    offset = lines.offset(at)
    here = [one for one in checked.spots() if one[1] <= offset <= one[2]]
    statement = _statement(checked, offset)
    parts = [list(_finding(one, speaks)) for one, _, _ in here]
    spans = [(start, end) for _, start, end in here]
    if statement is not None:
        parts.append(list(_read_as(statement, speaks)))
        spans.append((statement.start, statement.end))
    if not parts:
        return None
    text = _marked(parts) if markdown else _plain(parts)
    kind = MarkupKind.Markdown if markdown else MarkupKind.PlainText
    shortest = min(spans, key=lambda one: one[1] - one[0])
    return Hover(MarkupContent(kind, text), lines.range(*shortest))


def _statement(checked: Checked, offset: int) -> Statement | None:
    """Return the statement at an offset; a heading states nothing."""
    for one in checked.report.statements if checked.report else ():
        if one.start <= offset <= one.end and one.block is not BlockKind.HEADING:
            return one
    return None


def _finding(finding: Finding, speaks: Tongue) -> Iterator[_Line]:
    word = speaks.say(WORDS[finding.severity][0])
    yield _Line(f"{word}: {finding.title}", f"({finding.rule})")
    yield _Line("", finding.message)
    yield _Line(f"{speaks.say(WHY)}:", finding.why)
    yield _Line(f"{speaks.say(DO)}:", finding.advice)
    yield _Line(f"{speaks.say(LIKE)}:", f"“{finding.like}”")
    if (page := address(finding)) is not None:
        yield _Line(f"{speaks.say(PAGE)}:", finding.rule, page)


def _read_as(statement: Statement, speaks: Tongue) -> Iterator[_Line]:
    yield _Line(f"{speaks.say(THIS)}:", speaks.say(ACTS[statement.act]))
    yield _Line(f"{speaks.say(WHY)}:", statement.why)


def _marked(parts: list[list[_Line]]) -> str:
    """Return Markdown in which no word of the letter is more than a word."""
    return "\n\n---\n\n".join("\n\n".join(map(_marked_line, part)) for part in parts)


def _marked_line(line: _Line) -> str:
    text = f"[{escaped(line.text)}](<{line.link}>)" if line.link else escaped(line.text)
    return f"**{escaped(line.label)}** {text}" if line.label else text


def _plain(parts: list[list[_Line]]) -> str:
    return "\n\n".join("\n".join(map(_plain_line, part)) for part in parts)


def _plain_line(line: _Line) -> str:
    return one_line(f"{line.label} {line.link or line.text}")
