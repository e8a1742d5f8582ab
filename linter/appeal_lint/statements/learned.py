"""What was learned from labelled sentences: a linear model that judges after the rules.

The rules name their evidence, yet every writer finds words that no list has. The model
weighs the traits of a statement (its words, their tags, and what the rules made of it) by
weights that `linter/training/learn.py` took from the labelled sentences of `corpus/`. Being
linear it can say which words spoke for its choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from appeal_lint.model.words import Act
from appeal_lint.statements.outputs import COLUMNS, KINDS
from appeal_lint.statements.traits import WORD

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "learned.npz"
_SHOWN = 2
"""How many telling words `why` names."""


class Learned:
    """The weights: a row for each trait, a column for each output of `KINDS`.

    Args:
        traits: the traits, in the order of the rows.
        weights: small whole numbers; times `scale` (one a column) they are the weights.
        scale: see there.
        bias: what each column has without any trait.

    """

    def __init__(
        self,
        traits: Iterable[str],
        weights: NDArray[np.int8],
        scale: NDArray[np.float32],
        bias: NDArray[np.float32],
    ) -> None:
        self._rows = {trait: row for row, trait in enumerate(traits)}
        self._weights = weights
        self._scale = scale
        self._bias = bias

    def outputs(self, statements: Iterable[Iterable[str]]) -> NDArray[np.float32]:
        """Return a row of outputs for each statement.

        Args:
            statements: their traits, as `appeal_lint.statements.traits` gives them.

        """
        import numpy as np  # noqa: PLC0415

        summed = [
            self._weights.take(
                [row for row in map(self._rows.get, traits) if row is not None], axis=0
            ).sum(axis=0, dtype="int32")
            for traits in statements
        ]
        found: NDArray[np.float32] = np.array(summed, dtype="float32") * self._scale + self._bias
        return found

    def telling(self, traits: Iterable[str], act: Act, read: Act) -> tuple[str, ...]:
        """Return the words that speak most for one act against another."""
        known = [one for one in traits if one[0] == WORD and one in self._rows]
        rows = [self._rows[one] for one in known]
        for_act, for_read = (
            self._weights[rows, column] * self._scale[column]
            for column in (COLUMNS["act"].start + KINDS["act"].index(word) for word in (act, read))
        )
        spoken = zip((for_act - for_read).tolist(), known, strict=True)
        words: list[str] = []
        for weight, trait in sorted(spoken, key=lambda one: (-one[0], one[1])):
            text = trait[1:].strip("<> ")
            fresh = text and not any(text in one or one in text for one in words)
            if weight > 0 and fresh and any(char.isalnum() for char in text):
                words.append(text)
            if len(words) == _SHOWN:
                break
        return tuple(words)


@lru_cache(maxsize=1)
def learned() -> Learned | None:
    """Return the model that is shipped, loaded at the first call; None where there is none."""
    place = files(__package__).joinpath(FILE)
    if not place.is_file():
        return None
    import numpy as np  # noqa: PLC0415

    with place.open("rb") as file, np.load(file, allow_pickle=False) as held:
        traits = bytes(held["traits"]).decode("utf-8").split("\n")
        return Learned(traits, held["weights"], held["scale"], held["bias"])
