"""Learn the weights of `appeal_lint/statements/learned.npz` from labelled sentences.

    pip install -e '.[train]'
    python linter/training/learn.py            # writes the weights
    python linter/training/learn.py --check    # learns again and compares with what is shipped

Only the development sentences are used: neither the reporting set nor the border cases of
`tests/statements/labels.jsonl`. The same sentences, rules and versions of scikit-learn and
spaCy give the same weights.
"""

import hashlib
import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from appeal_lint import draft, evaluation, rulebook
from appeal_lint.evaluation import Sentence
from appeal_lint.language import Reader
from appeal_lint.model.words import BlockKind
from appeal_lint.statements.learned import FILE, KINDS, NONE
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.pieces import Piece, pieces
from appeal_lint.statements.read import lexicon_of
from appeal_lint.statements.rejudge import traits_of
from scipy import sparse
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "corpus" / "sentences" / "develop.jsonl"
TARGET = ROOT / "linter" / "appeal_lint" / "statements" / FILE
LETTERS = GOLD.parent / "letters" / "develop.jsonl"
TUNED_ON = 847
"""The first so many sentences are those that the rules were written on. What the rules say of
them is better than what they say of new ones, so they count less."""
LESS = 0.3
STRENGTH = {"act": 0.3, "excuse": 3.0, "agent": 0.3}
"""Inverse strength of the penalty on large weights, chosen by cross-validation."""
PLEA_WEIGHS = np.log(1 / 0.6)
"""Added to every excuse against none: a sentence with an excuse is rarer here than in training."""
SMALLEST = 0.015
"""A trait none of whose weights is larger is left out."""


@dataclass(frozen=True, slots=True)
class Example:
    """One statement, as the rules cut and read it, and the labels of its sentence."""

    traits: frozenset[str]
    labels: dict[str, str]
    weight: float


def main() -> int:
    """Learn, then write or compare; return the exit status."""
    held = _pack(*_learn(list(_examples())))
    if "--check" in sys.argv:
        same = TARGET.read_bytes() == held
        print("the shipped weights are these" if same else "the shipped weights differ")
        return 0 if same else 1
    TARGET.write_bytes(held)
    print(f"{TARGET.relative_to(ROOT)}: {len(held):,} bytes")
    return 0


def _examples() -> Iterator[Example]:
    lexicon, reader = lexicon_of(rulebook.load().vocabulary), Reader()
    gold = evaluation.read_gold(str(GOLD))
    drafts = [draft.alone(one.text, one.section, gold.path) for one in gold.sentences]
    reader.read(block.text for one in drafts for block in one.blocks)
    for number, (one, opened) in enumerate(zip(gold.sentences, drafts, strict=True)):
        weight = LESS if number < TUNED_ON else 1
        yield from _of(one, list(pieces(opened, lexicon, reader)), weight)
    yield from _of_letters(lexicon, reader)


def _of_letters(lexicon: Lexicon, reader: Reader) -> Iterator[Example]:
    """Yield the sentences of whole letters, each with the headings above it."""
    gold = evaluation.read_gold(str(LETTERS))
    letters = {name: draft.read_file(gold.place(name)) for name in gold.names}
    found = {name: list(pieces(opened, lexicon, reader)) for name, opened in letters.items()}
    spans = evaluation.spans(gold, {name: opened.source for name, opened in letters.items()})
    for one in gold.sentences:
        assert one.letter is not None
        start, end = spans[one.line]
        yield from _of(one, [each for each in found[one.letter] if _within(each, start, end)], 1)


def _within(piece: Piece, start: int, end: int) -> bool:
    first, last = piece.span
    return first < end and start < last and piece.block.kind is not BlockKind.HEADING


def _of(one: Sentence, own: Sequence[Piece], weight: float) -> Iterator[Example]:
    for piece in own:
        yield Example(frozenset(traits_of(piece)), _labels(one, piece), weight / len(own))


def _labels(one: Sentence, piece: Piece) -> dict[str, str]:
    """Return the labels of a statement: the act of its sentence that it was read as, if any."""
    read = piece.reading.act
    act = read if one.act is None or read in one.also else one.act
    return {
        "act": str(act),
        "excuse": str((one.excuse if one.excuse_labelled else piece.excuse) or NONE),
        "agent": str(one.agent or piece.agent),
    }


def _learn(examples: Sequence[Example]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return the traits, their weights (a row each) and the bias of each output."""
    times = Counter(trait for one in examples for trait in one.traits)
    traits = sorted(trait for trait, many in times.items() if many > 1)
    rows = {trait: row for row, trait in enumerate(traits)}
    found = [sorted(rows[trait] for trait in one.traits if trait in rows) for one in examples]
    ends = np.cumsum([0, *map(len, found)], dtype="int32")
    at = np.array([row for each in found for row in each], dtype="int32")
    table = sparse.csr_matrix((np.ones(len(at)), at, ends), shape=(len(examples), len(traits)))
    weights, bias = [], []
    for kind, words in KINDS.items():
        balance = "balanced" if kind == "act" else None
        model = LogisticRegression(C=STRENGTH[kind], max_iter=400, class_weight=balance)
        labels = [one.labels[kind] for one in examples]
        model.fit(table, labels, sample_weight=[one.weight for one in examples])
        known = list(model.classes_)
        for word in words:
            column = known.index(word) if word in known else None
            weights.append(np.zeros(len(traits)) if column is None else model.coef_[column])
            base = -100.0 if column is None else model.intercept_[column]
            bias.append(base + (PLEA_WEIGHS if kind == "excuse" and word != NONE else 0))
    return traits, np.array(weights).T, np.array(bias, dtype="float32")


def source() -> str:
    """Return a digest of the labelled files, kept beside the weights: it tells stale ones."""
    digest = hashlib.sha256()
    for path in (GOLD, LETTERS):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _pack(traits: Sequence[str], weights: np.ndarray, bias: np.ndarray) -> bytes:
    """Return the file: weights as small whole numbers with a scale for each output."""
    wanted = np.abs(weights).max(axis=1) >= SMALLEST
    weights = weights[wanted]
    scale = (np.abs(weights).max(axis=0) / 127).astype("float32")
    scale[scale == 0] = 1
    names = "\n".join(trait for trait, keep in zip(traits, wanted, strict=True) if keep)
    out = io.BytesIO()
    np.savez_compressed(
        out,
        traits=np.frombuffer(names.encode("utf-8"), dtype="uint8"),
        weights=np.round(weights / scale).astype("int8"),
        scale=scale,
        bias=bias,
        source=np.frombuffer(source().encode(), dtype="uint8"),
    )
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
