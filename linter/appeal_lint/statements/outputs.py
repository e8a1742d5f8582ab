"""What is learned of a statement: one output for each act, excuse, agent, issue and measure.

Of acts, excuses and agents the likeliest is chosen; issues and measures are named from even
chances on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from appeal_lint.model.words import Act, Agent, Excuse, Issue, Measure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.floating[Any]]
    """A row for each statement, a column for each output."""

NONE = "none"
"""Stands for no excuse among the outputs."""
KINDS: Mapping[str, tuple[str, ...]] = {
    "act": tuple(map(str, Act)),
    "excuse": (NONE, *map(str, Excuse)),
    "agent": tuple(map(str, Agent)),
    "issues": tuple(map(str, Issue)),
    "measures": tuple(map(str, Measure)),
}
"""The outputs, in the order of their columns."""
CHOOSING = ("act", "excuse", "agent")
"""The kinds of which one is chosen; of the others any number is named."""
_EVEN = 0.5
LEANS: Mapping[str, Mapping[str, float]] = {"act": {Act.PROMISE: 0.7}, "excuse": {NONE: 0.7}}
"""What the likelihood of a word is multiplied by before one is chosen; 1 where it is not here. Both
models say too readily that something is promised, and too rarely that something is pleaded: rare
acts were made to count more while they learned, rare excuses were not. Chosen on sentences that
neither had learned from."""


def _columns() -> Mapping[str, slice]:
    found, first = {}, 0
    for kind, words in KINDS.items():
        found[kind] = slice(first, first + len(words))
        first += len(words)
    return found


COLUMNS = _columns()
MANY = sum(map(len, KINDS.values()))
"""How many outputs there are."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was learned of a statement, made words."""

    act: Act
    excuse: Excuse | None
    agent: Agent
    issues: tuple[Issue, ...]
    measures: tuple[Measure, ...]


def likelihoods(outputs: Table) -> Table:
    """Return how likely each word is: of acts, excuses and agents together 1, else by itself."""
    import numpy as np  # noqa: PLC0415

    found = np.empty(outputs.shape)
    for kind, columns in COLUMNS.items():
        own = outputs[:, columns]
        if kind in CHOOSING:
            raised = np.exp(own - own.max(axis=1, keepdims=True))
            found[:, columns] = raised / raised.sum(axis=1, keepdims=True)
        else:
            found[:, columns] = 1 / (1 + np.exp(-own.clip(-50, 50)))
    return found


def unsure(likely: Table, sure: Mapping[str, float]) -> list[int]:
    """Return the rows in which an answer is less likely than it is to be.

    Args:
        likely: the likelihoods.
        sure: how likely an answer of each kind is to be; a kind that is not there does not count.

    """
    import numpy as np  # noqa: PLC0415

    found = np.zeros(len(likely), dtype=bool)
    for kind, least in sure.items():
        own = likely[:, COLUMNS[kind]]
        if kind in CHOOSING:
            found |= own.max(axis=1) < least
        else:
            found |= ((own < least) & (own > 1 - least)).any(axis=1)
    rows: list[int] = found.nonzero()[0].tolist()
    return rows


def judgement(likely: Sequence[float]) -> Judgement:
    """Choose and name by the likelihoods of one statement."""
    act, excuse, agent = (_highest(kind, likely) for kind in CHOOSING)
    return Judgement(
        Act(act),
        None if excuse == NONE else Excuse(excuse),
        Agent(agent),
        tuple(Issue(word) for word in _named("issues", likely)),
        tuple(Measure(word) for word in _named("measures", likely)),
    )


def _highest(kind: str, likely: Sequence[float]) -> str:
    leans = LEANS.get(kind, {})
    own = zip(KINDS[kind], likely[COLUMNS[kind]], strict=True)
    return max(own, key=lambda one: one[1] * leans.get(one[0], 1))[0]


def _named(kind: str, likely: Sequence[float]) -> list[str]:
    own = likely[COLUMNS[kind]]
    return [word for word, value in zip(KINDS[kind], own, strict=True) if value > _EVEN]
