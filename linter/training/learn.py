"""Learn the weights of `appeal_lint/statements/learned.npz` from labelled sentences.

    pip install -e '.[train]'
    python linter/training/learn.py            # writes the weights
    python linter/training/learn.py --check    # learns again and compares with what is shipped

The development sentences and those of `corpus/sentences/writers` are used, neither the reporting
set nor the border cases of `tests/statements/labels.jsonl`. The same sentences, rules and versions
of scikit-learn and spaCy give the same weights.
"""

import io
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from appeal_lint.statements.learned import FILE
from appeal_lint.statements.outputs import CHOOSING, KINDS, NONE
from appeal_lint.statements.traits import names_topics
from examples import Example, examples, source
from pack import letters, rounded
from scipy import sparse
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "linter" / "appeal_lint" / "statements" / FILE
STRENGTH = {"act": 0.3, "excuse": 3.0, "agent": 0.3, "issues": 0.5, "measures": 0.5}
"""Inverse strength of the penalty on large weights, chosen by cross-validation over writers."""
ALONE = 0.3
"""The same for the models of one word each."""
PLEA_WEIGHS = 0.8
"""Added to every excuse against none: models of one word each are shy where it is rare."""
NAMED_FROM = {"issues": 0.4, "measures": 0.3}
"""An issue or a measure is named from this probability on; chosen in the same way."""
SMALLEST = 0.03
"""A trait none of whose weights is larger is left out."""
RARITY = 4.0
"""Traits of which one in e^4 statements has one keep their size; rarer ones grow."""
SMOOTHING = 0.3
"""Added to the counts of a trait, so that what was never seen is not impossible."""


def main() -> int:
    """Learn, then write or compare; return the exit status."""
    held = _pack(*_learn(list(examples())))
    if "--check" in sys.argv:
        same = TARGET.read_bytes() == held
        print("the shipped weights are these" if same else "the shipped weights differ")
        return 0 if same else 1
    TARGET.write_bytes(held)
    print(f"{TARGET.relative_to(ROOT)}: {len(held):,} bytes")
    return 0


def _learn(examples: Sequence[Example]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return the traits, their weights (a row each) and the bias of each output."""
    times = Counter(trait for one in examples for trait in one.traits)
    traits = sorted(trait for trait, many in times.items() if many >= (4 if " " in trait else 2))
    table = _table(examples, traits)
    rarity = np.log(len(examples) / np.array([times[trait] for trait in traits]))
    topical = np.array([names_topics(trait) for trait in traits])
    single = topical & np.array([" " not in trait for trait in traits])
    weights, bias = [], []
    for kind, words in KINDS.items():
        if kind in CHOOSING:
            found = _choosing(kind, words, table, rarity, examples)
        else:
            found = _naming(kind, words, table, (single, topical), examples)
        weights.append(found[0])
        bias.append(found[1])
    return traits, np.hstack(weights), np.hstack(bias).astype("float32")


def _table(examples: Sequence[Example], traits: Sequence[str]) -> sparse.csr_matrix:
    rows = {trait: row for row, trait in enumerate(traits)}
    found = [sorted(rows[trait] for trait in one.traits if trait in rows) for one in examples]
    ends = np.cumsum([0, *map(len, found)], dtype="int32")
    at = np.array([row for each in found for row in each], dtype="int32")
    return sparse.csr_matrix((np.ones(len(at)), at, ends), shape=(len(examples), len(traits)))


def _choosing(
    kind: str,
    words: Sequence[str],
    table: sparse.csr_matrix,
    rarity: np.ndarray,
    examples: Sequence[Example],
) -> tuple[np.ndarray, np.ndarray]:
    """Return weights and bias of the outputs of which the highest one is chosen.

    They are the mean of one model of all words together, whose traits grow with their
    rarity, and of one model for each word.
    """
    labels = np.array([one.labels[kind] for one in examples])
    counts = np.array([one.weight for one in examples])
    scale = rarity / RARITY
    balance = "balanced" if kind == "act" else None
    model = LogisticRegression(C=STRENGTH[kind], max_iter=400, tol=1e-3, class_weight=balance)
    model.fit(table.multiply(scale).tocsr(), labels, sample_weight=counts)
    known = list(model.classes_)
    weights = np.zeros((table.shape[1], len(words)))
    bias = np.full(len(words), -100.0)
    for column, word in enumerate(words):
        if word in known:
            alone, base = _yes_or_no(table, labels == word, counts, ALONE)
            together = model.coef_[known.index(word)] * scale
            weights[:, column] = (together + alone) / 2
            bias[column] = (model.intercept_[known.index(word)] + base) / 2
            bias[column] += PLEA_WEIGHS if kind == "excuse" and word != NONE else 0
    return weights, bias


def _naming(
    kind: str,
    words: Sequence[str],
    table: sparse.csr_matrix,
    sights: Sequence[np.ndarray],
    examples: Sequence[Example],
) -> tuple[np.ndarray, np.ndarray]:
    """Return weights and bias of the outputs that are named above zero.

    Each output is the mean of one model for each of `sights`, which say what traits it sees.
    """
    own = [one for one in examples if one.topics[kind] is not None]
    rows = table[np.array([one.topics[kind] is not None for one in examples])]
    counts = np.array([one.weight for one in own])
    weights, bias = np.zeros((table.shape[1], len(words))), np.zeros(len(words))
    for column, word in enumerate(words):
        named = np.array([word in (one.topics[kind] or ()) for one in own])
        for sight in sights:
            found, base = _yes_or_no(rows[:, sight], named, counts, STRENGTH[kind])
            weights[sight, column] += found / len(sights)
            bias[column] += base / len(sights)
    least = NAMED_FROM[kind]
    return weights, bias - np.log(least / (1 - least))


def _yes_or_no(
    rows: sparse.csr_matrix, named: np.ndarray, counts: np.ndarray, strength: float
) -> tuple[np.ndarray, float]:
    """Return weights and bias of one output, which is above zero where it is more likely than not.

    Each trait is first scaled by how much more often it stands where the word is named than
    elsewhere (Wang and Manning, "Baselines and Bigrams", 2012).
    """
    with_it = rows.T @ (counts * named) + SMOOTHING
    without = rows.T @ (counts * ~named) + SMOOTHING
    ratio = np.log(with_it / with_it.sum()) - np.log(without / without.sum())
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
    model.fit(rows.multiply(ratio).tocsr(), named, sample_weight=counts)
    return model.coef_[0] * ratio, float(model.intercept_[0])


def _pack(traits: Sequence[str], weights: np.ndarray, bias: np.ndarray) -> bytes:
    """Return the file: weights as small whole numbers with a scale for each output."""
    wanted = np.abs(weights).max(axis=1) >= SMALLEST
    whole, scale = rounded(weights[wanted], 0)
    out = io.BytesIO()
    np.savez_compressed(
        out,
        traits=letters(trait for trait, keep in zip(traits, wanted, strict=True) if keep),
        weights=whole,
        scale=scale,
        bias=bias,
        source=letters([source()]),
    )
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
