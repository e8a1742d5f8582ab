"""Whether what was promised is a deed to be finished or a practice to be in force."""

from __future__ import annotations

from enum import StrEnum

from appeal_lint.rewriting.words import CHECKS, EMPTY, FAULTS, HABIT, LASTING, ONCE, PLAIN_HABIT
from appeal_lint.statements.tree import SUBJECTS, Tree


class Kind(StrEnum):
    """What a promise becomes."""

    DEED = "deed"
    HABIT = "habit"


_WAITING = frozenset({"once", "when", "if", "after", "unless", "until", "till", "as", "whenever"})
_VAGUE = frozenset({"a", "an", "any", "every", "each", "no"})
_SMALL = frozenset({"RB", "RBR", "JJR"})
_EVENTS = frozenset("dispatch shipping shipment packing delivery sending posting storage".split())


def own_words(tree: Tree, verb: int) -> list[int]:
    """Return the indexes of the words of a verb's own clause, without clauses that hang on it."""
    found = [verb]
    for at in found:
        found.extend(
            one.index for one in tree.children[at] if one.index != verb and not _apart(tree, one.index)
        )
    return sorted(found)


def _apart(tree: Tree, at: int) -> bool:
    """Say whether a word opens a clause of its own."""
    word = tree.words[at]
    if word.dep in ("relcl", "acl", "advcl", "ccomp", "parataxis", "csubj"):
        return True
    if word.dep == "xcomp" and any(one.lower == "to" for one in tree.children[at]):
        return True
    if word.dep == "pcomp":
        return True
    return word.dep == "conj" and (
        word.tag.startswith("VB") or tree.child(at, SUBJECTS) is not None
    )


def kind(tree: Tree, verb: int, *, passive: bool, negated: bool) -> Kind | None:
    """Return what becomes of a promised deed; None where there is no honest way to tell it done."""
    word = tree.words[verb]
    lemma = base(tree, verb)
    own = own_words(tree, verb)
    lows = {tree.words[at].lower for at in own}
    subject = tree.child(verb, SUBJECTS)
    if lemma in EMPTY or {"best", "hard"} & lows & {"best"} or "only" in lows and "but" in lows:
        return None
    if lemma in ("work", "do") and {"hard", "harder", "utmost"} & lows:
        return None
    if negated and lemma in FAULTS:
        return None
    if _waits(tree, verb):
        return None
    nobody = subject is not None and any(
        one.lower == "no" for one in tree.children[subject.index]
    )
    if nobody and (lemma in FAULTS):
        return None
    if negated or nobody or (subject is not None and subject.lower in ("nobody", "noone")):
        return Kind.HABIT
    if lemma == "be" and not passive:
        return Kind.HABIT
    if lows & PLAIN_HABIT or _repeats(tree, verb, own):
        return Kind.HABIT
    if lemma in ONCE:
        return Kind.DEED
    if lows & HABIT or lemma in LASTING:
        return Kind.HABIT
    many = subject is not None and (
        subject.tag in ("NNS", "NNPS")
        and not any(one.lower in ("the", "these", "those") for one in tree.children[subject.index])
    )
    if passive and lemma in CHECKS and many:
        return Kind.HABIT
    return Kind.HABIT if word.lower == "have" else Kind.DEED


def _repeats(tree: Tree, verb: int, own: list[int]) -> bool:
    """Say whether the clause tells how often, how soon or before what it is done."""
    words = tree.words
    for one in tree.children[verb]:
        if one.dep == "advcl":
            marks = {inner.lower for inner in tree.children[one.index]}
            if marks & {"before", "whenever", "until", "if", "when", "unless", "after", "once"}:
                return True
        if one.tag in _SMALL and (one.tag == "RBR" or one.lower in ("faster", "better", "only")):
            return True
        if one.lower == "before":
            return True
    for at in own:
        low = words[at].lower
        near = {two.lower for two in words[at + 1 : at + 4]}
        if low == "before" and (near & _EVENTS or any(two.tag == "VBG" for two in words[at + 1 : at + 3])):
            return True
        if low in ("within", "in") and near & {"hours", "hour", "day", "days", "minutes"}:
            service = words[verb].lemma not in ONCE
            if service and not near & {"next", "coming", "few", "future", "the", "these"}:
                return True
        if low in ("basis", "times", "time") and near is not None and low == "basis":
            return True
        if low == "times" and near & {"a", "per", "each"}:
            return True
        if low == "once" and near & {"a", "per"}:
            return True
        if words[at].tag == "NNPS" and low.endswith("days") and low[:-1] in _DAYS:
            return True
    return False


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _waits(tree: Tree, verb: int) -> bool:
    """Say whether the deed hangs on one event that may not have come yet."""
    for one in tree.children[verb]:
        if one.dep != "advcl":
            continue
        below = sorted(tree.below(one.index))
        opening = next((tree.words[at] for at in below if tree.words[at].text.isalpha()), None)
        if opening is None or opening.lower not in _WAITING:
            continue
        if opening.lower == "as" and tree.words[opening.index + 1].lower not in ("soon", "long"):
            continue
        subject = tree.child(one.index, SUBJECTS)
        if subject is None:
            return opening.lower in ("as",)
        marked = {two.lower for two in tree.children[subject.index]}
        many = subject.tag == "NNS" and not marked & {"the", "these", "those", "our"}
        person = subject.lemma in ("customer", "buyer", "somebody", "someone", "anybody", "anyone")
        repeated = opening.lower in ("whenever", "until", "till", "unless")
        if not (many or person or repeated or marked & _VAGUE):
            return True
    return False


def base(tree: Tree, verb: int) -> str:
    """Return the base form of a verb, also where it was taken for another kind of word."""
    word = tree.words[verb]
    if word.tag in ("VB", "VBP") or not word.tag.startswith("VB"):
        return "be" if word.lower in ("am", "are", "is", "be") else word.lower
    return word.lemma
