"""Whether what was promised is a deed to be finished or a practice to be in force."""

from __future__ import annotations

from enum import StrEnum

from appeal_lint.language.word import Word
from appeal_lint.rewriting.grammar import not_only
from appeal_lint.rewriting.repeats import each_of, often, repeats
from appeal_lint.rewriting.verbs import base, own_words
from appeal_lint.rewriting.waits import hoped, waits
from appeal_lint.rewriting.words import (
    CHECKS,
    EMPTY,
    FAULTS,
    HABIT,
    LASTING,
    ONCE,
    PLAIN_HABIT,
    listed,
)
from appeal_lint.statements.tree import Tree

_TALKS = listed("meeting talk talks conversation call appointment")
_CHECKING = listed("checking check checks testing inspection inspections control")


class Kind(StrEnum):
    """What a promise becomes."""

    DEED = "deed"
    HABIT = "habit"


def kind(
    tree: Tree,
    verb: int,
    *,
    passive: bool,
    negated: bool,
    subject: Word | None = None,
    otherwise: Kind = Kind.DEED,
) -> Kind | None:
    """Return what becomes of a promised deed; None where there is no honest way to tell it done.

    Args:
        tree: the sentence.
        verb: index of the verb.
        passive: whether the deed is done to the subject.
        negated: whether it is not to be done.
        subject: what does it, or what it is done to.
        otherwise: what it becomes where nothing tells.

    """
    lemma = base(tree, verb)
    own = own_words(tree, verb)
    lows = {tree.words[at].lower for at in own}
    if subject is not None:
        lows |= {tree.words[at].lower for at in tree.below(subject.index)}
    if any(not_only(tree, at) for at in own):
        lows -= {"only", "but"}
    if lemma in EMPTY or "best" in lows or ("only" in lows and "but" in lows):
        return None
    if (lemma in ("do", "be", "get") and "better" in lows) or (lemma == "put" and "heart" in lows):
        return None
    if lemma == "be" and lows & {"sure", "certain"}:
        return None  # "we are sure to read" is no practice
    if tree.words[0].lower in ("should", "were", "had"):
        return None  # "should he be late again, we will replace him"
    if lemma in ("work", "do") and {"hard", "harder", "utmost"} & lows:
        return None
    if negated and (lemma in FAULTS or "another" in lows):
        return None
    if waits(tree, verb, negated=negated) or hoped(tree, verb):
        return None
    nobody = subject is not None and any(one.lower == "no" for one in tree.children[subject.index])
    if nobody and (lemma in FAULTS):
        return None
    if negated or nobody or (subject is not None and subject.lower in ("nobody", "noone")):
        return Kind.HABIT
    if (lemma == "be" and not passive) or _general(tree, subject):
        return Kind.HABIT
    if (lemma == "put" and "place" in lows) or "you" in lows or "affected" in lows:
        return Kind.DEED
    if lemma == "have" and lows & _TALKS:
        return Kind.DEED
    if lemma == "make" and "sure" in lows:
        return Kind.HABIT
    if lows & PLAIN_HABIT or repeats(tree, verb, own) or often(tree, own):
        return Kind.HABIT
    if (
        (lemma == "make" and "use" in lows)
        or (lemma == "pay" and "attention" in lows)
        or (lemma == "take" and "care" in lows)
        or (lemma in ("do", "perform") and lows & _CHECKING)
    ):
        return Kind.HABIT
    if lemma in ONCE:
        return Kind.DEED
    if (lows & HABIT and not each_of(tree, own)) or lemma in LASTING:
        return Kind.HABIT
    many = subject is not None and (
        subject.tag in ("NNS", "NNPS")
        and not any(one.lower in ("the", "these", "those") for one in tree.children[subject.index])
    )
    if passive and lemma in CHECKS and many:
        return Kind.HABIT
    return otherwise


def _general(tree: Tree, subject: Word | None) -> bool:
    """ "Any item that fails", "items that fail": whatever comes, not those that came."""
    if subject is None:
        return False
    beside = [tree.words[one.index] for one in tree.children[subject.index]]
    lows = {one.lower for one in beside}
    fails = any(one.dep == "relcl" and one.tag in ("VBP", "VBZ") for one in beside)
    return "any" in lows or (fails and subject.tag == "NNS" and not lows & {"the", "these", "all"})
