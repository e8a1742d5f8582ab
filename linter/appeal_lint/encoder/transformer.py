"""The layers of a BERT encoder, on plain arrays.

As in Devlin et al. 2019 ("BERT"): embeddings, then layers of attention and of a small network,
each added to what came in and normed. A sentence is read once, however many statements it holds;
a last layer then asks it about each of them, with the mean of the statement's own pieces. Needs
nothing but numpy, so that no framework of some hundred megabytes stands between a seller and the
first letter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from appeal_lint.encoder.passage import Passage
from appeal_lint.encoder.wordpiece import WordPiece

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 128
"""How many pieces of a sentence are read; a statement of a longer one is read by itself."""
AT_ONCE = 32
"""How many sentences are read together."""
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
    """One layer; `asked` gives queries, keys and values side by side; in the last no queries."""

    asked: Linear
    joined: Linear
    after_attention: Norm
    wide: Linear
    narrow: Linear
    after: Norm

    def after_reading(self, rows: Floats, read: Floats) -> Floats:
        """Return rows with what they read of others, through the small network."""
        rows = self.after_attention(rows + self.joined(read))
        wide = self.wide(rows)
        return self.after(rows + self.narrow(np.maximum(wide, 0, out=wide)))


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned; rows of `words` are pieces, small whole numbers with a scale each."""

    pieces: Sequence[str]
    words: NDArray[np.int8]
    word_scale: Floats
    places: Floats
    sections: Mapping[str, Floats]
    """What stands before a sentence, by the kind of section that it is in."""
    first: Norm
    layers: Sequence[Layer]
    last: Layer
    asks: Linear
    """The queries of the last layer."""
    own: Floats
    """How much more the last layer looks at a statement's own pieces, a number for each head."""
    out: Linear


_Sentence = tuple[str, tuple[int, ...]]
"""Its section and the numbers of its pieces."""


class Encoder:
    """Reads passages and gives outputs for each."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._heads = len(weights.own)
        self._cutter = WordPiece(weights.pieces)

    def outputs(self, passages: Sequence[Passage]) -> Floats:
        """Return a row of outputs for each passage.

        Raises:
            KeyError: nothing was learned of the section.

        """
        cuts = [self._cut(passage) for passage in passages]
        rows = {cut: row for row, cut in enumerate(dict.fromkeys(cuts))}  # one that comes again
        found = np.zeros((len(rows), len(self._weights.out.bias)), dtype="float32")
        asked: dict[_Sentence, list[tuple[int, int, int]]] = {}
        for (sentence, first, last), row in rows.items():
            asked.setdefault(sentence, []).append((row, first, last))
        order = sorted(asked, key=lambda sentence: len(sentence[1]))
        for begin in range(0, len(order), AT_ONCE):
            some = order[begin : begin + AT_ONCE]
            sizes = np.array([len(pieces) for _, pieces in some])
            starts = np.cumsum(sizes) - sizes
            spans = np.array(
                [
                    (row, start, start + first, start + last, start + size)
                    for sentence, start, size in zip(some, starts, sizes, strict=True)
                    for row, first, last in asked[sentence]
                ]
            )
            found[spans[:, 0]] = self._say(self._read(some, starts, sizes), spans[:, 1:])
        return found[[rows[cut] for cut in cuts]]

    def _cut(self, passage: Passage) -> tuple[_Sentence, int, int]:
        """Return the pieces of a sentence, and where among them the passage stands."""
        cutter = self._cutter
        parts = map(cutter.numbers, (passage.before, passage.words, passage.after))
        pieces, first, last = framed(*parts, begin=cutter.begin, end=cutter.end)
        return (passage.section, tuple(pieces)), first, last

    def _read(
        self, sentences: Sequence[_Sentence], starts: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> Floats:
        """Read sentences in order of length; their pieces stand in one long table."""
        held = self._weights
        numbers = np.array([number for _, pieces in sentences for number in pieces])
        rows = held.words[numbers] * held.word_scale[numbers, None]
        rows[starts] = [held.sections[section] for section, _ in sentences]
        rows += held.places[np.concatenate([np.arange(size) for size in sizes])]
        rows = held.first(rows)
        for layer in held.layers:
            rows = layer.after_reading(rows, self._attend(layer, rows, sizes))
        return rows

    def _attend(self, layer: Layer, rows: Floats, sizes: NDArray[np.int64]) -> Floats:
        """Return for each piece the mean of the values of its sentence, by how well keys answer."""
        asked, begin = layer.asked(rows), 0
        read = np.empty((len(rows), asked.shape[1] // 3), dtype="float32")
        for size, some in groupby(sizes.tolist()):  # those of one length need no padding
            many = len(list(some))
            end = begin + many * size
            parts = asked[begin:end].reshape(many, size, 3, self._heads, -1)
            queries, keys, values = parts.transpose(2, 0, 3, 1, 4)
            found = _shares(queries @ keys.swapaxes(2, 3)) @ values
            read[begin:end] = found.swapaxes(1, 2).reshape(many * size, -1)
            begin = end
        return read

    def _say(self, rows: Floats, spans: NDArray[np.int64]) -> Floats:
        """Return the outputs for spans of pieces: begin of the sentence, first, last, its end."""
        held = self._weights
        begin, first, last, end = spans.T[:, :, None]
        place = np.arange(len(rows))
        own = ((first <= place) & (place < last)).astype("float32")
        means = (own / (last - first).astype("float32")) @ rows
        known = held.last.asked(rows).reshape(len(rows), 2, self._heads, -1)
        keys, values = known.transpose(1, 2, 0, 3)
        queries = held.asks(means).reshape(len(spans), self._heads, -1).transpose(1, 0, 2)
        weighs = queries @ keys.transpose(0, 2, 1)
        weighs += held.own[:, None, None] * own
        weighs += np.where((begin <= place) & (place < end), np.float32(0), _NOWHERE)
        read = (_shares(weighs) @ values).transpose(1, 0, 2).reshape(len(spans), -1)
        read = held.last.after_reading(means, read)
        return held.out(np.concatenate([read, means, rows[spans[:, 0]]], axis=1))


def framed(
    before: list[int], words: list[int], after: list[int], *, begin: int, end: int
) -> tuple[list[int], int, int]:
    """Return the pieces of a sentence as they are read, and where the passage stands among them.

    Args:
        before: the pieces before the passage.
        words: those of the passage; where it has none, the one after it stands for it.
        after: those after it.
        begin: what stands before a sentence.
        end: what stands after it.

    """
    if len(before) + len(words) + len(after) > LONGEST - 2:
        before, words, after = [], words[: LONGEST - 2], []
    first = 1 + len(before)
    return [begin, *before, *words, *after, end], first, first + max(len(words), 1)


def _shares(weighs: Floats) -> Floats:
    """Return what each weighs of all on the last axis, together 1 (softmax)."""
    weighs -= weighs.max(axis=-1, keepdims=True)
    np.exp(weighs, out=weighs)
    weighs /= weighs.sum(axis=-1, keepdims=True)
    return weighs
