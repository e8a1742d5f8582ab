"""The trained transformer as the file that is shipped: small whole numbers, and fewer pieces."""

import io
from collections.abc import Mapping, Sequence

import numpy as np
from appeal_lint.encoder.transformer import LONGEST
from appeal_lint.encoder.wordpiece import BEGIN, END, UNKNOWN
from appeal_lint.statements.outputs import KINDS

HEAD = 32
"""How wide one head of attention is in all models of this family (MiniLM, Wang et al. 2020)."""
WIDTH = 384
COMMON = 15_000
"""Whole words of a smaller number are kept even if no sentence has them."""


def pack(state: Mapping[str, np.ndarray], layers: int, pieces: Sequence[str | None]) -> bytes:
    """Return the file.

    Args:
        state: the arrays of the model under the names that its framework gives them; those of
            the encoder begin with `encoder.`, of the outputs with `out.` and the kind.
        layers: how many layers it has.
        pieces: the word pieces in the order of their numbers; None for one that is left out.

    """
    base = "encoder.embeddings."
    kept = [number for number, piece in enumerate(pieces) if piece is not None]
    words, word_scale = _rows(state[base + "word_embeddings.weight"][kept])
    out: dict[str, np.ndarray] = {
        "shape": np.array([layers, WIDTH // HEAD]),
        "pieces": np.frombuffer("\n".join(filter(None, pieces)).encode("utf-8"), dtype="uint8"),
        "words": words,
        "word_scale": word_scale,
        "places": state[base + "position_embeddings.weight"][:LONGEST].astype("float32"),
        "sides": state[base + "token_type_embeddings.weight"].astype("float32"),
        **_norm("first", state, base + "LayerNorm"),
    }
    for at in range(layers):
        theirs, ours = f"encoder.encoder.layer.{at}.", f"layer{at}."
        own = f"{theirs}attention.self."
        asked = [_linear(state, own + one) for one in ("query", "key", "value")]
        # Queries are made smaller once here, instead of what they find at each reading.
        asked[0] = tuple(part / np.sqrt(HEAD) for part in asked[0])
        matrix, bias = (np.concatenate(parts, axis=-1) for parts in zip(*asked, strict=True))
        out |= _packed(ours + "asked", matrix, bias)
        out |= _packed(ours + "joined", *_linear(state, theirs + "attention.output.dense"))
        out |= _norm(ours + "after_attention", state, theirs + "attention.output.LayerNorm")
        out |= _packed(ours + "wide", *_linear(state, theirs + "intermediate.dense"))
        out |= _packed(ours + "narrow", *_linear(state, theirs + "output.dense"))
        out |= _norm(ours + "after", state, theirs + "output.LayerNorm")
    heads = [_linear(state, f"out.{kind}") for kind in KINDS]
    matrix, bias = (np.concatenate(parts, axis=-1) for parts in zip(*heads, strict=True))
    out |= _packed("out", matrix, bias)
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
    return state[f"{name}.weight"].T, state[f"{name}.bias"]


def _norm(ours: str, state: Mapping[str, np.ndarray], theirs: str) -> dict[str, np.ndarray]:
    return {
        f"{ours}.scale": state[f"{theirs}.weight"].astype("float32"),
        f"{ours}.shift": state[f"{theirs}.bias"].astype("float32"),
    }


def _packed(name: str, matrix: np.ndarray, bias: np.ndarray) -> dict[str, np.ndarray]:
    """Return a matrix as small whole numbers with a scale for each column."""
    whole, scale = _rows(matrix.T)
    return {
        f"{name}.matrix": np.ascontiguousarray(whole.T),
        f"{name}.scale": scale,
        f"{name}.bias": bias.astype("float32"),
    }


def _rows(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    scale = (np.abs(matrix).max(axis=1) / 127).astype("float32")
    scale[scale == 0] = 1
    return np.round(matrix / scale[:, None]).astype("int8"), scale
