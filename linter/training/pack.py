"""The trained transformer as the file that is shipped: small whole numbers, and fewer pieces."""

import io
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from appeal_lint.encoder.wordpiece import BEGIN, END, UNKNOWN

COMMON = 15_000
"""Whole words of a smaller number are kept even if no sentence has them."""


def pack(
    state: Mapping[str, np.ndarray],
    sections: Sequence[str],
    pieces: Sequence[str | None],
) -> bytes:
    """Return the file.

    Args:
        state: the arrays of the small model under their names there.
        sections: the names of its sections.
        pieces: the word pieces in the order of their numbers; None for one that is left out.

    """
    kept = [number for number, piece in enumerate(pieces) if piece is not None]
    words, word_scale = rounded(state["words"][kept], 1)
    layers = len({name.split(".")[1] for name in state if name.startswith("layers.")})
    out: dict[str, np.ndarray] = {
        "layers": np.array(layers),
        "pieces": letters(filter(None, pieces)),
        "words": words,
        "word_scale": word_scale,
        "places": state["places"].astype("float32"),
        "section_names": letters(sections),
        "sections": state["sections"].astype("float32"),
        **_norm("first", state, "first"),
        "last.own": state["last.own"].astype("float32"),
        **_packed("out", *_linear(state, "out")),
    }
    for ours, theirs in [*((f"layer{at}", f"layers.{at}") for at in range(layers)), ("last",) * 2]:
        matrix, bias = _linear(state, f"{theirs}.asked")
        width = len(bias) // 3
        # Queries are made smaller once here, instead of what they find at each reading.
        shrink = np.sqrt(width / len(state["last.own"]))
        matrix[:, :width], bias[:width] = matrix[:, :width] / shrink, bias[:width] / shrink
        if theirs == "last":
            out |= _packed("last.asks", matrix[:, :width], bias[:width])
            matrix, bias = matrix[:, width:], bias[width:]
        out |= _packed(f"{ours}.asked", matrix, bias)
        for name in ("joined", "wide", "narrow"):
            out |= _packed(f"{ours}.{name}", *_linear(state, f"{theirs}.{name}"))
        for name in ("after_attention", "after"):
            out |= _norm(f"{ours}.{name}", state, f"{theirs}.{name}")
    file = io.BytesIO()
    np.savez(file, **out)  # not compressed: small whole numbers hardly shrink, and load slower
    return file.getvalue()


def fewer(pieces: Sequence[str], used: frozenset[int]) -> list[str | None]:
    """Return the pieces that are kept: those used, single letters and the commonest whole words.

    Pieces stand in the order of how common they are in English.
    """
    always = {UNKNOWN, BEGIN, END}
    return [
        piece
        if number in used
        or piece in always
        or len(piece.removeprefix("##")) == 1
        or (number < COMMON and piece.isascii() and piece.isalpha())
        else None
        for number, piece in enumerate(pieces)
    ]


def _linear(state: Mapping[str, np.ndarray], name: str) -> tuple[np.ndarray, ...]:
    return state[f"{name}.weight"].T.copy(), state[f"{name}.bias"].copy()


def letters(words: Iterable[str]) -> np.ndarray:
    """Return words as an array, a line each."""
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype="uint8")


def _norm(ours: str, state: Mapping[str, np.ndarray], theirs: str) -> dict[str, np.ndarray]:
    return {
        f"{ours}.scale": state[f"{theirs}.weight"].astype("float32"),
        f"{ours}.shift": state[f"{theirs}.bias"].astype("float32"),
    }


def _packed(name: str, matrix: np.ndarray, bias: np.ndarray) -> dict[str, np.ndarray]:
    """Return a matrix as small whole numbers with a scale for each column."""
    whole, scale = rounded(matrix, 0)
    return {
        f"{name}.matrix": np.ascontiguousarray(whole),
        f"{name}.scale": scale,
        f"{name}.bias": bias.astype("float32"),
    }


def rounded(matrix: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Return a matrix as whole numbers of 8 bits, and what they are to be multiplied by.

    Args:
        matrix: the numbers.
        axis: along which they share a scale: 0 for one a column, 1 for one a row.

    """
    scale = (np.abs(matrix).max(axis=axis) / 127).astype("float32")
    scale[scale == 0] = 1
    return np.round(matrix / np.expand_dims(scale, axis)).astype("int8"), scale
