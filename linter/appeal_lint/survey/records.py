"""What a review of many letters comes to."""

from dataclasses import dataclass

from appeal_lint.model.words import Element, Severity


@dataclass(frozen=True, slots=True)
class Spread:
    """How the scores are spread; all 0 where there is no letter.

    `bins` counts the letters with 0 to 9 points, 10 to 19, and so on; the last of the ten has 90
    to 100. A quarter of the letters has at most `lower` points, half at most `median`, three
    quarters at most `upper`.
    """

    bins: tuple[int, ...]
    lowest: int = 0
    lower: float = 0
    median: float = 0
    upper: float = 0
    highest: int = 0
    mean: float = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that spoke: in how many letters, how often, and the points that it took in all."""

    rule: str
    title: str
    severity: Severity
    letters: int
    times: int
    points: int


@dataclass(frozen=True, slots=True)
class ElementCount:
    """How many letters show an element well, weakly, or not at all."""

    name: Element
    title: str
    missing: int
    weak: int
    covered: int


@dataclass(frozen=True, slots=True)
class Period:
    """The letters of a month, a quarter or a year, and how they did.

    `at` counts the periods from the year 0, so that a gap between two is seen.
    """

    name: str
    """As `2024-03`, `2024 Q1` or `2024`."""
    at: int
    letters: int
    mean: float
    ready: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The periods that have letters, in order of time; `undated` letters are in none."""

    unit: str
    """`month`, `quarter` or `year`."""
    periods: tuple[Period, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Group:
    """Letters of one type or author. `name` is empty for all the small groups together."""

    name: str
    letters: int
    mean: float
    ready: int
    faults: tuple[tuple[str, str, int], ...]
    """The commonest: rule, title, in how many of the letters."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Letters by type or by author, most letters first.

    `rest` has the letters of the `small` groups that are not listed; `unnamed` letters say nothing
    of it and are in no group.
    """

    listed: tuple[Group, ...] = ()
    rest: Group | None = None
    small: int = 0
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Letters that nearly say the same; `closest` is how alike the closest two are, 0 to 1."""

    name: str
    letters: int
    mean: float
    paths: tuple[str, ...]
    """The first few in order of name."""
    closest: float | None = None
    """None where it is not known."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of the accounts."""

    reinstated: int = 0
    rejected: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Worst:
    """A letter with few points."""

    path: str
    score: int
    ready: bool
    errors: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What all letters of a review come to."""

    letters: int
    ready: int
    minimum: int | None
    """From how many points on a letter is ready; None where that was not the same for all."""
    spread: Spread
    faults: tuple[Fault, ...]
    """Those in most letters first."""
    elements: tuple[ElementCount, ...]
    trend: Trend
    types: Groups
    authors: Groups
    outcomes: Outcomes
    alike: tuple[AlikeGroup, ...]
    """The largest groups first."""
    alike_letters: int
    """How many letters are in any such group, listed or not."""
    worst: tuple[Worst, ...]
    """Fewest points first, then by name."""

    @property
    def unready(self) -> int:
        """How many letters are not ready."""
        return self.letters - self.ready
