"""Where a verb stands in its sentence: in a main clause, or in one that only goes with it."""

from __future__ import annotations

from enum import StrEnum

from appeal_lint.language.inflection import is_verb
from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.verbs import own_words
from appeal_lint.rewriting.words import OTHERS
from appeal_lint.statements.tree import AUXILIARIES, SUBJECTS, Tree


class Place(StrEnum):
    """Where a verb group stands."""

    MAIN = "main"
    RELATIVE = "relative"
    ASIDE = "aside"


_RELATIVE = frozenset({"who", "that", "which"})


def place(tree: Tree, ahead: Ahead) -> Place:
    """Return where a verb group stands."""
    if ahead.plan is not None:
        return Place.MAIN  # "it is our intention to hire"
    at = ahead.verb
    while True:
        word = tree.words[at]
        opening = min(tree.below(at))
        if word.dep == "acl" and opening and tree.words[opening - 1].text in (":", ";"):
            return Place.MAIN  # "our promise: we will inspect"
        if word.dep == "relcl" or (word.dep == "acl" and tree.child(at, SUBJECTS) is not None):
            return Place.RELATIVE if _bound(tree, ahead) else Place.ASIDE
        if word.dep in ("advcl", "acl", "csubj") and not _so(tree, at) and word.head != ahead.first:
            return Place.ASIDE
        if word.head == at:
            return Place.MAIN
        at = word.head


def _so(tree: Tree, at: int) -> bool:
    opening = min(tree.below(at))
    words = tree.words
    return words[opening].lower in ("so", "therefore") and words[opening + 1].lower != "that"


def _bound(tree: Tree, ahead: Ahead) -> bool:
    """ "Two inspectors who will check": no comma, and the group's subject points back."""
    subject = ahead.subject
    if subject is None or subject.lower not in _RELATIVE or ahead.negated or subject.index == 0:
        return False
    above = tree.words[tree.words[subject.head].head]
    return tree.words[subject.index - 1].text != "," and above.lower not in OTHERS


def others(ahead: Ahead) -> bool:
    """Say whether somebody acts whose deeds the seller cannot tell."""
    subject = ahead.subject
    if ahead.passive and subject is not None and subject.lower not in ("this", "it", "that", "you"):
        return False
    if subject is None:
        return False
    if subject.lower == "there" and ahead.becomes:
        return False
    return bool({subject.lower, subject.lemma} & OTHERS) or subject.lower in (
        "this", "that", "it", "which", "there", "these", "those",
    )  # fmt: skip


def shared(tree: Tree, ahead: Ahead) -> list[int] | None:
    """Return the verbs that share the helping words of a group; None as in `joined`.

    "Plan to buy a scanner and train the packers": the second may hang on "plan" instead.
    """
    found = joined(tree, ahead.verb)
    if found is None:
        return None
    for at in range(ahead.first, ahead.verb):
        for one in tree.children[at]:
            helping = {two.lower for two in tree.children[one.index] if two.dep in AUXILIARIES}
            alone = tree.child(one.index, SUBJECTS) is None and not helping - {"to"}
            if one.dep != "conj" or one.index <= ahead.verb or one.tag != "VB" or not alone:
                continue
            more = joined(tree, one.index)
            if more is None:
                return None
            found += [one.index, *more]
    return sorted(set(found))


def joined(tree: Tree, verb: int) -> list[int] | None:
    """Return the verbs that share a verb's helping words ("hire … and train …"), in order.

    None where something joined to it is no verb that can be told.
    """
    found: list[int] = []
    for one in tree.children[verb]:
        if one.dep != "conj" or one.index < verb:
            continue
        if any(two.dep == "neg" for two in tree.children[one.index]):
            return None
        helping = {two.lower for two in tree.children[one.index] if two.dep in ("aux", "auxpass")}
        if tree.child(one.index, SUBJECTS) is not None or helping - {"to"}:
            continue
        if not one.tag.startswith("VB"):
            if one.tag in ("NN", "NNP", "NNS", "JJ", "RB", "RBR", "CD", "IN"):
                return None
            continue
        if one.tag == "VBZ" or (one.tag == "VBD" and tree.words[verb].tag != "VBN"):
            return None
        more = joined(tree, one.index)
        if more is None:
            return None
        found += [one.index, *more]
    return sorted({*found, *_listed(tree, verb, {verb, *found})})


