"""Whether a clause tells how often, how soon or before what something is done."""

from __future__ import annotations

from appeal_lint.rewriting.grammar import not_only
from appeal_lint.rewriting.words import ONCE, listed
from appeal_lint.statements.tree import Tree

_SMALL = frozenset({"RB", "RBR", "JJR"})
_EVENTS = listed("dispatch ship shipping shipment packing delivery sending posting storage")
_OFTEN = listed(
    """day week month year quarter morning evening night friday monday tuesday wednesday thursday
    saturday sunday hour shift weekend"""
)
_GOODS = listed(
    """order parcel box shipment batch carton message dispatch delivery package item product unit
    sale return complaint customer buyer"""
)
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_SPANS = listed("summer winter autumn spring season end year month week holidays")
_SOONEST = ("soon as possible", "soon as we can", "soon as it is possible")


def repeats(tree: Tree, verb: int, own: list[int]) -> bool:
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


def often(tree: Tree, own: list[int]) -> bool:
    """ "Every month", "for every order": how often it is done."""
    words = tree.words
    for at in own:
        if words[at].lower not in ("every", "each"):
            continue
        after = {one.lower for one in words[at + 1 : at + 3]}
        if after & _OFTEN or (at and words[at - 1].lower in ("for", "with") and after & _GOODS):
            return True
    return False


def each_of(tree: Tree, own: list[int]) -> bool:
    """ "Each of the nineteen buyers": a number that can be done with."""
    words = tree.words
    every = [at for at in own if words[at].lower in ("each", "every")]
    return bool(every) and all(at + 1 < len(words) and words[at + 1].lower == "of" for at in every)


def _dated(tree: Tree, before: int) -> bool:
    """ "Before November", "before the summer": a day rather than a step of the work."""
    named = tree.child(before, frozenset({"pobj"}))
    return named is not None and (named.tag in ("NNP", "CD") or named.lower in _SPANS)
