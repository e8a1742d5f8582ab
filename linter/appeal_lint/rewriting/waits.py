"""Whether a deed hangs on an event that may not have come, or on a hope."""

from __future__ import annotations

from appeal_lint.rewriting.words import listed
from appeal_lint.statements.tree import SUBJECTS, Tree

_WAITING = frozenset({"once", "when", "if", "after", "unless", "until", "till", "as", "whenever"})
_VAGUE = frozenset({"a", "an", "any", "every", "each", "no"})
_HOPES = listed("think believe hope guess expect feel wish suppose")
_AT_LAST = (["as", "soon", "as"], ["so", "soon", "as"], ["the", "moment"], ["the", "day"])


def waits(tree: Tree, verb: int, *, negated: bool) -> bool:
    """Say whether the deed hangs on one event that may not have come yet."""
    if _event(tree):
        return True
    beside = list(tree.children[verb])
    at = verb
    while tree.words[at].dep in ("ccomp", "xcomp", "conj") and tree.words[at].head != at:
        at = tree.words[at].head
        beside += tree.children[at]
    for one in beside:
        if one.dep != "advcl" or one.tag == "VBG" or one.index == verb:
            continue
        below = sorted(tree.below(one.index))
        opening = next((tree.words[at] for at in below if tree.words[at].text.isalpha()), None)
        if opening is None or opening.lower not in _WAITING:
            continue
        if opening.lower == "as" and tree.words[opening.index + 1].lower not in ("soon", "long"):
            continue
        subject = tree.child(one.index, SUBJECTS)
        if subject is None:
            return opening.lower not in ("whenever", "unless")
        marked = {two.lower for two in tree.children[subject.index]}
        many = subject.tag == "NNS" and not marked & {"the", "these", "those", "our"}
        person = subject.lemma in ("customer", "buyer", "somebody", "someone", "anybody", "anyone")
        repeated = opening.lower in ("whenever", "unless")
        repeated = repeated or (negated and opening.lower in ("until", "till"))
        if opening.lower in ("until", "till") and not negated:
            return True
        if not (many or person or repeated or marked & _VAGUE):
            return True
    return False


def _event(tree: Tree) -> bool:
    """ "As soon as the scale is here": one event that the deed waits for."""
    lows = [one.lower for one in tree.words]
    for at in range(len(lows)):
        for form in _AT_LAST:
            if lows[at : at + len(form)] != form:
                continue
            after = tree.words[at + len(form) :]
            if (
                not after
                or after[0].lower in ("possible", "they", *_VAGUE)
                or after[0].tag == "NNS"
            ):
                continue
            if [one.lower for one in after[:2]] == ["we", "can"]:
                continue
            return True
    return False


def hoped(tree: Tree, verb: int) -> bool:
    """ "I think we will hire": what is thought or hoped may not be done."""
    word = tree.words[verb]
    return word.dep == "ccomp" and tree.words[word.head].lemma in _HOPES
