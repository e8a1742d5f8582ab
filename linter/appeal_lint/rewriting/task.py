"""What a sentence is to be rewritten by, and how far that has come."""

from __future__ import annotations

from dataclasses import dataclass, field

from appeal_lint.rewriting.edits import Edits
from appeal_lint.rewriting.kinds import Kind
from appeal_lint.statements.tree import Tree


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sentence is to be rewritten by.

    Attributes:
        day: when it was done, as the user wrote it; empty where that is not known.
        voice: "we" or "I", as the letter speaks of the seller.
        known: verbs in their base forms.

    """

    day: str = ""
    voice: str = "we"
    known: frozenset[str] = frozenset()


@dataclass(slots=True)
class Task:
    """A sentence, what is asked of it, and what came of it so far.

    Attributes:
        tree: the sentence.
        inside: indexes of the words that may be changed.
        asked: see `Asked`.
        edits: the changes so far.
        steady: whether what is told in the present stays so: "from May our manager counts".
        kinds: what each verb becomes, by its index.
        negated: whether a deed of it is not to be done.

    """

    tree: Tree
    inside: set[int]
    asked: Asked
    edits: Edits
    steady: bool = False
    kinds: dict[int, Kind] = field(default_factory=dict)
    negated: bool = False
