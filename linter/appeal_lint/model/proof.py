"""What became of the examples of rules."""

from dataclasses import dataclass
from enum import StrEnum

from appeal_lint.model.pattern import Fact
from appeal_lint.model.rule import Rule
from appeal_lint.model.said import Said
from appeal_lint.model.statement import Statement


class Sort(StrEnum):
    """Where an example stands in the rule file, which says what it must do."""

    BAD = "bad"
    """Sets the rule off."""
    GOOD = "good"
    """Does not set the rule off."""
    LIKE = "like"
    """The model sentence: sets off no rule about promises, excuses or tone."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence or a whole letter of a rule. `number` counts from 1 within its sort."""

    rule: str
    sort: Sort
    number: int
    text: str

    @property
    def name(self) -> str:
        """The example's name in a list of tests, such as `future-promise-bad-1`."""
        return f"{self.rule}-{self.sort}-{self.number}"


@dataclass(frozen=True, slots=True)
class Miss:
    """A test that does not hold.

    `part` is `statement`, `document`, `count` or `absent`, `field` a name within it. `asked` are
    the words that the rule asks for (or, where `barred`, does not want), `found` what is there.
    """

    part: str
    field: str
    asked: tuple[str, ...]
    found: tuple[str, ...]
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement (or, where None, the whole draft), and what of the rule does not hold for it.

    `fits` says whether the rule asks something of it and all of that holds; `unbarred`, for the
    whole draft, that the rule has `absent` and no statement is one that it bars.
    """

    statement: Statement | None
    misses: tuple[Miss, ...]
    fits: bool
    fact: Fact
    unbarred: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an example.

    `found` are the ids of the rules that it set off, `wrong` those among them that it must not
    set off. `unread` says why it is no draft at all. Where it fails although it was read, `seen`
    has its statements and last the whole draft, held against the rule that fails it.
    """

    example: Example
    found: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    unread: Said | None = None
    seen: tuple[Seen, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the example does what its place in the rule file says."""
        if self.unread or self.wrong:
            return False
        return self.example.sort is not Sort.BAD or self.example.rule in self.found


@dataclass(frozen=True, slots=True)
class Proof:
    """A rule, what became of each of its examples, and its fields that nobody has filled in."""

    rule: Rule
    outcomes: tuple[Outcome, ...]
    unwritten: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every example does what it must, and every field is filled in."""
        return not self.unwritten and all(one.passed for one in self.outcomes)
