"""The labelled sentences that the weights are learned from, as statements with their traits."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from appeal_lint import draft, evaluation, rulebook
from appeal_lint.encoder.passage import Passage
from appeal_lint.evaluation import Sentence
from appeal_lint.language import Reader
from appeal_lint.model.words import BlockKind
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.outputs import NONE
from appeal_lint.statements.pieces import Piece, pieces
from appeal_lint.statements.read import lexicon_of
from appeal_lint.statements.rejudge import traits_of
from appeal_lint.statements.spoken import spoken

SENTENCES = Path(__file__).parents[2] / "corpus" / "sentences"
DEVELOP = SENTENCES / "develop.jsonl"
LETTERS = SENTENCES / "letters" / "develop.jsonl"
COUNTS = {"lot-1": 0.3, "lot-2": 0.3, "lot-3": 0.3, "lot-4": 0.3, "lot-7": 4.0}
"""How much a sentence counts by where it is `from`; 1 elsewhere. The rules were written on the
first four lots: what they say of those is better than what they say of new ones. The seventh has
the examples of rules and of tests, which are to hold."""

LEFT_OUT = "lot-6"
"""Neither from this lot nor from the letters of `develop.jsonl` does the transformer learn."""


def files() -> list[Path]:
    """Return the files that are learned from, in one order."""
    return [DEVELOP, LETTERS, *sorted((SENTENCES / "writers").glob("*.jsonl"))]


def source() -> str:
    """Return a digest of these files, kept beside the weights: it tells stale ones."""
    digest = hashlib.sha256()
    for path in files():
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Example:
    """One statement, as the rules cut and read it, and the labels of its sentence."""

    traits: frozenset[str]
    spoken: Passage
    """Its words within its sentence."""
    labels: dict[str, str]
    topics: dict[str, frozenset[str] | None]
    """Issues and measures; None where the sentence has no such label."""
    weight: float
    left_out: bool
    """Whether the transformer does not learn from it, so that something is left to measure."""


def examples() -> Iterator[Example]:
    """Yield every labelled statement, file by file."""
    lexicon = lexicon_of(rulebook.load().vocabulary)
    for path in files():
        yield from (_of_letters if path == LETTERS else _of_sentences)(path, lexicon, Reader())


def _of_sentences(path: Path, lexicon: Lexicon, reader: Reader) -> Iterator[Example]:
    """Yield sentences that stand alone."""
    gold = evaluation.read_gold(str(path))
    rows = path.read_text("utf-8").splitlines()
    drafts = [draft.alone(one.text, one.section, gold.path) for one in gold.sentences]
    reader.read(block.text for one in drafts for block in one.blocks)
    for one, opened in zip(gold.sentences, drafts, strict=True):
        lot = json.loads(rows[one.line - 1]).get("from")
        own = list(pieces(opened, lexicon, reader))
        yield from _of(one, own, COUNTS.get(lot, 1), left_out=lot == LEFT_OUT)


def _of_letters(path: Path, lexicon: Lexicon, reader: Reader) -> Iterator[Example]:
    """Yield the sentences of whole letters, each with the headings above it."""
    gold = evaluation.read_gold(str(path))
    letters = {name: draft.read_file(gold.place(name)) for name in gold.names}
    found = {name: list(pieces(opened, lexicon, reader)) for name, opened in letters.items()}
    spans = evaluation.spans(gold, {name: opened.source for name, opened in letters.items()})
    for one in gold.sentences:
        assert one.letter is not None
        start, end = spans[one.line]
        own = [each for each in found[one.letter] if _within(each, start, end)]
        yield from _of(one, own, 1, left_out=True)


def _within(piece: Piece, start: int, end: int) -> bool:
    first, last = piece.span
    return first < end and start < last and piece.block.kind is not BlockKind.HEADING


def _of(one: Sentence, own: Sequence[Piece], weight: float, *, left_out: bool) -> Iterator[Example]:
    for piece in own:
        yield Example(
            frozenset(traits_of(piece)),
            spoken(piece),
            _labels(one, piece),
            {"issues": one.issues, "measures": one.measures},
            weight / len(own),
            left_out,
        )


def _labels(one: Sentence, piece: Piece) -> dict[str, str]:
    """Return the labels of a statement: the act of its sentence that it was read as, if any."""
    read = piece.reading.act
    act = read if one.act is None or read in one.also else one.act
    return {
        "act": str(act),
        "excuse": str((one.excuse if one.excuse_labelled else piece.excuse) or NONE),
        "agent": str(one.agent or piece.agent),
    }
