"""Who is blamed by the shape of a clause: somebody else does harm, a program breaks down.

The vocabulary names who can be blamed and which deeds do harm; this page looks for a
subject of the one with a verb of the other, however far apart they stand.
"""

from collections.abc import Iterator

from appeal_lint.language.word import Word
from appeal_lint.model.words import Agent, Excuse
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.phrases import Hit
from appeal_lint.statements.tree import SUBJECTS, Clause, Tree

_RELATIVES = frozenset({"that", "which", "who"})
_THEY = frozenset({"they", "who", "he", "she", "which"})
_FAMILIES = {
    Agent.CARRIER: (Excuse.CARRIER_BLAME, "mishap_verbs"),
    Agent.SUPPLIER: (Excuse.SUPPLIER_BLAME, "mishap_verbs"),
    Agent.CUSTOMER: (Excuse.CUSTOMER_BLAME, "misuse_verbs"),
    Agent.AMAZON: (Excuse.AMAZON_BLAME, "mishap_verbs"),
}
_NOT_YET = frozenset({"will", "shall", "would", "can", "may", "might", "if", "not", "n't", "never"})


def blamed(tree: Tree, clause: Clause, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield a hit `excuse:<family>` for each blame, from the subject to the verb."""
    for at in clause.words:
        word = tree.words[at]
        if word.dep == "pobj" and tree.words[word.head].dep == "agent":
            # "The mugs were mixed by the factory"
            yield from _blame(tree, word, word, tree.words[tree.words[word.head].head], lexicon)
        if word.dep not in SUBJECTS:
            continue
        verb = tree.words[word.head]
        doer = _meant(tree, word, verb)
        for deed in (verb, *_joined(tree, verb)):
            yield from _blame(tree, doer, word, deed, lexicon)


def _blame(tree: Tree, doer: Word, named: Word, deed: Word, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the blame of a doer for a deed, from where the deed names the doer to its verb."""
    family = _family(tree, doer, deed, lexicon)
    if family is not None and not _open(tree, deed):
        first, last = sorted((named.index, deed.index))
        yield Hit(f"excuse:{family}", first, last)


def pleaded(tree: Tree, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether not knowing is the seller's own: "they did not know the shop" pleads nothing."""
    verb = next((one for one in tree.words[hit.first : hit.last + 1] if _knows(one, lexicon)), None)
    if verb is None:
        return True
    subject = lexicon.agents.subject(tree, verb.index) or lexicon.agents.subject(tree, verb.head)
    if subject is None:
        return True
    agent = lexicon.agents.of_word(tree, subject)
    return agent in (Agent.SELLER, Agent.NONE) and subject.lower not in _THEY


def _knows(word: Word, lexicon: Lexicon) -> bool:
    verbal = word.tag.startswith(("VB", "JJ"))
    return verbal and lexicon.among("knowing_verbs", word.lower, word.lemma)


def _meant(tree: Tree, subject: Word, verb: Word) -> Word:
    """ "The app that froze": what a relative pronoun stands for."""
    return tree.words[verb.head] if subject.lower in _RELATIVES and verb.dep == "relcl" else subject


def _joined(tree: Tree, verb: Word) -> list[Word]:
    """Return the verbs that share the subject of this one."""
    return [
        one
        for one in tree.children[verb.index]
        if one.dep == "conj" and tree.child(one.index, SUBJECTS) is None
    ]


def _family(tree: Tree, doer: Word, deed: Word, lexicon: Lexicon) -> Excuse | None:
    if lexicon.among("glitches", doer.lower, doer.lemma):
        broke = lexicon.among("breakdown_verbs", deed.lower, deed.lemma)
        return Excuse.GLITCH if broke else None
    family, verbs = _FAMILIES.get(lexicon.agents.of_word(tree, doer), (None, ""))
    return family if family and lexicon.among(verbs, deed.lower, deed.lemma) else None


def _open(tree: Tree, deed: Word) -> bool:
    """Say whether the deed is not told as done: it may happen, or did not."""
    return any(one.lower in _NOT_YET for one in tree.children[deed.index])
