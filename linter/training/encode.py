"""Learn the weights of `appeal_lint/encoder/encoder.npz` from labelled sentences.

    pip install -e '.[train]'
    python linter/training/encode.py build      # the folder keeps what each step made

Four steps, about an hour and a half on two cores: two pretrained encoders of six layers, which are
never shipped, learn the labels; the sentences are varied; both label what they became; the first
layers of one, made narrower, learn the labels and what they said. Neither the reporting set nor
the border cases are used, nor `lot-6` and the letters of the development set, by which the steps
were compared. Sums are in bfloat16, whose last digits differ from one processor to another: the
same figures, not the same bytes.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

import numpy as np
import torch
from appeal_lint import draft
from appeal_lint.encoder.load import FILE
from appeal_lint.encoder.passage import Passage
from appeal_lint.language import Reader
from appeal_lint.model.words import Section
from appeal_lint.rulebook import load
from appeal_lint.statements.outputs import CHOOSING, COLUMNS, KINDS, MANY, likelihoods
from appeal_lint.statements.pieces import pieces
from appeal_lint.statements.read import lexicon_of
from appeal_lint.statements.spoken import spoken
from examples import Example, examples
from large import CUTTER, Large
from network import Row, learn, outputs
from pack import fewer, pack
from small import HEAD, SECTIONS, Kept, Small
from torch import Tensor, nn
from vary import neighbours, varied

TARGET = Path(__file__).parents[1] / "appeal_lint" / "encoder" / FILE
LARGE = 2
"""How many large models learn, each in an order of its own."""
LAYERS = 3
"""How many of the six layers all pieces go through; one more is asked about each statement."""
HEADS, INNER = 8, 768
"""How many of the 12 heads and of the 1536 inner places of these layers are kept."""
TURNS = {"large": 4, "small": 6}
ROUNDS = 4
"""How often each sentence is varied."""
TWICE = 2
"""How often the small model sees each of what they became."""
RATES = {"large": 1e-4, "small": 2e-4}
LARGEST = 2.0
"""An example counts at most so much."""


def main() -> None:
    """Do every step whose result is not in the folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", type=int, help="learn from so many sentences, to try it out")
    given = parser.parse_args()
    given.folder.mkdir(exist_ok=True)
    known = [one for one in examples() if not one.left_out][: given.only]
    large = [_large(known, seed, given.folder / f"large-{seed}.pt") for seed in range(LARGE)]
    texts = _varied(known, large[0], given.folder / "varied.jsonl")
    said = np.mean(
        [_said(one, texts, given.folder / f"said-{seed}.npy") for seed, one in enumerate(large)],
        axis=0,
    )
    small = _small(large[0], known, texts, said)
    TARGET.write_bytes(_packed(small, [*(one.spoken for one in known), *texts]))
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


def _large(known: Sequence[Example], seed: int, place: Path) -> Large:
    """Return a model of six layers, which learns from the labels."""
    torch.manual_seed(seed)
    network = Large()
    if place.exists():
        network.load_state_dict(torch.load(place))
        return network
    rows = [_row(one, smooth=0.05) for one in known]
    learn(network, [rows] * TURNS["large"], rate=RATES["large"], chance=random.Random(seed))
    torch.save(network.state_dict(), place)
    return network


def _row(one: Example, smooth: float) -> Row:
    wanted = np.zeros(MANY, dtype="float32")
    there = np.ones_like(wanted)
    for kind, words in KINDS.items():
        own = wanted[COLUMNS[kind]]
        if kind in CHOOSING:
            own[words.index(one.labels[kind])] = 1 - smooth
            own += smooth / len(words)
        elif (named := one.topics[kind]) is None:
            there[COLUMNS[kind]] = 0
        else:
            own[[words.index(word) for word in named]] = 1
    return Row(one.spoken, wanted, there, min(one.weight, LARGEST))


