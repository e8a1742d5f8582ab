"""The pieces judged once more, by what was learned from labelled sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from appeal_lint.model.words import Act, BlockKind, Issue, Measure
from appeal_lint.statements.evidence import Reading
from appeal_lint.statements.learned import Learned
from appeal_lint.statements.pieces import Piece
from appeal_lint.statements.traits import traits

Topic = TypeVar("Topic", bound=Issue | Measure)
NAMES = {
    Act.COMPLETED: "finished deeds",
    Act.ONGOING: "practices in force",
    Act.PROMISE: "promises",
    Act.CONDITIONAL: "futures that wait for Amazon",
    Act.REQUEST: "requests to Amazon",
    Act.ROOT_CAUSE: "causes",
    Act.ADMISSION: "admissions",
    Act.OTHER: "none of these",
}
"""What `why` calls the sentences of an act."""


def rejudge(found: Iterable[Piece], model: Learned) -> Iterator[Piece]:
    """Yield pieces as the model judges them; neighbours that came to one act become one.

    Headings are left as they were read.
    """
    return _merged(_judged(piece, model) for piece in found)


def traits_of(piece: Piece) -> set[str]:
    """Return the traits of a statement as the rules read it."""
    return traits(
        piece.parts, piece.sentence, piece.section, piece.reading, piece.excuse, piece.agent
    )


def _judged(piece: Piece, model: Learned) -> Piece:
    if piece.block.kind is BlockKind.HEADING:
        return piece
    read = piece.reading
    said = model.judge(traits_of(piece), read.act)
    if said.act is not read.act:
        words = ", ".join(f"“{one}”" for one in said.words) or "its words as a whole"
        read = Reading(said.act, f"{words}: such sentences are mostly {NAMES[said.act]}")
    return replace(
        piece,
        reading=read,
        excuse=None if piece.undone else said.excuse,
        agent=said.agent,
        issues=said.issues,
        measures=said.measures,
        rejudged=said.act is not piece.reading.act,
    )


def _merged(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces; neighbours in a sentence that came to the same act become one."""
    last: Piece | None = None
    for piece in found:
        if last is not None and _same(last, piece):
            pleads = last.excuse or piece.excuse
            last = replace(
                last,
                parts=[*last.parts, *piece.parts],
                excuse=pleads,
                issues=_both(last.issues, piece.issues),
                measures=_both(last.measures, piece.measures),
            )
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _both(some: tuple[Topic, ...] | None, more: tuple[Topic, ...] | None) -> tuple[Topic, ...]:
    return tuple(dict.fromkeys((*(some or ()), *(more or ()))))


def _same(one: Piece, other: Piece) -> bool:
    return (
        one.sentence is other.sentence
        and one.reading.act is other.reading.act
        and (one.rejudged or other.rejudged)
    )
