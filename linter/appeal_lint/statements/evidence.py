"""What is known of one clause before its act is judged."""

from dataclasses import dataclass

from appeal_lint.model.words import Act, Agent, BlockKind, Section
from appeal_lint.statements.phrases import Hit
from appeal_lint.statements.tree import Clause, Tree
from appeal_lint.statements.verbs import VerbGroup


@dataclass(frozen=True, slots=True)
class Reading:
    """An act and the evidence for it, in plain words."""

    act: Act
    why: str
    weak: bool = False
    """Whether a plainer reading of the clause beside it carries this one along."""


@dataclass(slots=True, eq=False)
class Evidence:
    """One clause: its place in the sentence, its verb, who acts, and the phrases in it.

    `hits` holds, by the name of a list of `rules/vocabulary/lists/`, the phrases
    of that list that begin in this clause.
    """

    tree: Tree
    clause: Clause
    verb: VerbGroup
    verb_at: int
    """Index of the verb that carries the act; mostly the head of the clause."""
    agent: Agent
    subject: str
    """The subject in lower case, empty where there is none."""
    hits: dict[str, list[Hit]]
    section: Section
    block: BlockKind
    reading: Reading | None = None
    """What the clause was judged to do, once it has been asked."""

    def has(self, *names: str) -> bool:
        """Say whether a phrase of any of these lists stands in the clause."""
        return not self.hits.keys().isdisjoint(names)

    def quote(self, name: str) -> str:
        """Return the first phrase of a list as it is written."""
        hit = self.hits[name][0]
        words = self.tree.words
        return " ".join(word.text for word in words[hit.first : hit.last + 1])

    @property
    def spoken(self) -> frozenset[str]:
        """The words of the clause in lower case."""
        return frozenset(self.tree.words[at].lower for at in self.clause.words)

    @property
    def when(self) -> bool:
        """Whether the clause says when, or on what condition, its deed is done."""
        below = (self.tree.words[at] for at in self.clause.words)
        return any(one.dep == "advcl" or one.lower in ("before", "after", "when") for one in below)

    @property
    def mine(self) -> bool:
        """Whether the subject says "we" or "I" in so many words."""
        return self.subject in ("we", "i")

    @property
    def own(self) -> bool:
        """Whether the seller's side acts, or a thing does in its stead."""
        return self.agent in (Agent.SELLER, Agent.NONE)
