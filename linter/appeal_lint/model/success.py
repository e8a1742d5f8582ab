"""What went with accounts that came back, as far as past appeals can tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """How often the account came back."""

    back: int
    of: int

    @property
    def share(self) -> float:
        """0 to 1; 0 where there is no letter."""
        return self.back / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Effect:
    """How often the account came back with and without one thing.

    `difference` is the share with it less the share without it, -1 to 1; in the long run 95 of 100
    such spans from `low` to `high` hold the true one (Newcombe's hybrid score interval). `p` is how
    likely a difference as great is by chance (Fisher's exact test). `corrected` is the same with
    all in mind that was compared (Holm): who believes only what is below 0.05 is wrong even once
    in at most 5 of 100 such reviews. It is 1 where there are `few`.
    """

    name: str
    """The id of a rule, or the name of an element."""
    element: bool
    """Whether it is an element that the letter covers, not a rule that found a fault in it."""
    title: str
    having: Rate
    lacking: Rate
    difference: float
    low: float
    high: float
    p: float
    corrected: float
    few: bool
    """Whether there are too few letters on one side to say anything."""

    @property
    def telling(self) -> bool:
        """Whether it is unlikely to be chance."""
        return not self.few and self.corrected < 0.05


@dataclass(frozen=True, slots=True)
class Curve:
    """The area under the ROC curve of the score against the outcome, with its 95 % interval.

    0.5 says that the score tells nothing, 1 that every letter that got the account back has more
    points than every one that did not.
    """

    area: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Success:
    """What the outcomes say; effects in order of how sure they are.

    Of letters that nearly say the same only one is counted, whatever its outcome: a template that
    was sent a hundred times is one text.
    """

    overall: Rate
    """The letters that count."""
    effects: tuple[Effect, ...] = ()
    curve: Curve | None = None
    """None where there are few, and where all letters have the same score."""
    few: bool = False
    """Whether there are too few outcomes to say anything at all."""
    unknown: int = 0
    """Letters whose outcome is not known."""
    copies: int = 0
    """Letters with an outcome that are left out, since one that nearly says the same counts."""
    never: int = 0
    """Rules that spoke in none of the letters, so that there is nothing to compare."""
    always: int = 0
    """Rules that spoke in all of them."""
