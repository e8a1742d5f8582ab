"""A letter as a file gives it: the draft, and what the file says about it."""

from dataclasses import dataclass

from appeal_lint.model.draft import Draft
from appeal_lint.model.words import Outcome


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a past appeal beside its text; empty where nothing is."""

    id: str = ""
    """What the user calls it."""
    type: str = ""
    """The kind of suspension, in the user's own words."""
    date: str = ""
    """The day it was sent, as `YYYY-MM-DD`."""
    author: str = ""
    outcome: Outcome | None = None

    def over(self, other: "About") -> "About":
        """Return what both say; where both speak, what this one says."""
        return About(
            id=self.id or other.id,
            type=self.type or other.type,
            date=self.date or other.date,
            author=self.author or other.author,
            outcome=self.outcome or other.outcome,
        )


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter.

    `notice` is what Amazon wrote where the file quotes it, as in the thread of an email; it is no
    part of the draft.
    """

    draft: Draft
    about: About = About()
    notice: str = ""