def _listed(tree: Tree, verb: int, chain: set[int]) -> list[int]:
    """ "Buy a scanner, print labels": verbs of a list that were hung on the thing before them."""
    found: list[int] = []
    for at in sorted(tree.below(verb)):
        word = tree.words[at]
        hidden = word.tag == "PDT" and is_verb(word.lower)  # "and triple the number"
        if at <= verb or at in chain or not (word.tag == "VB" or hidden):
            continue
        above = tree.words[word.head]
        before = tree.words[at - 1]
        alone = not any(one.dep in SUBJECTS | AUXILIARIES for one in tree.children[at])
        listed = before.text in (",", ";") or before.dep == "cc"
        listed = listed or (before.lower == "then" and tree.words[at - 2].text == ",")
        if alone and listed and (not above.tag.startswith("VB") or above.index in {*chain, *found}):
            found.append(at)
    return found


def end_of(tree: Tree, verb: int, gone: set[int]) -> int:
    """Return the index of the last word of a verb's own clause, where a day can follow."""
    own = set(own_words(tree, verb))
    for at in sorted(own):  # "the listings that have the problem" are one thing
        for one in tree.children[at]:
            below = tree.below(one.index)
            thing = one.dep == "relcl" or (one.dep == "acl" and one.tag == "VBN")
            if thing and tree.words[min(below) - 1].text != ",":
                own.update(below)
    own |= {at for at in gone if at > verb}
    end = _run(tree, verb, own)
    if end == verb and any(one.dep in ("ccomp", "xcomp") for one in tree.children[verb]):
        verbs = {one.index for one in tree.children[verb] if one.dep == "conj"}
        apart = {at for one in verbs for at in tree.below(one)}
        end = _run(tree, verb, set(tree.below(verb)) - apart)
    while end > verb and (end in gone or not tree.words[end].text[-1:].isalnum()
                          or tree.words[end].dep == "cc"):  # fmt: skip
        end -= 1
    words = tree.words
    if end - 1 > verb and [words[end - 1].lower, words[end].lower] == ["in", "order"]:
        end -= 2
    if end + 1 < len(words) and words[end + 1].lower in ("as", "than"):
        end = max(end, *tree.below(words[end + 1].head))  # "as many people as needed"
    return _closed(tree, verb, end)


_CLOSES = {")": "(", "]": "[", "”": "“", "’": "‘", "»": "«", '"': '"'}


def _closed(tree: Tree, verb: int, end: int) -> int:
    """Return the end with the signs after it that close a bracket or a quotation in the clause."""
    words = tree.words
    while end + 1 < len(words) and words[end + 1].text in _CLOSES:
        opening = _CLOSES[words[end + 1].text]
        if not any(one.text == opening for one in words[verb : end + 1]):
            break
        end += 1
    for at in range(verb + 1, end + 1):  # a quotation that ends with its own full stop
        closing = next((one for one, two in _CLOSES.items() if two == words[at].text), None)
        after = sum(one.text == closing for one in words[at + 1 : end + 1])
        paired = after % 2 == 1 if closing == words[at].text else after > 0
        if closing and not paired:
            return max(_worded(tree, at), verb)
        if closing == words[at].text:
            break  # straight signs: the first one opens
    return end


def _worded(tree: Tree, before: int) -> int:
    """Return the index of the last real word before a place."""
    return max((one.index for one in tree.words[:before] if one.text[-1:].isalnum()), default=0)


def _run(tree: Tree, verb: int, own: set[int]) -> int:
    end = verb
    while end + 1 in own:
        end += 1
    return end
