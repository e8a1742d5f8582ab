"""A verb group that puts a deed ahead, as it was found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from appeal_lint.language.word import Word


@dataclass(slots=True)
class Ahead:
    """A verb group that looks ahead.

    Attributes:
        first: index of the word that opens it ("will", "are" of "are going to", "plan").
        verb: index of the verb that is to be done; "be" itself in "will be careful".
        passive: whether the deed is done to the subject.
        negated: whether it is not to be done.
        subject: the word that does it, None where there is none.
        plan: index where "our plan is to" begins, which gives way to "we".
        becomes: whether "there will be" tells of something that is then there.
        worth: whether it surely is ahead, not only by its modal ("would").

    """

    first: int
    verb: int
    passive: bool = False
    negated: bool = False
    subject: Word | None = None
    plan: int | None = None
    becomes: bool = False
    worth: bool = True
