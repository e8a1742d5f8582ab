"""A line without a subject under a heading that looks ahead: "Hire two inspectors"."""

from __future__ import annotations

from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.words import NOT
from appeal_lint.statements.tree import SUBJECTS, Tree

_AFTER = frozenset({"DT", "CD", "PRP$", "NNS", "IN", "JJ", "PRP", "NN", "VBG", "RB", "RP", "VBN"})
_SURE = frozenset({"DT", "CD", "PRP$"})
_FINITE = frozenset({"VBP", "VBZ", "VBD", "MD"})


def bare(tree: Tree, inside: set[int], known: frozenset[str]) -> Ahead | None:
    """Return the verb group of a line that opens with a verb, or "to" and a verb.

    Args:
        tree: the sentence.
        inside: indexes of the words that may be changed.
        known: verbs, for a word that was taken for a noun.

    """
    words = tree.words
    at = min(inside)
    negated = False
    if words[at].lower == "to" and words[at].tag == "TO":
        return _infinitive(tree, at, at)
    while at < len(words) - 1 and (words[at].tag in ("RB",) or words[at].lower in NOT):
        negated = negated or words[at].lower in NOT
        at += 1
    if at + 2 < len(words) and words[at + 1].text == "-" and words[at].end == words[at + 1].start:
        at += 2  # "double-check"
    if at not in inside or not _verb(tree, at, known):
        return _person(tree, inside)
    return Ahead(min(inside), at, negated=negated)


def _infinitive(tree: Tree, first: int, to: int) -> Ahead | None:
    words = tree.words
    at = to + 1
    while at < len(words) - 1 and words[at].tag == "RB":
        at += 1
    if at >= len(words) or words[at].tag not in ("VB", "VBP", "NN"):
        return None
    return Ahead(first, at)


def _person(tree: Tree, inside: set[int]) -> Ahead | None:
    """ "Second person to check every box": who is to do it stands before "to"."""
    words = tree.words
    root = words[tree.root]
    if not root.tag.startswith("NN") or any(one.tag in _FINITE for one in words):
        return None
    to = root.index + 1
    if to not in inside or words[to].lower != "to":
        return None
    found = _infinitive(tree, to, to)
    if found is not None:
        found.subject = root
    return found


def _verb(tree: Tree, at: int, known: frozenset[str]) -> bool:
    words = tree.words
    word = words[at]
    if tree.child(at, SUBJECTS) is not None or at + 1 >= len(words):
        return False
    if any(one.tag in ("MD",) for one in words[at : at + 3]):
        return False
    after = words[at + 1]
    if word.dep == "csubj" and words[word.head].lemma == "be":
        return False  # "hiring two inspectors is our next step"
    if word.tag in ("VB", "VBP") and word.dep in ("ROOT", "conj", "advcl", "csubj", "dep", "nsubj"):
        return after.tag in _AFTER or after.lower in ("to", "that", "back", "up", "only")
    if word.tag == "VBG":
        return word.dep in ("ROOT", "csubj", "dep", "advcl") and after.tag in _AFTER - {"IN"}
    if word.tag.startswith(("NN", "JJ", "UH")) and word.lower in known:
        return after.tag in _SURE or (after.tag == "NNS" and word.dep in ("ROOT", "compound"))
    return False
