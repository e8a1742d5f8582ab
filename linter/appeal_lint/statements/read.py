"""Draft to statements: the whole analysis in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from appeal_lint.encoder import encoder, prepare
from appeal_lint.language import Reader
from appeal_lint.model.draft import Draft
from appeal_lint.model.memory import Memory
from appeal_lint.model.statement import Mark, Statement
from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.model.words import Act, Agent, Excuse, Issue, Measure
from appeal_lint.statements import topics
from appeal_lint.statements.learned import learned
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.marks import marks
from appeal_lint.statements.pieces import Piece, pieces_of
from appeal_lint.statements.rejudge import rejudge
from appeal_lint.statements.spots import Spot, Told, spots

KEPT = 4
"""Vocabularies whose lexicon is kept: letters that lie open side by side may have each its own."""

_known: Memory[int, tuple[Vocabulary, Lexicon]] = Memory(KEPT, KEPT)


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary, made once."""
    if (known := _known.get(id(vocabulary))) is not None and known[0] is vocabulary:
        return known[1]
    lexicon = Lexicon(vocabulary)
    _known.keep(id(vocabulary), (vocabulary, lexicon))
    return lexicon


def read(draft: Draft, vocabulary: Vocabulary, reader: Reader) -> tuple[Statement, ...]:
    """Return the statements of a draft, in order of place, with ids from 1.

    The rules read first; what was learned from labelled sentences then judges by their
    reading and by the words. Headings are left to the rules.

    Args:
        draft: the letter.
        vocabulary: the phrases in force.
        reader: loads the language model at its first use.

    """
    where, known = _read((draft,), vocabulary, reader)
    said = ((spot, one) for spot in where for one in known[spot.told])
    return tuple(_statement(number, draft, spot, one) for number, (spot, one) in enumerate(said, 1))


def read_ahead(drafts: Sequence[Draft], vocabulary: Vocabulary, reader: Reader) -> None:
    """Read several drafts together, so that `read` finds every sentence of them known.

    The models take less time for a letter when they read a dozen at once. What they are found to
    say is the same.

    Args:
        drafts: the letters, together no longer than what the reader remembers.
        vocabulary: the phrases in force.
        reader: as in `read`.

    """
    reader.read(block.text for draft in drafts for block in draft.blocks)
    _read(drafts, vocabulary, reader)


def _read(
    drafts: Iterable[Draft], vocabulary: Vocabulary, reader: Reader
) -> tuple[list[Spot], dict[Told, tuple[_Said, ...]]]:
    """Return the sentences of drafts, in order, and what each says."""
    prepare()  # while spaCy loads its own
    lexicon = lexicon_of(vocabulary)
    memory = reader.beside(lexicon)
    where = [spot for draft in drafts for spot in spots(draft, lexicon, reader)]
    known = {spot.told: found for spot in where if (found := memory.get(spot.told))}
    fresh = {spot.told: spot for spot in where if spot.told not in known}
    for told, found in _judged(fresh.values()).items():
        known[told] = found
        memory.keep(told, found, len(told[0][0].tree.words))
    return where, known


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement of a sentence, wherever that stands: its offsets are those in the sentence."""

    start: int
    end: int
    act: Act
    agent: Agent
    why: str
    issues: tuple[Issue, ...]
    measures: tuple[Measure, ...]
    excuse: Excuse | None
    marks: frozenset[Mark]


def _judged(fresh: Iterable[Spot]) -> dict[Told, tuple[_Said, ...]]:
    """Return what each sentence says; all that are new are judged together."""
    found: Iterable[Piece] = (piece for spot in fresh for piece in pieces_of(spot))
    if (model := learned()) is not None:
        found = rejudge(found, model, encoder())
    by_spot: dict[Told, list[_Said]] = {}
    for piece in found:
        by_spot.setdefault(piece.spot.told, []).append(_said(piece))
    return {told: tuple(said) for told, said in by_spot.items()}


def _said(piece: Piece) -> _Said:
    parts, act = piece.parts, piece.reading.act
    issues = topics.issues(parts, piece.excuse) if piece.issues is None else piece.issues
    measures = topics.measures(parts) if piece.measures is None else piece.measures
    return _Said(
        *piece.reach,
        act=act,
        agent=piece.agent,
        why=piece.reading.why,
        issues=issues,
        measures=topics.kept(measures, act, parts, blames=piece.excuse is not None),
        excuse=piece.excuse,
        marks=marks(piece),
    )


def _statement(number: int, draft: Draft, spot: Spot, said: _Said) -> Statement:
    start, end = spot.span(said.start, said.end)
    found = {Mark(one.name, *spot.span(one.start, one.end)) for one in said.marks}
    return Statement(
        id=number,
        start=start,
        end=end,
        text=draft.source[start:end],
        block=spot.block.kind,
        heading=spot.block.heading,
        section=spot.section,
        act=said.act,
        agent=said.agent,
        why=said.why,
        issues=said.issues,
        measures=said.measures,
        excuse=said.excuse,
        marks=tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.name))),
    )
