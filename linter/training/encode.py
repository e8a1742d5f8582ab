"""Learn the weights of `appeal_lint/encoder/encoder.npz` from labelled sentences.

    pip install -e '.[train]'
    python linter/training/encode.py build      # the folder keeps what each step made

Four steps, about an hour on two cores: a pretrained encoder of six layers, which is never
shipped, learns the labels; the sentences are varied; it labels what they became; its first layers
learn the labels and what it said. Neither the reporting set nor the border cases are used, nor
`lot-6` and the letters of the development set, by which the steps were compared. Sums are in
bfloat16, whose last digits differ from one processor to another: the same figures, not the same
bytes.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from appeal_lint import draft
from appeal_lint.encoder.load import FILE
from appeal_lint.language import Reader
from appeal_lint.model.words import Section
from appeal_lint.rulebook import load
from appeal_lint.statements.outputs import CHOOSING, COLUMNS, KINDS, likelihoods
from appeal_lint.statements.pieces import pieces
from appeal_lint.statements.read import lexicon_of
from appeal_lint.statements.spoken import spoken
from examples import Example, examples
from network import CUTTER, Network, Row, cut, learn, outputs
from pack import fewer, pack
from vary import neighbours, varied

TARGET = Path(__file__).parents[1] / "appeal_lint" / "encoder" / FILE
LAYERS = 3
"""How many of the six layers are shipped."""
TURNS = 3
ROUNDS = 4
"""How often each sentence is varied."""
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
    torch.manual_seed(0)
    known = [one for one in examples() if not one.left_out][: given.only]
    large = _large(known, given.folder / "large.pt")
    texts = _varied(known, large, given.folder / "varied.jsonl")
    said = _said(large, texts, given.folder / "said.npy")
    small = _small(large, known, texts, said)
    TARGET.write_bytes(_packed(small, [*(one.spoken for one in known), *texts]))
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


def _large(known: Sequence[Example], place: Path) -> Network:
    """Return the model of six layers, which learns from the labels."""
    network = Network()
    if place.exists():
        network.load_state_dict(torch.load(place))
        return network
    rows = [_row(one, smooth=0.05) for one in known]
    learn(network, [rows] * TURNS, rate=RATES["large"], frozen=False, chance=random.Random(0))
    torch.save(network.state_dict(), place)
    return network


def _row(one: Example, smooth: float) -> Row:
    wanted = np.zeros(sum(map(len, KINDS.values())), dtype="float32")
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
    return Row(cut(*one.spoken), wanted, there, min(one.weight, LARGEST))


def _varied(known: Sequence[Example], large: Network, place: Path) -> list[tuple[str, str]]:
    """Return statements of sentences that were varied, as the transformer reads them."""
    if place.exists():
        return [tuple(json.loads(line)) for line in place.read_text("utf-8").splitlines()]
    plain = list(dict.fromkeys(_plain(*one.spoken) for one in known))
    vectors = large.encoder.embeddings.word_embeddings.weight.detach().numpy()
    names = CUTTER.convert_ids_to_tokens(range(len(vectors)))
    near = neighbours((text for _, text in plain), names, vectors)
    lexicon, chance = lexicon_of(load().vocabulary), random.Random(1)
    found: list[tuple[str, str]] = []
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
    place.write_text("".join(f"{json.dumps(one)}\n" for one in found), "utf-8")
    return found


def _plain(text: str, whole: str) -> tuple[Section, str]:
    """Return section and words of a sentence."""
    section, _, words = text.partition(" : ")
    return Section(section), whole or words


def _said(large: Network, texts: Sequence[tuple[str, str]], place: Path) -> np.ndarray:
    """Return how likely the large model holds each output for the varied statements."""
    if not place.exists():
        np.save(place, outputs(large, [cut(*one) for one in texts]))
    return likelihoods(np.load(place)).astype("float32")


def _small(
    large: Network, known: Sequence[Example], texts: Sequence[tuple[str, str]], said: np.ndarray
) -> Network:
    """Return the first layers of the large model after learning from it and from the labels."""
    large.cut(LAYERS)
    rows = [_row(one, smooth=0.03) for one in known]
    for row in rows:
        row.weight *= 1.5
    there = np.ones(said.shape[1], dtype="float32")
    more = [Row(cut(*one), its, there) for one, its in zip(texts, said, strict=True)]
    turns = [[*rows, *more[turn::TURNS]] for turn in range(TURNS)]
    learn(large, turns, rate=RATES["small"], frozen=True, chance=random.Random(2))
    return large


def _packed(network: Network, texts: Sequence[tuple[str, str]]) -> bytes:
    used = {number for one in texts for number in cut(*one)["input_ids"]}
    state = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    names = CUTTER.convert_ids_to_tokens(range(len(CUTTER)))
    return pack(state, LAYERS, fewer(names, frozenset(used)))


if __name__ == "__main__":
    main()
