"""How a network learns, large or small."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import torch
from appeal_lint.encoder.passage import Passage
from appeal_lint.statements.outputs import CHOOSING, COLUMNS, MANY
from torch import Tensor, nn

COUNTS = {"act": 1.0, "excuse": 0.8, "agent": 0.3, "issues": 0.4, "measures": 0.4}
"""How much each kind counts in what is to become small."""


class Network(nn.Module):
    """Large or small: gives a row of outputs for each cut passage, in the order of `KINDS`."""

    def cut(self, passage: Passage) -> Any:
        """Return the pieces of a passage."""
        raise NotImplementedError

    def fast(self) -> list[nn.Parameter]:
        """Return what is not pretrained; the rest is to be changed with care."""
        raise NotImplementedError


@dataclass(slots=True)
class Row:
    """One statement to learn from."""

    passage: Passage
    wanted: np.ndarray
    """How likely each output is to be."""
    known: np.ndarray
    """1 where a label says so, 0 where there is none."""
    weight: float = 1.0


def batches(sizes: Sequence[int], many: int, chance: random.Random) -> Iterator[list[int]]:
    """Yield the places of all rows in a new order, those of like size together."""
    order = list(range(len(sizes)))
    chance.shuffle(order)
    found = []
    for first in range(0, len(order), many * 40):
        near = sorted(order[first : first + many * 40], key=sizes.__getitem__)
        found += [near[at : at + many] for at in range(0, len(near), many)]
    chance.shuffle(found)
    yield from found


def outputs(network: Network, passages: Sequence[Passage]) -> np.ndarray:
    """Return what a network says of statements, a row for each."""
    network.eval()
    found = np.zeros((len(passages), MANY), dtype="float32")
    order = sorted(range(len(passages)), key=lambda at: len(passages[at].sentence))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for first in range(0, len(order), 128):
            some = order[first : first + 128]
            found[some] = network([network.cut(passages[at]) for at in some]).numpy()
    network.train()
    return found


def learn(
    network: Network,
    turns: Sequence[Sequence[Row]],
    *,
    rate: float,
    chance: random.Random,
    many: int = 32,
) -> None:
    """Bring a network to say what is wanted.

    Args:
        network: what learns.
        turns: the rows of each turn.
        rate: how fast; what is not pretrained learns five times as fast.
        chance: the order.
        many: how many rows at a time.

    """
    fast = network.fast()
    known = {id(one) for one in fast}
    slow = [one for one in network.parameters() if id(one) not in known]
    cut = cache(network.cut)  # a statement comes in several turns
    groups = [{"params": slow, "lr": rate}, {"params": fast, "lr": 5 * rate}]
    steps = sum(-(-len(rows) // many) for rows in turns)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min(1, (at + 1) / (0.03 * steps)) * max(0, (steps - at) / steps)
    )
    network.train()
    for turn, rows in enumerate(turns):
        for some in batches([len(row.passage.sentence) for row in rows], many, chance):
            with torch.autocast("cpu", torch.bfloat16):
                found = network([cut(rows[at].passage) for at in some])
            loss = _loss(found, [rows[at] for at in some])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*slow, *fast], 1.0)
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
