"""A rule as its author wrote it, validated, and the set of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from appeal_lint.model.pattern import CompiledRule, Pattern
from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.model.words import Element, Severity, Status


@dataclass(frozen=True, slots=True)
class Cost:
    """Points lost: `each` for one finding, never more than `most` for the rule."""

    each: int
    most: int


@dataclass(frozen=True, slots=True)
class Examples:
    """Drafts (one sentence or a whole letter) that must and must not set the rule off."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One YAML file of `rules/<family>/`.

    `message` may hold `{quote}`, `{issue}`, `{measure}` and names of tallies of
    the document fact; nothing else, and no attribute or index. `once` says how
    often the rule may speak: for every match, once for each issue, or once for
    the draft. `element` says what the rule, where it matches, makes of an element.
    """

    id: str
    family: str
    title: str
    severity: Severity
    cost: Cost
    why: str
    source: str
    message: str
    advice: str
    like: str
    examples: Examples
    compiled: CompiledRule
    path: str
    once: str = "match"
    element: tuple[Element, Status] | None = None
    pack: str = ""
    """The name of the pack that the rule belongs to, if it belongs to one."""
    page: str | None = None
    """Where the page of the rule is: an address, or for shipped rules a path in the project."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules with a name and a version, from its `pack.yaml`.

    `pages` is the address of the page of a rule, with `{rule}` for its id.
    """

    name: str
    version: str
    path: str
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of the document fact that some rule asks for: how many facts fit the pattern."""

    name: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Every rule and word in force, in order of rule id."""

    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    tallies: tuple[Tally, ...] = ()
    by_id: Mapping[str, Rule] = field(default_factory=dict)
    packs: tuple[Pack, ...] = ()
    """In the order of their folders; the shipped one is among them."""
    language: str = "en"
    """The code of the language that titles and texts are in; what it lacks is in English."""
    off: frozenset[str] = frozenset()
    """Ids of rules that the configuration has switched off."""
    families: Mapping[str, str] = field(default_factory=dict)
    """What the families are called in that language, where that is not their name."""
