"""The pieces judged once more, by what was learned from labelled sentences.

A linear model judges every statement. Where it is not sure, a small transformer, which knows what
words mean but costs a hundred times as much, reads the statement too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from appeal_lint.model.words import Act, BlockKind, Issue, Measure
from appeal_lint.statements.evidence import Reading
from appeal_lint.statements.learned import Learned
from appeal_lint.statements.outputs import COLUMNS, Judgement, judgement, likelihoods, unsure
from appeal_lint.statements.pieces import Piece
from appeal_lint.statements.spoken import spoken
from appeal_lint.statements.traits import traits

if TYPE_CHECKING:
    from appeal_lint.encoder.transformer import Encoder
    from appeal_lint.statements.outputs import Table

SURE = {"act": 0.8, "excuse": 0.95, "issues": 0.65, "measures": 0.8}
"""From these likelihoods of its answers on, the linear model judges alone. Half of the words
stand in statements of which it is less sure: as many as the time allows. Chosen, like the next, on
sentences that neither of the two had learned from."""
READS = 0.6
"""How much the transformer counts beside the linear model."""
CERTAIN = 0.85
"""From this likelihood on the linear model's act stands, whatever else the transformer is asked."""
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


def rejudge(
    found: Iterable[Piece], model: Learned, encoder: Encoder | None = None
) -> Iterator[Piece]:
    """Yield pieces as they are judged by what was learned; neighbours of one act become one.

    Headings are left as they were read. A sentence is judged by itself, so that its pieces come
    to the same whatever is judged beside them.

    Args:
        found: the pieces as the rules read them.
        model: judges all of them.
        encoder: reads those of which the model is not sure; none where it is None.

    """
    return _merged(_judged(list(found), model, encoder))


def traits_of(piece: Piece) -> set[str]:
    """Return the traits of a statement as the rules read it."""
    return traits(
        piece.parts, piece.sentence, piece.section, piece.reading, piece.excuse, piece.agent
    )


def _judged(pieces: Sequence[Piece], model: Learned, encoder: Encoder | None) -> Iterator[Piece]:
    own = [piece for piece in pieces if piece.block.kind is not BlockKind.HEADING]
    seen = [traits_of(piece) for piece in own]
    likely = _likely(own, seen, model, encoder)
    judged = (
        _as(piece, its, judgement(each), model)
        for piece, its, each in zip(own, seen, likely, strict=True)
    )
    for piece in pieces:
        yield piece if piece.block.kind is BlockKind.HEADING else next(judged)


def _likely(
    pieces: Sequence[Piece],
    seen: Sequence[set[str]],
    model: Learned,
    encoder: Encoder | None,
) -> list[list[float]]:
    """Return the likelihoods of all outputs for each piece."""
    if not pieces:
        return []
    likely = likelihoods(model.outputs(seen))
    if encoder is not None:
        doubtful = unsure(likely, SURE)
        if doubtful:
            read: Table = likelihoods(encoder.outputs([spoken(pieces[at]) for at in doubtful]))
            likely[doubtful] = _mixed(likely[doubtful], read)
    found: list[list[float]] = likely.tolist()  # lists: much quicker to go through
    return found


def _mixed(linear: Table, read: Table) -> Table:
    """Return the mean of both models' likelihoods; an act that is certain stays as it is."""
    found: Table = linear + READS * (read - linear)
    act = COLUMNS["act"]
    certain = linear[:, act].max(axis=1) >= CERTAIN
    found[certain, act] = linear[certain, act]
    return found


def _as(piece: Piece, its: set[str], said: Judgement, model: Learned) -> Piece:
    read = piece.reading
    if said.act is not read.act:
        telling = model.telling(its, said.act, read.act)
        words = ", ".join(f"“{one}”" for one in telling) or "its words as a whole"
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
        one.spot is other.spot
        and one.reading.act is other.reading.act
        and (one.rejudged or other.rejudged)
    )
