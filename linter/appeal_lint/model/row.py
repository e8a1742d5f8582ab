"""A reviewed letter as it stands in a line of JSON; what a review counts is read from these."""

from dataclasses import dataclass, field

from appeal_lint.model.report import shown
from appeal_lint.model.words import Element, Outcome, Severity, Status


@dataclass(frozen=True, slots=True)
class RowElement:
    """How well the letter shows an element; see `ElementStatus`, which has the same names."""

    status: Status
    statements: tuple[int, ...] = ()

    @property
    def shown(self) -> Status:
        """See `report.shown`."""
        return shown(self.status, self.statements)


@dataclass(frozen=True, slots=True)
class RowLoss:
    """Points lost to one rule, from `count` findings."""

    rule: str
    points: int
    count: int


@dataclass(frozen=True, slots=True)
class RowFinding:
    """A finding; offsets, lines and columns are of the letter as it was given."""

    rule: str
    number: int
    title: str
    severity: Severity
    message: str
    why: str
    advice: str
    quote: str
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A letter of a review: a draft as in the JSON report, and what is known about it."""

    path: str
    score: int
    minimum: int
    ready: bool
    elements: dict[Element, RowElement]
    lost: tuple[RowLoss, ...]
    findings: tuple[RowFinding, ...]
    id: str = ""
    type: str = ""
    date: str = ""
    author: str = ""
    outcome: Outcome | None = None
    words: int = 0
    """How long the letter is."""
    alike: str = ""
    """The letters that nearly say the same have one name here; empty where there is none."""
    notes: tuple[str, ...] = ()
    """How the file was read, where a person has to know."""


@dataclass(frozen=True, slots=True)
class RowText:
    """The text of a reviewed letter for a page, and where in it each finding of the row stands.

    `spans` has a start and an end for each of `Row.findings`, in their order; both are 0 for a
    finding on the whole letter.
    """

    text: str
    spans: tuple[tuple[int, int], ...] = field(default=())
