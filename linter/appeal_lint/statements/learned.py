"""What was learned from labelled sentences: a linear model that judges after the rules.

The rules name their evidence, yet every writer finds words that no list has. The model
weighs the traits of a statement (its words, their tags, and what the rules made of it) by
weights that `linter/training/learn.py` took from the labelled sentences of `corpus/`. It
has one output for each act, excuse and agent, of which the highest one is chosen, and one for
each issue and measure, which is named where its output is above zero. Being linear it can say
which words spoke for its choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from appeal_lint.model.words import Act, Agent, Excuse, Issue, Measure
from appeal_lint.statements.traits import WORD

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "learned.npz"
NONE = "none"
"""Stands for no excuse among the outputs."""
KINDS: Mapping[str, tuple[str, ...]] = {
    "act": tuple(map(str, Act)),
    "excuse": (NONE, *map(str, Excuse)),
    "agent": tuple(map(str, Agent)),
    "issues": tuple(map(str, Issue)),
    "measures": tuple(map(str, Measure)),
}
"""The outputs of the model, in the order of its columns."""
CHOOSING = ("act", "excuse", "agent")
"""The kinds of which one is chosen; of the others any number is named."""
_SHOWN = 2
"""How many telling words `why` names."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model chose, and the words that spoke most for the act against the rules' one."""

    act: Act
    excuse: Excuse | None
    agent: Agent
    issues: tuple[Issue, ...]
    measures: tuple[Measure, ...]
    words: tuple[str, ...]


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
        self._columns: dict[str, slice] = {}
        first = 0
        for kind, words in KINDS.items():
            self._columns[kind] = slice(first, first + len(words))
            first += len(words)

    def judge(self, traits: Iterable[str], read: Act) -> Judgement:
        """Choose act, excuse and agent and name issues and measures by the traits of a statement.

        Args:
            traits: as `appeal_lint.statements.traits` gives them.
            read: the act that the rules read.

        """
        known = [row for row in map(self._rows.get, traits) if row is not None]
        summed = self._weights.take(known, axis=0).sum(axis=0, dtype="int32")
        sums = (summed * self._scale + self._bias).tolist()  # a list: much quicker to go through
        chosen = {}
        for kind in CHOOSING:
            own = sums[self._columns[kind]]
            chosen[kind] = KINDS[kind][own.index(max(own))]
        act, excuse = Act(chosen["act"]), chosen["excuse"]
        return Judgement(
            act,
            None if excuse == NONE else Excuse(excuse),
            Agent(chosen["agent"]),
            tuple(Issue(word) for word in self._named(sums, "issues")),
            tuple(Measure(word) for word in self._named(sums, "measures")),
            () if act is read else self._telling(traits, act, read),
        )

    def _named(self, sums: Sequence[float], kind: str) -> list[str]:
        own = sums[self._columns[kind]]
        return [word for word, value in zip(KINDS[kind], own, strict=True) if value > 0]

    def _telling(self, traits: Iterable[str], act: Act, read: Act) -> tuple[str, ...]:
        """Return the words that speak most for one act against another."""
        known = [one for one in traits if one[0] == WORD and one in self._rows]
        rows = [self._rows[one] for one in known]
        for_act, for_read = (
            self._weights[rows, column] * self._scale[column]
            for column in (KINDS["act"].index(word) for word in (act, read))
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
