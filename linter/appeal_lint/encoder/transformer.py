"""The layers of a BERT encoder, on plain arrays.

As in Devlin et al. 2019 ("BERT"): embeddings, then layers of attention and of a small network,
each added to what came in and normed; at the end one linear step from the first piece and the
mean of all pieces to the outputs. Needs nothing but numpy, so that no framework of some hundred
megabytes stands between a seller and the first letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from appeal_lint.encoder.wordpiece import WordPiece

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 96
"""How many pieces of a text are read."""
AT_ONCE = 48
"""How many texts are read together."""
_TINY = 1e-12
_NOWHERE = np.float32(-1e9)
"""What a piece that is not there weighs."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A matrix and what is added after it."""

    matrix: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Return the rows through it."""
        out: Floats = rows @ self.matrix
        out += self.bias
        return out


@dataclass(frozen=True, slots=True)
class Norm:
    """Brings every row to mean 0 and spread 1, then scales and shifts it."""

    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Return the rows through it."""
        width = rows.shape[1]
        means = rows @ np.full((width, 1), 1 / width, dtype="float32")  # quicker than mean()
        rows = rows - means
        spread = np.sqrt(np.einsum("ij,ij->i", rows, rows) / width + _TINY)
        rows *= (1 / spread)[:, None]
        rows *= self.scale
        rows += self.shift
        return rows


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer; `asked` gives queries, keys and values side by side."""

    asked: Linear
    joined: Linear
    after_attention: Norm
    wide: Linear
    narrow: Linear
    after: Norm


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned; rows of `words` are pieces, small whole numbers with a scale each."""

    pieces: Sequence[str]
    words: NDArray[np.int8]
    word_scale: Floats
    places: Floats
    sides: Floats
    first: Norm
    layers: Sequence[Layer]
    heads: int
    out: Linear


class Encoder:
    """Reads texts and gives outputs for each."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._cutter = WordPiece(weights.pieces)

    def outputs(self, texts: Sequence[tuple[str, str]]) -> Floats:
        """Return a row of outputs for each text.

        Args:
            texts: each with a second text that it is read beside, empty for none.

        """
        cut = [self._cut(*text) for text in texts]
        found = np.zeros((len(texts), len(self._weights.out.bias)), dtype="float32")
        order = sorted(range(len(texts)), key=lambda at: len(cut[at][0]))
        for first in range(0, len(order), AT_ONCE):
            some = order[first : first + AT_ONCE]
            found[some] = self._read([cut[at] for at in some])
        return found

    def _cut(self, text: str, beside: str) -> tuple[list[int], int]:
        """Return the pieces of both texts, and how many are of the first."""
        begin, end = self._cutter.begin, self._cutter.end
        own = self._cutter.numbers(text)
        other = [*self._cutter.numbers(beside), end] if beside else []
        while len(own) + len(other) > LONGEST - 2:  # the longer one loses its end
            longer = own if len(own) >= len(other) else other
            del longer[-1 if longer is own else -2]
        return [begin, *own, end, *other], len(own) + 2

    def _read(self, texts: Sequence[tuple[list[int], int]]) -> Floats:
        """Read some texts: their pieces stand in one long table, padded for attention only."""
        held = self._weights
        sizes = np.array([len(pieces) for pieces, _ in texts])
        starts = np.cumsum(sizes) - sizes
        numbers = np.concatenate([pieces for pieces, _ in texts])
        place = np.concatenate([np.arange(size) for size in sizes])
        side = np.concatenate([np.arange(len(pieces)) >= own for pieces, own in texts])
        rows = held.words[numbers] * held.word_scale[numbers, None]
        rows += held.places[place]
        rows += held.sides[side.astype(int)]
        rows = held.first(rows)
        there = np.arange(sizes.max()) < sizes[:, None]
        table = np.where(there, starts[:, None] + np.arange(sizes.max()), 0)
        for layer in held.layers:
            rows = layer.after_attention(
                rows + layer.joined(self._attend(layer, rows, table, there))
            )
            rows = layer.after(rows + layer.narrow(_gelu(layer.wide(rows))))
        means = np.add.reduceat(rows, starts, axis=0) / sizes[:, None].astype("float32")
        return held.out(np.concatenate([means, rows[starts]], axis=1))

    def _attend(
        self, layer: Layer, rows: Floats, table: NDArray[np.int64], there: NDArray[np.bool_]
    ) -> Floats:
        """Return for each piece the mean of the values of its text, by how well keys answer."""
        heads = self._weights.heads
        many, longest = table.shape
        asked = layer.asked(rows)[table].reshape(many, longest, 3, heads, -1)
        queries, keys, values = asked.transpose(2, 0, 3, 1, 4)
        weighs = queries @ keys.transpose(0, 1, 3, 2)
        weighs += np.where(there, np.float32(0), _NOWHERE)[:, None, None, :]
        weighs -= weighs.max(axis=-1, keepdims=True)
        np.exp(weighs, out=weighs)
        weighs /= weighs.sum(axis=-1, keepdims=True)
        read: Floats = (weighs @ values).transpose(0, 2, 1, 3).reshape(many, longest, -1)
        return read[there]


def _gelu(rows: Floats) -> Floats:
    """Return the rows through GELU, by its formula with tanh (Hendrycks and Gimpel 2016)."""
    inner = rows * rows
    inner *= np.float32(0.044715)
    inner += 1
    inner *= rows
    inner *= np.float32(np.sqrt(2 / np.pi))
    np.tanh(inner, out=inner)
    inner += 1
    inner *= rows
    inner *= np.float32(0.5)
    return inner
