"""Costs of rules as the outcomes of past letters would have them, and whether they do better."""

from dataclasses import dataclass
from enum import StrEnum

from appeal_lint.model.rule import Cost
from appeal_lint.model.success import Rate


class Verdict(StrEnum):
    """How the proposed costs did on letters that they were not made from."""

    BETTER = "better"
    NO_BETTER = "no_better"
    FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule costs as it is written, and what is proposed."""

    rule: str
    title: str
    was: Cost
    now: Cost
    letters: int
    """In how many of the letters that count the rule spoke."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Shipped and proposed costs, compared on letters left out.

    An area is that of `Curve`; `difference` is the proposed one less the shipped one, with its 95 %
    interval. A loss is the mean surprise at an outcome (log-loss, in nats); less is better.
    """

    shipped: float
    proposed: float
    difference: float
    low: float
    high: float
    shipped_loss: float
    proposed_loss: float
    folds: int
    repeats: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """What is proposed. Nothing is changed by it."""

    verdict: Verdict
    overall: Rate
    """The letters that count: with an outcome, and one of each template."""
    unknown: int = 0
    """Letters whose outcome is not known."""
    copies: int = 0
    """Letters that are left out, since one that nearly says the same counts."""
    weighed: int = 0
    """How many rules could be weighed; the others keep their costs."""
    changes: tuple[Change, ...] = ()
    """In order of rule id; only those whose cost changes."""
    ready_now: int = 0
    """How many of the letters have enough points (80) with the costs as they are."""
    ready_then: int = 0
    """How many would have enough with the proposed ones."""
    trial: Trial | None = None
    """None where there are too few letters."""
