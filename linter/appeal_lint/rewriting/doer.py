"""Who does what a verb group puts ahead."""

from __future__ import annotations

from appeal_lint.language.word import Word
from appeal_lint.statements.tree import SUBJECTS, Tree

_NAMES = frozenset({"PRP", "NN", "NNS", "NNP"})


def doer(tree: Tree, first: int, verb: int) -> Word | None:
    """Return the word that does a deed, None where there is none before it.

    Args:
        tree: the sentence.
        first: index of the word that opens the verb group.
        verb: index of the verb that is to be done.

    """
    for at in (verb, first, tree.words[first].head):
        subject = tree.child(at, SUBJECTS)
        if subject is not None and subject.lower in ("going", "moving", "starting"):
            break  # "going forward our team shall …"
        if subject is not None and subject.index < verb:
            return subject
    else:
        subject = None
    nouns = [one for one in tree.words[:first] if one.tag in _NAMES]
    if subject is not None and subject.lower in ("going", "moving", "starting"):
        return nouns[-1] if nouns else None
    at = verb
    while tree.words[at].dep in ("conj", "xcomp", "pcomp", "acomp", "prep") or at == verb:
        above = tree.words[at].head
        if above == at:
            break
        at = above
        subject = tree.child(at, SUBJECTS)
        if subject is not None and subject.index < first:
            return subject
    near = nouns[-1] if nouns and nouns[-1].index >= first - 2 else None
    return None if near is None or near.dep in ("pobj", "dobj", "npadvmod") else near
