"""Finds the verb groups of a sentence that put a deed ahead."""

from __future__ import annotations

from collections.abc import Iterator

from appeal_lint.language.spellings import SPELLINGS
from appeal_lint.language.word import Word
from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.group import Group, is_to
from appeal_lint.rewriting.present import under_way
from appeal_lint.rewriting.words import BACKED, FINITE_BE, HAVE, INTENT, MODALS, PLANS
from appeal_lint.statements.tree import SUBJECTS, Tree


def aheads(tree: Tree) -> Iterator[Ahead]:
    """Yield the verb groups of a sentence that look ahead, in order."""
    at = 0
    while at < len(tree.words):
        found = None if at in tree.quoted else _opened(tree, at)
        if found is None:
            at += 1
            continue
        yield found
        at = found.verb + 1


def _opened(tree: Tree, at: int) -> Ahead | None:
    word = tree.words[at]
    if word.lower in MODALS and (word.tag == "MD" or word.text.lower() in SPELLINGS):
        if tree.words[at + 1 : at + 2] and tree.words[at + 1].lower == "be":
            planned = _planned(tree, at, at + 1)  # "our next step will be to hire"
        else:
            planned = None
        found = planned or Group(tree, at).read(at + 1, idiom=True)
        if found is not None and word.lower in ("would", "'d"):
            found.worth = False
        return found
    if word.lower in FINITE_BE and word.tag.startswith(("VB", "POS")):
        return (
            _planned(tree, at, at) or Group(tree, at).read(at + 1, be=True) or under_way(tree, at)
        )
    if at and tree.words[at - 1].lower in ("was", "were"):
        return None
    if word.lower in ("going", "gon") or (word.lower == "about" and is_to(tree, at + 1)):
        return Group(tree, at).read(at)
    if word.lower in HAVE and word.tag.startswith("VB"):
        return Group(tree, at).read(at + 1, have=True)
    if word.lemma in INTENT and word.tag in ("VBP", "VBZ", "VB", "VBD") and not _own_have(word):
        lows = [one.lower for one in tree.words[at + 1 : at + 4]]
        if lows[:2] == ["to", "and"] and lows[2:] and lows[2] in MODALS:
            return Group(tree, at).read(at + 4, idiom=True)  # "intend to and will replace"
        past = word.tag == "VBD" and word.lemma not in BACKED
        return None if past else Group(tree, at).read(at)
    return None


def _own_have(word: Word) -> bool:
    return word.lemma == "have" and word.tag == "VB"


def _planned(tree: Tree, at: int, be: int) -> Ahead | None:
    """ "Our plan is to hire", "it is our intention to hire": the subject gives way to "we".

    Args:
        tree: the sentence.
        at: index of the word that opens the group: "is", or "will" of "will be to hire".
        be: index of the form of "be".

    """
    subject = tree.child(be, SUBJECTS)
    words = tree.words
    if subject is None or be + 1 >= len(words):
        return None
    to = be + 1
    if subject.lower in ("it", "this") and words[to].lower in ("our", "my"):
        end = next((n for n in range(to, min(to + 4, len(words))) if words[n].lemma in PLANS), None)
        if end is None or not is_to(tree, end + 1):
            return None
        to = end + 1
    elif subject.lemma not in PLANS or not is_to(tree, to):
        return None
    found = Group(tree, at).read(to, idiom=True)
    if found is not None:
        found.plan = min(tree.below(subject.index))
        found.subject = None
    return found
