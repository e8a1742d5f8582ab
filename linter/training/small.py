"""The small model, which is shipped, as it learns; `appeal_lint.encoder` reads the same way."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from appeal_lint.encoder.passage import Passage
from appeal_lint.encoder.transformer import LONGEST, framed
from appeal_lint.model.words import Section
from large import CUTTER, WIDTH, Large, padded, shown
from network import Network
from torch import Tensor, nn
from torch.nn import functional

HEAD = 32
"""How wide one head of attention is in all models of this family (Wang et al. 2020)."""
NOWHERE = -1e9
SECTIONS = tuple(map(str, Section))

Cut = tuple[list[int], int, int, int]
"""Numbers of pieces, the first and the end of the passage among them, the section."""


@dataclass(slots=True)
class Kept:
    """What is kept of a layer of the large model."""

    heads: Tensor
    """The heads of attention, by number."""
    inner: Tensor | slice
    """The inner places of the small network."""


class Layer(nn.Module):
    """A layer of the large model, of which only some is kept."""

    def __init__(self, theirs: nn.Module, kept: Kept) -> None:
        super().__init__()
        own = theirs.attention.self
        asked = (own.query, own.key, own.value)
        at = (kept.heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
        self.asked = _linear(
            torch.cat([one.weight[at] for one in asked]), torch.cat([one.bias[at] for one in asked])
        )
        joined, wide, narrow = (
            theirs.attention.output.dense,
            theirs.intermediate.dense,
            theirs.output.dense,
        )
        self.joined = _linear(joined.weight[:, at], joined.bias)
        self.after_attention = theirs.attention.output.LayerNorm
        self.wide = _linear(wide.weight[kept.inner], wide.bias[kept.inner])
        self.narrow = _linear(narrow.weight[:, kept.inner], narrow.bias)
        self.after = theirs.output.LayerNorm

    def forward(self, rows: Tensor, there: Tensor) -> Tensor:
        """Return the rows after each has read the others of its sentence."""
        asked = self.asked(rows).unflatten(-1, (3, -1, HEAD)).permute(2, 0, 3, 1, 4)
        read = _attend(*asked, torch.where(there, 0.0, NOWHERE)[:, None, None])
        return self.after_reading(rows, read.transpose(1, 2).flatten(2))

    def after_reading(self, rows: Tensor, read: Tensor) -> Tensor:
        """Return rows with what they read of others, through the small network."""
        rows = self.after_attention(rows + self.joined(read))
        return self.after(rows + self.narrow(functional.relu(self.wide(rows))))


class Last(Layer):
    """Asks a sentence about one of its statements."""

    def __init__(self, theirs: nn.Module, kept: Kept) -> None:
        super().__init__(theirs, kept)
        self.own = nn.Parameter(torch.zeros(len(kept.heads)))

    def forward(self, means: Tensor, rows: Tensor, there: Tensor, own: Tensor) -> Tensor:
        """Return a row for each statement.

        Args:
            means: the mean of the pieces of each statement.
            rows: the pieces of its sentence.
            there: which of them are not padding.
            own: 1 for those of the statement.

        """
        matrix, bias, width = self.asked.weight, self.asked.bias, len(self.own) * HEAD
        query = functional.linear(means, matrix[:width], bias[:width])
        known = functional.linear(rows, matrix[width:], bias[width:])
        keys, values = known.unflatten(-1, (2, -1, HEAD)).permute(2, 0, 3, 1, 4)
        weighs = torch.where(there, 0.0, NOWHERE)[:, None, None]
        weighs = weighs + self.own[:, None, None] * own[:, None, None]
        read = _attend(query.unflatten(-1, (-1, 1, HEAD)), keys, values, weighs)
        return self.after_reading(means, read.flatten(1))


class Small(Network):
    """The first layers of the large model; the last of them is asked about each statement.

    Args:
        large: what it comes from, after learning.
        layers: how many layers all pieces go through.
        kept: what is kept of each layer of the large model.

    """

    def __init__(self, large: Large, layers: int, kept: Sequence[Kept]) -> None:
        super().__init__()
        theirs = large.encoder.embeddings
        self.register_buffer("words", theirs.word_embeddings.weight.detach().clone())
        places = theirs.position_embeddings.weight + theirs.token_type_embeddings.weight[0]
        self.register_buffer("places", places.detach()[:LONGEST].clone())
        names = [CUTTER(shown(one), add_special_tokens=False)["input_ids"] for one in SECTIONS]
        begin = self.words[CUTTER.cls_token_id]
        self.sections = nn.Parameter(
            torch.stack([begin + self.words[numbers].mean(0) / 2 for numbers in names])
        )
        self.first = theirs.LayerNorm
        own = large.encoder.encoder.layer
        self.layers = nn.ModuleList(Layer(own[at], kept[at]) for at in range(layers))
        self.last = Last(own[layers], Kept(kept[layers].heads, slice(None)))
        self.drop = nn.Dropout(0.1)
        mean, begins = large.out.weight.detach().split(WIDTH, dim=1)
        self.out = _linear(torch.cat([mean, torch.zeros_like(mean), begins], 1), large.out.bias)

    def fast(self) -> list[nn.Parameter]:
        """Return what is not pretrained."""
        return [self.last.own, *self.out.parameters()]

    def cut(self, passage: Passage) -> Cut:
        """Return the pieces of a passage."""
        parts = (
            CUTTER(text, add_special_tokens=False)["input_ids"]
            for text in (passage.before, passage.words, passage.after)
        )
        pieces = framed(*parts, begin=CUTTER.cls_token_id, end=CUTTER.sep_token_id)
        return *pieces, SECTIONS.index(passage.section)

    def forward(self, cuts: Sequence[Cut]) -> Tensor:
        """Return a row of outputs for each passage, in the order of `KINDS`."""
        numbers = padded([pieces for pieces, *_ in cuts])
        place = torch.arange(numbers.shape[1])
        sizes, firsts, ends, sections = torch.tensor(
            [(len(pieces), *others) for pieces, *others in cuts]
        ).T[:, :, None]
        there, own = place < sizes, ((firsts <= place) & (place < ends)).float()
        rows = torch.cat([self.sections[sections], self.words[numbers[:, 1:]]], dim=1)
        rows = self.first(rows + self.places[place])
        for layer in self.layers:
            rows = layer(rows, there)
        means = (rows * own[..., None]).sum(1) / own.sum(1, keepdim=True)
        read = self.last(means, rows, there, own)
        return self.out(self.drop(torch.cat([read, means, rows[:, 0]], dim=1))).float()


def _attend(queries: Tensor, keys: Tensor, values: Tensor, weighs: Tensor) -> Tensor:
    """Return the means of values by how well keys answer: learns thrice as fast as torch's own."""
    answers = (queries @ keys.transpose(-1, -2)).float() / queries.shape[-1] ** 0.5
    return torch.softmax(answers + weighs, -1).to(values.dtype) @ values


def _linear(matrix: Tensor, bias: Tensor) -> nn.Linear:
    own = nn.Linear(matrix.shape[1], matrix.shape[0])
    own.weight.data.copy_(matrix)
    own.bias.data.copy_(bias)
    return own
