"""What a review hands to a worker, and what it gets back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from appeal_lint.model.letter import About

if TYPE_CHECKING:
    from appeal_lint.config import Settings
    from appeal_lint.ignores import Entry
    from appeal_lint.model.rule import RuleSet


@dataclass(frozen=True, slots=True)
class Source:
    """One letter that is to be judged."""

    name: str
    """Its path in reports; with `#` and a number where a file has several letters."""
    size: int
    """About how long it is; bytes or characters."""
    stamp: str
    """Changes with whatever its report hangs on."""
    settings: Settings
    rules: int
    """Which of the rules of the plan."""
    about: About = field(default_factory=About)
    """What tables say of it."""
    entries: tuple[Entry, ...] = ()
    """What may stay in it, beside what its own comments say."""
    data: bytes | None = None
    """The bytes of its file, where the worker is not to open it."""
    address: str | None = None
    """Where its file is, if that is not `name` on this computer; the worker opens it."""
    mail: bool = False
    """Whether `data` is a message out of a mailbox, whatever its name."""
    text: str | None = None
    """The letter itself, where it stood in a table."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one letter."""

    name: str
    stamp: str
    row: bytes = b""
    """A draft as in the JSON report, without its path; JSON, compressed."""
    own: bytes = b""
    """An `About` in JSON: what its file says of it."""
    text: bytes = b""
    """A `RowText` in JSON, compressed."""
    sketch: bytes = b""
    """See `survey.alike`; empty where it was not asked for."""
    fault: str = ""
    """Why it could not be read, in the language of the review."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What all letters of a review have in common, for every worker."""

    language: str
    rules: tuple[RuleSet, ...] = ()
    """Those that any letter is judged by; configurations may name different folders."""
    redact: bool = False
    sketch: bool = False
    """Whether letters that are alike will be looked for."""
    ignores: bool = True