def _varied(known: Sequence[Example], large: Large, place: Path) -> list[Passage]:
    """Return statements of sentences that were varied, as the transformer reads them."""
    if place.exists():
        return [Passage(*json.loads(line)) for line in place.read_text("utf-8").splitlines()]
    plain = list(dict.fromkeys((Section(one.spoken.section), one.spoken.sentence) for one in known))
    vectors = large.encoder.embeddings.word_embeddings.weight.detach().numpy()
    names = CUTTER.convert_ids_to_tokens(range(len(vectors)))
    near = neighbours((text for _, text in plain), names, vectors)
    lexicon, chance = lexicon_of(load().vocabulary), random.Random(1)
    found: list[Passage] = []
    for _ in range(ROUNDS):
        drafts = []
        for section, text in plain:
            if new := varied(text, near, chance):
                other = chance.choice(list(Section)) if chance.random() < 0.2 else section
                drafts.append(draft.alone(new, other, place.name))
        for first in range(0, len(drafts), 1000):
            reader, some = Reader(), drafts[first : first + 1000]
            reader.read(block.text for one in some for block in one.blocks)
            found += (spoken(piece) for one in some for piece in pieces(one, lexicon, reader))
    chance.shuffle(found)
    place.write_text("".join(f"{json.dumps(astuple(one))}\n" for one in found), "utf-8")
    return found


def _said(large: Large, texts: Sequence[Passage], place: Path) -> np.ndarray:
    """Return how likely the large model holds each output for the varied statements."""
    if not place.exists():
        np.save(place, outputs(large, texts))
    return likelihoods(np.load(place)).astype("float32")


def _small(
    large: Large, known: Sequence[Example], texts: Sequence[Passage], said: np.ndarray
) -> Small:
    """Return the small model after learning from the labels and from what the large one said."""
    used = _used(large, [one.spoken for one in known[:: len(known) // 800 + 1]])
    small = Small(large, LAYERS, used)
    turns, chance = TURNS["small"], random.Random(2)
    rows = [_row(one, smooth=0.03) for one in known]
    for row in rows:
        row.weight *= 1.5
    there = np.ones(said.shape[1], dtype="float32")
    more = [Row(one, its, there) for one, its in zip(texts, said, strict=True)] * TWICE
    learn(
        small,
        [[*rows, *more[turn::turns]] for turn in range(turns)],
        rate=RATES["small"],
        chance=chance,
    )
    return small


def _used(large: Large, passages: Sequence[Passage]) -> list[Kept]:
    """Return what of each layer moves the most in what is read of passages."""
    layers = large.encoder.encoder.layer
    joins = [layer.attention.output.dense for layer in layers]
    narrows = [layer.output.dense for layer in layers]
    heard = [torch.zeros(join.in_features // HEAD) for join in joins]
    moved = [torch.zeros(narrow.in_features) for narrow in narrows]

    def hear(join: nn.Linear, read: Tensor, sums: Tensor) -> None:
        parts = zip(read.split(HEAD, dim=-1), join.weight.split(HEAD, dim=1), strict=True)
        sums += torch.stack([(rows @ matrix.T).norm(dim=-1).sum() for rows, matrix in parts])

    hooks = [
        join.register_forward_pre_hook(lambda join, given, sums=sums: hear(join, *given, sums))
        for join, sums in zip(joins, heard, strict=True)
    ]
    hooks += [
        narrow.register_forward_pre_hook(
            lambda narrow, given, sums=sums: sums.add_(
                given[0].abs().sum((0, 1)) * narrow.weight.norm(dim=0)
            )
        )
        for narrow, sums in zip(narrows, moved, strict=True)
    ]
    outputs(large, passages)
    for hook in hooks:
        hook.remove()
    return [
        Kept(_most(heads, HEADS), _most(inner, INNER))
        for heads, inner in zip(heard, moved, strict=True)
    ]


def _most(sums: Tensor, many: int) -> Tensor:
    return sums.topk(many).indices.sort().values


def _packed(small: Small, texts: Sequence[Passage]) -> bytes:
    used = {number for one in texts for number in small.cut(one)[0]}
    state = {name: value.detach().float().numpy() for name, value in small.state_dict().items()}
    names = CUTTER.convert_ids_to_tokens(range(len(CUTTER)))
    return pack(state, SECTIONS, fewer(names, frozenset(used)))


if __name__ == "__main__":
    main()
