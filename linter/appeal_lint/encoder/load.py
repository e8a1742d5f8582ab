"""The weights that are shipped, as arrays."""

from __future__ import annotations

import threading
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from appeal_lint.encoder.transformer import Encoder

FILE = "encoder.npz"


_LOADING = threading.Lock()


def prepare() -> None:
    """Begin to load the encoder beside what the caller does next, such as loading spaCy's model."""
    if not _load.cache_info().currsize:
        threading.Thread(target=encoder, daemon=True).start()


def encoder() -> Encoder | None:
    """Return the encoder that is shipped, loaded at the first call; None where there is none."""
    with _LOADING:  # one that is being loaded is waited for
        return _load()


@lru_cache(maxsize=1)
def _load() -> Encoder | None:
    place = files(__package__).joinpath(FILE)
    if not place.is_file():
        return None
    import numpy as np  # noqa: PLC0415

    from appeal_lint.encoder.transformer import Encoder, Layer, Linear, Norm, Weights  # noqa: PLC0415

    with place.open("rb") as file, np.load(file, allow_pickle=False) as held:

        def linear(name: str) -> Linear:
            matrix = held[f"{name}.matrix"].astype("float32")
            matrix *= held[f"{name}.scale"]
            return Linear(matrix, held[f"{name}.bias"])

        def norm(name: str) -> Norm:
            return Norm(held[f"{name}.scale"], held[f"{name}.shift"])

        def layer(own: str) -> Layer:
            return Layer(
                linear(own + ".asked"),
                linear(own + ".joined"),
                norm(own + ".after_attention"),
                linear(own + ".wide"),
                linear(own + ".narrow"),
                norm(own + ".after"),
            )

        weights = Weights(
            _words(held["pieces"]),
            held["words"],
            held["word_scale"],
            held["places"],
            dict(zip(_words(held["section_names"]), held["sections"], strict=True)),
            norm("first"),
            [layer(f"layer{at}") for at in range(int(held["layers"]))],
            layer("last"),
            linear("last.asks"),
            held["last.own"],
            linear("out"),
        )
    return Encoder(weights)


def _words(letters: NDArray[np.uint8]) -> list[str]:
    return bytes(letters).decode("utf-8").split("\n")
