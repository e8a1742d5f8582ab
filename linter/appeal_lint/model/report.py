"""What the linter has to say of one draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from appeal_lint.model.draft import Draft
from appeal_lint.model.statement import Statement
from appeal_lint.model.vocabulary import Target
from appeal_lint.model.words import Element, Severity, Status


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule at one place, or on the whole draft.

    `start` and `end` are offsets in `Draft.source`; for a finding on the whole
    draft both are 0 and `quote` is empty. `statement` is the id of the one behind it.
    """

    rule: str
    title: str
    severity: Severity
    message: str
    why: str
    advice: str
    like: str
    quote: str
    start: int
    end: int
    statement: int | None = None
    rewrite: str | None = None
    number: int = 0
    """From 1, in the order in which a person reads the findings, ignored ones among them."""
    page: str | None = None
    """Where to read more of the rule; None where it has no page."""

    @property
    def whole(self) -> bool:
        """Whether the finding is about the whole draft rather than a place in it."""
        return self.statement is None


@dataclass(frozen=True, slots=True)
class ElementStatus:
    """How well an element is shown, and the ids of the statements that show it."""

    status: Status
    title: str
    ask: str
    statements: tuple[int, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether this letter must have it; what it need not have is covered by no statement."""
        return _asked(self.status, self.statements)

    @property
    def shown(self) -> Status:
        """See the function of this name."""
        return shown(self.status, self.statements)


def shown(status: Status, statements: Sequence[int]) -> Status:
    """Return how well a letter shows an element; what it need not have, and has not, is missing."""
    return status if _asked(status, statements) else Status.MISSING


def _asked(status: Status, statements: Sequence[int]) -> bool:
    return status is not Status.COVERED or bool(statements)


@dataclass(frozen=True, slots=True)
class Loss:
    """Points lost to one rule: `points` after its cap, from `count` findings."""

    rule: str
    title: str
    points: int
    count: int


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 100, and where the points went (largest first)."""

    value: int
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that may stay, why, and the file and line that say so."""

    finding: Finding
    reason: str = ""
    name: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Idle:
    """An ignore that does nothing.

    `why` is `unknown` (there is no such rule or family), `lapsed` (its words are no longer in the
    letter), `unused` (the rule does not speak there) or `unclear` (a comment that cannot be
    understood). `name` and `line` are the place of the ignore, `near` is the nearest rule there is.
    """

    why: str
    rule: str
    words: str
    name: str
    line: int
    near: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that a reporter needs. Findings are in order of place, then rule id."""

    draft: Draft
    engine: str
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    elements: Mapping[Element, ElementStatus]
    score: Score
    minimum: int
    ready: bool
    """No error among the findings, and the score at least `minimum`."""
    limited: bool = False
    """Whether the user left rules out, so that the verdict says less."""
    ignored: tuple[Ignored, ...] = ()
    """Findings that cost nothing, in order of place."""
    idle: tuple[Idle, ...] = ()
    targets: tuple[Target, ...] = ()
    """What Amazon asks of the figures of the user's marketplace."""
    language: str = "en"
    """The code of the language that the texts of the findings and elements are in."""
