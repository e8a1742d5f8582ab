"""Whether what was promised is a deed to be finished or a practice to be in force."""

from __future__ import annotations

from enum import StrEnum

from appeal_lint.language.word import Word
from appeal_lint.rewriting.grammar import not_only
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
from appeal_lint.statements.tree import SUBJECTS, Tree


class Kind(StrEnum):
    """What a promise becomes."""

    DEED = "deed"
    HABIT = "habit"


_WAITING = frozenset({"once", "when", "if", "after", "unless", "until", "till", "as", "whenever"})
_VAGUE = frozenset({"a", "an", "any", "every", "each", "no"})
_SMALL = frozenset({"RB", "RBR", "JJR"})
_EVENTS = listed("dispatch ship shipping shipment packing delivery sending posting storage")


def own_words(tree: Tree, verb: int) -> list[int]:
    """Return the indexes of the words of a verb's own clause, without clauses that hang on it."""
    if not tree.words[verb].tag.startswith("VB"):  # taken for another word: the tree is no help
        return list(range(verb, len(tree.words)))
    found = [verb]
    for at in found:
        found.extend(
            one.index
            for one in tree.children[at]
            if one.index != verb and not _apart(tree, one.index)
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
    if _waits(tree, verb, negated=negated) or _hoped(tree, verb):
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
    if lows & PLAIN_HABIT or _repeats(tree, verb, own) or _often(tree, own):
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
    if (lows & HABIT and not _each_of(tree, own)) or lemma in LASTING:
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


_TALKS = listed("meeting talk talks conversation call appointment")
_CHECKING = listed("checking check checks testing inspection inspections control")
_OFTEN = listed(
    """day week month year quarter morning evening night friday monday tuesday wednesday thursday
    saturday sunday hour shift weekend"""
)


_GOODS = listed(
    """order parcel box shipment batch carton message dispatch delivery package item product unit
    sale return complaint customer buyer"""
)


def _each_of(tree: Tree, own: list[int]) -> bool:
    """ "Each of the nineteen buyers": a number that can be done with."""
    words = tree.words
    every = [at for at in own if words[at].lower in ("each", "every")]
    return bool(every) and all(at + 1 < len(words) and words[at + 1].lower == "of" for at in every)


def _often(tree: Tree, own: list[int]) -> bool:
    """ "Every month", "for every order": how often it is done."""
    words = tree.words
    for at in own:
        if words[at].lower not in ("every", "each"):
            continue
        after = {one.lower for one in words[at + 1 : at + 3]}
        if after & _OFTEN or (at and words[at - 1].lower in ("for", "with") and after & _GOODS):
            return True
    return False


def _repeats(tree: Tree, verb: int, own: list[int]) -> bool:
    """Say whether the clause tells how often, how soon or before what it is done."""
    words = tree.words
    said = " ".join(one.lower for one in words)
    if "in case" in said or ("soon as" in said and not any(one in said for one in _SOONEST)):
        return True
    for one in tree.children[verb]:
        if one.dep == "advcl":
            marks = {inner.lower for inner in tree.children[one.index]}
            if marks & {"before", "whenever", "until", "if", "when", "unless", "after", "once"}:
                return True
        if (
            one.tag in _SMALL
            and one.index > verb - 2
            and (one.tag == "RBR" or one.lower in ("faster", "better", "only"))
            and not not_only(tree, one.index - 1)
        ):
            return True
        if one.lower == "before" and not _dated(tree, one.index):
            return True
        if one.lower in ("case", "whenever"):
            return True
    for at in own:
        low = words[at].lower
        near = {two.lower for two in words[at + 1 : at + 4]}
        if low == "after" and near & _EVENTS:
            return True
        if low == "before" and (
            near & _EVENTS or any(two.tag == "VBG" for two in words[at + 1 : at + 3])
        ):
            return True
        if low in ("within", "in") and near & {"hours", "hour", "day", "days", "minutes"}:
            service = words[verb].lemma not in ONCE or near & {"hours", "hour", "minutes"}
            soon = low == "within" and not near & {"next", "coming", "few", "future", "these"}
            if service and (soon or near & {"hours", "hour", "one"}):
                return True
        if low == "basis" or (
            low == "in" and words[at + 1 : at + 2] and words[at + 1].lower == "case"
        ):
            return True
        if words[at].tag == "JJR" and words[verb].lemma not in ONCE:
            return True
        if low == "times" and near & {"a", "per", "each"}:
            return True
        if low == "once" and near & {"a", "per"}:
            return True
        if words[at].tag == "NNPS" and low.endswith("days") and low[:-1] in _DAYS:
            return True
    return False


_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")


def _hoped(tree: Tree, verb: int) -> bool:
    """ "I think we will hire": what is thought or hoped may not be done."""
    word = tree.words[verb]
    return word.dep == "ccomp" and tree.words[word.head].lemma in _HOPES


_HOPES = listed("think believe hope guess expect feel wish suppose")


def _dated(tree: Tree, before: int) -> bool:
    """ "Before November", "before the summer": a day rather than a step of the work."""
    named = tree.child(before, frozenset({"pobj"}))
    return named is not None and (named.tag in ("NNP", "CD") or named.lower in _SPANS)


_SPANS = listed("summer winter autumn spring season end year month week holidays")


_SOONEST = ("soon as possible", "soon as we can", "soon as it is possible")
_AT_LAST = (["as", "soon", "as"], ["so", "soon", "as"], ["the", "moment"], ["the", "day"])


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


def _waits(tree: Tree, verb: int, *, negated: bool) -> bool:
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


def base(tree: Tree, verb: int) -> str:
    """Return the base form of a verb, also where it was taken for another kind of word."""
    word = tree.words[verb]
    if word.tag in ("VB", "VBP") or not word.tag.startswith("VB"):
        return "be" if word.lower in ("am", "are", "is", "be") else word.lower
    return word.lemma
