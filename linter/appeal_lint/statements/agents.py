"""Who acts in a clause."""

from collections.abc import Mapping

from appeal_lint.language.word import Word
from appeal_lint.model.words import Agent
from appeal_lint.statements.phrases import forms
from appeal_lint.statements.tree import SUBJECTS, Tree

_ORDER = (
    ("seller_pronouns", Agent.SELLER),
    ("carrier", Agent.CARRIER),
    ("supplier", Agent.SUPPLIER),
    ("customer", Agent.CUSTOMER),
    ("amazon", Agent.AMAZON),
    ("competitor", Agent.OTHER),
    ("seller_roles", Agent.SELLER),
)
_MINE = frozenset({"our", "my"})
_EMPLOYED = frozenset({"driver", "drivers", "truck", "van", "printer", "workshop"})
"""Words for third parties that are the seller's own where "our" stands before them."""
_OUTSIDE = frozenset({Agent.CARRIER, Agent.SUPPLIER, Agent.CUSTOMER})


_FIRMS = frozenset({"company", "shop", "store", "business", "seller", "somebody", "someone"})
_CARRYING = frozenset({"company", "service", "partner", "agent", "team", "firm", "companies"})
"""Words that name a carrier where a word of carriage stands before them."""
_STRANGE = frozenset({"a", "an", "one", "another", "some", "other", "certain"})


def _strange(tree: Tree, word: Word) -> bool:
    """ "Another shop", "one company who …": not the seller's own."""
    return (
        any(one.lower in _STRANGE for one in tree.children[word.index]) or word.lower[:4] == "some"
    )


class Agents:
    """Tells who a word stands for, by the vocabulary's word lists."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._anybody = frozenset(lists.get("anybody", ()))
        self._buying = frozenset(lists.get("buying_verbs", ()))
        self._carriage = frozenset(lists.get("carriage", ()))
        self._machines = frozenset(lists.get("glitches", ()))
        self._known = {
            word: agent for name, agent in reversed(_ORDER) for word in lists.get(name, ())
        }

    def of_word(self, tree: Tree, word: Word) -> Agent:
        """Return who a noun or pronoun stands for; `none` for a thing."""
        agent = next(
            (
                self._known[form]
                for form in (word.lower, *forms(word.lower, word.lemma))
                if form in self._known
            ),
            Agent.NONE,
        )
        if agent is Agent.SELLER and word.lower in _CARRYING and self._carries(tree, word):
            return Agent.CARRIER
        owners = [one.lower for one in tree.children[word.index] if one.dep == "poss"]
        if word.lower in _EMPLOYED and any(owner in _MINE for owner in owners):
            return Agent.SELLER
        if agent is Agent.NONE and any(owner in _MINE for owner in owners):
            return Agent.NONE
        if agent is Agent.SELLER and any(owner in ("your", "amazon") for owner in owners):
            return Agent.AMAZON
        plural = agent is Agent.SELLER and word.tag == "NNS"
        if (agent is Agent.NONE or plural) and word.dep == "nsubj" and self._buys(tree, word):
            return Agent.CUSTOMER
        if agent is Agent.SELLER and word.lower in _FIRMS and _strange(tree, word):
            return Agent.OTHER
        machine = word.lower in self._machines
        if agent is Agent.NONE and word.tag == "NNP" and word.dep == "nsubj" and not machine:
            return Agent.SELLER  # a person's name: letters name their own people
        if agent not in _OUTSIDE and any(
            self._known.get(one.lower) is Agent.AMAZON and one.lower == "amazon"
            for one in tree.children[word.index]
            if one.dep in ("compound", "poss")
        ):
            return Agent.AMAZON
        return agent

    def _carries(self, tree: Tree, word: Word) -> bool:
        """ "The transport company", "our delivery partner"."""
        return any(
            one.lower in self._carriage or self._known.get(one.lower) is Agent.CARRIER
            for one in tree.children[word.index]
            if one.dep in ("compound", "amod", "nmod")
        )

    def _buys(self, tree: Tree, word: Word) -> bool:
        verb = tree.words[word.head]
        if any(one.lower in _MINE or one.lower in _STRANGE for one in tree.children[word.index]):
            return False
        return bool(forms(word.lower, word.lemma) & self._anybody) and bool(
            forms(verb.lower, verb.lemma) & self._buying
        )

    def subject(self, tree: Tree, head: int) -> Word | None:
        """Return the subject of a clause, followed through joined clauses."""
        at = head
        for _ in range(6):
            if (found := tree.child(at, SUBJECTS)) is not None:
                return found
            word = tree.words[at]
            if word.dep not in ("conj", "xcomp", "parataxis") or word.head == at:
                return None
            at = word.head
        return None

    def mentions(self, tree: Tree, indexes: list[int], agent: Agent) -> bool:
        """Say whether any of these words stands for the agent."""
        return any(self._known.get(tree.words[at].lower) is agent for at in indexes)
