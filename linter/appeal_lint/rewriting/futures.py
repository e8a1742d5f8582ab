"""Finds the verb groups of a sentence that put a deed ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from appeal_lint.language.inflection import is_adjective, is_verb
from appeal_lint.language.spellings import SPELLINGS
from appeal_lint.language.word import Word
from appeal_lint.rewriting.grammar import not_only
from appeal_lint.rewriting.times import times
from appeal_lint.rewriting.words import (
    BACKED,
    BE,
    BEFORE_ALREADY,
    FINITE_BE,
    HAVE,
    INTENT,
    MODALS,
    NOT,
    PLANS,
)
from appeal_lint.statements.tree import SUBJECTS, Tree


@dataclass(slots=True)
class Ahead:
    """A verb group that looks ahead.

    Attributes:
        first: index of the word that opens it ("will", "are" of "are going to", "plan").
        verb: index of the verb that is to be done; "be" itself in "will be careful".
        passive: whether the deed is done to the subject.
        negated: whether it is not to be done.
        subject: the word that does it, None where there is none.
        plan: index where "our plan is to" begins, which gives way to "we".
        becomes: whether "there will be" tells of something that is then there.
        worth: whether it surely is ahead, not only by its modal ("would").

    """

    first: int
    verb: int
    passive: bool = False
    negated: bool = False
    subject: Word | None = None
    plan: int | None = None
    becomes: bool = False
    worth: bool = True


_MISTAGGED = frozenset({"NN", "NNP", "JJ", "UH", "NNS"})
"""What the tagger takes a verb of second-language English for."""


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
        found = planned or _Group(tree, at).read(at + 1, idiom=True)
        if found is not None and word.lower in ("would", "'d"):
            found.worth = False
        return found
    if word.lower in FINITE_BE and word.tag.startswith(("VB", "POS")):
        return (
            _planned(tree, at, at) or _Group(tree, at).read(at + 1, be=True) or _under_way(tree, at)
        )
    if at and tree.words[at - 1].lower in ("was", "were"):
        return None
    if word.lower in ("going", "gon") or (word.lower == "about" and _to(tree, at + 1)):
        return _Group(tree, at).read(at)
    if word.lower in HAVE and word.tag.startswith("VB"):
        return _Group(tree, at).read(at + 1, have=True)
    if word.lemma in INTENT and word.tag in ("VBP", "VBZ", "VB", "VBD") and not _own_have(word):
        lows = [one.lower for one in tree.words[at + 1 : at + 4]]
        if lows[:2] == ["to", "and"] and lows[2:] and lows[2] in MODALS:
            return _Group(tree, at).read(at + 4, idiom=True)  # "intend to and will replace"
        past = word.tag == "VBD" and word.lemma not in BACKED
        return None if past else _Group(tree, at).read(at)
    return None


def _under_way(tree: Tree, at: int) -> Ahead | None:
    """ "Is being set up"; "are hiring", where the sentence says that it comes."""
    words = tree.words
    verb = words[words[at].head] if words[at].dep in ("aux", "auxpass") else None
    if verb is None or verb.index <= at or verb.index > at + 4:
        return None
    lows = [one.lower for one in words[at + 1 : verb.index]]
    passive = "being" in lows and verb.tag in ("VBN", "VBD")
    if not passive and (verb.tag != "VBG" or not _comes(tree)):
        return None
    subject = tree.child(verb.index, SUBJECTS)
    return Ahead(at, verb.index, passive, bool(set(lows) & NOT), subject)


def _comes(tree: Tree) -> bool:
    """Say whether the sentence names a time that lies ahead."""
    return bool(times(tree, set(range(len(tree.words))), done=False, negated=False))


def present(tree: Tree) -> Iterator[Ahead]:
    """Yield the verbs in the present of a sentence that names a time ahead: "from now on we check".

    A verb that is held by "be" keeps it: "are checked".
    """
    if not _comes(tree):
        return
    for word in tree.words:
        if word.index in tree.quoted or word.tag not in ("VBP", "VBZ", "VBN"):
            continue
        subject = tree.child(word.index, SUBJECTS)
        helping = [one for one in tree.children[word.index] if one.dep in ("aux", "auxpass", "neg")]
        if subject is None or subject.index > word.index:
            continue
        if word.tag == "VBN":
            if len(helping) == 1 and helping[0].lower in ("is", "are"):
                yield Ahead(helping[0].index, word.index, True, False, subject)
        elif not helping and word.lemma not in INTENT | {"be", "have"}:
            yield Ahead(word.index, word.index, False, False, subject)


def in_progress(tree: Tree) -> Iterator[Ahead]:
    """Yield what the sentence says is being done: "we are currently hiring"."""
    for word in tree.words:
        helping = [one for one in tree.children[word.index] if one.dep == "aux"]
        subject = tree.child(word.index, SUBJECTS)
        if word.tag != "VBG" or len(helping) != 1 or subject is None:
            continue
        first = helping[0]
        between = {one.lower for one in tree.words[first.index + 1 : word.index]}
        said = first.lower in FINITE_BE and between & {"currently", "presently", "now", "already"}
        if said and word.index not in tree.quoted and not between & NOT:
            yield Ahead(first.index, word.index, subject=subject)


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
        if end is None or not _to(tree, end + 1):
            return None
        to = end + 1
    elif subject.lemma not in PLANS or not _to(tree, to):
        return None
    found = _Group(tree, at).read(to, idiom=True)
    if found is not None:
        found.plan = min(tree.below(subject.index))
        found.subject = None
    return found


def _to(tree: Tree, at: int) -> bool:
    return at < len(tree.words) and tree.words[at].lower == "to"


_NAMES = frozenset({"PRP", "NN", "NNS", "NNP"})
_NOTHING = frozenset({"no", "neither", "zero"})
_READY = frozenset({"ready", "committed", "determined", "set", "due", "scheduled"})
"""After "are" and before "to" they put the deed ahead."""
_OBJECTS = frozenset({"dobj"})
_GONNA = frozenset({"gon", "na", "gonna"})


class _Group:
    """Reads a verb group from its opening word on to the verb that is to be done."""

    def __init__(self, tree: Tree, first: int) -> None:
        self.tree = tree
        self.first = first
        self.negated = False

    def read(
        self, at: int, *, be: bool = False, have: bool = False, idiom: bool = False
    ) -> Ahead | None:
        """Return the group, or None where nothing in it looks ahead.

        Args:
            at: index of the first word to look at.
            be: whether a form of "be" stands before it.
            have: whether a form of "have" does.
            idiom: whether what stands before it looks ahead by itself.

        """
        words = self.tree.words
        last_be = at - 1 if be else None
        while at < len(words):
            word = words[at]
            low = word.lower
            if low in NOT or low in ("no", "longer"):
                self.negated = self.negated or not not_only(self.tree, at)
            elif low in BE and low not in FINITE_BE:
                be, last_be = True, at
            elif low in ("have", "has") and self._perfect(at):
                have = True
            elif low == "to" and (idiom or be):
                be, idiom = False, True  # "are to attend", "will to hire"
            elif low == "on" and idiom and words[at - 1].lemma == "plan":
                pass  # "plan on hiring"
            elif low in _GONNA or (low in ("going", "about") and _to(self.tree, at + 1)):
                be, idiom = False, True
            elif (skip := self._process(at)) is not None:
                at, be, idiom = skip, False, True
            elif self._intent(at, be, have):
                be = have = False
                idiom = True
            elif self._hyphened(at):
                return self._found(at, be, last_be, idiom)
            elif (
                word.tag in ("RB", "RBR", "RBS", "RP")
                or word.dep in ("advmod", "preconj")
                or low in BEFORE_ALREADY
            ):
                pass
            elif word.text == ",":
                end = self._aside(at)
                if end is None:
                    return None
                at = end
            else:
                return self._found(at, be, last_be, idiom)
            at += 1
        return None

    def _perfect(self, at: int) -> bool:
        after = [one for one in self.tree.words[at + 1 : at + 4] if not one.tag.startswith("RB")]
        return bool(after) and (after[0].lower == "been" or after[0].tag == "VBN")

    def _process(self, at: int) -> int | None:
        """ "In the process of", "working on": return the index of its last word."""
        words = self.tree.words
        lows = [one.lower for one in words[at : at + 5]]
        for form in (["in", "the", "process", "of"], ["in", "process", "of"],
                     ["in", "the", "middle", "of"], ["working", "on"], ["working", "towards"],
                     ["committed", "to"]):  # fmt: skip
            if lows[: len(form)] == form and at + len(form) < len(words):
                after = words[at + len(form)]
                if after.tag == "VBG":
                    return at + len(form) - 1
        return None

    def _intent(self, at: int, be: bool, have: bool) -> bool:
        """Say whether a verb before "to" puts what follows ahead."""
        words = self.tree.words
        word = words[at]
        if word.lemma not in INTENT and word.lower not in _READY:
            return False
        to = at + 1
        if word.lemma == "plan" and [one.lower for one in words[to : to + 1]] == ["on"]:
            return words[to + 1 : to + 2] != () and words[to + 1].tag == "VBG"
        while to < len(words) and words[to].tag == "RB":
            self.negated = self.negated or words[to].lower in NOT
            to += 1
        if not _to(self.tree, to) or to + 1 >= len(words):
            return False
        if have and word.lemma not in BACKED:
            return False
        after = next((one for one in words[to + 1 :] if one.tag not in ("RB", "RBR")), None)
        gerund = after is not None and after.tag == "VBG" and word.lemma == "commit"
        return after is not None and (after.tag in ("VB", "VBP") or gerund)

    def _hyphened(self, at: int) -> bool:
        """Say whether a word is the first part of one with a hyphen: "double-check"."""
        words = self.tree.words
        return (
            at + 2 < len(words)
            and words[at + 1].text == "-"
            and words[at + 1].start == words[at].end
        )

    def _aside(self, at: int) -> int | None:
        """ "Will, from now on, check": return the index of the second comma."""
        for end in range(at + 1, min(at + 8, len(self.tree.words))):
            word = self.tree.words[end]
            if word.text == ",":
                return end
            if word.tag.startswith("VB") or word.dep in SUBJECTS:
                return None
        return None

    def _found(self, at: int, be: bool, last_be: int | None, idiom: bool) -> Ahead | None:
        word = self.tree.words[at]
        if not idiom:
            return None
        verbal = word.tag.startswith("VB")
        words = self.tree.words
        while self._hyphened(at):
            at += 2  # "re-weigh": the last part is inflected
            word = words[at]
            verbal = True
        if be and last_be is not None and not verbal:
            bare = word.index == last_be + 1 and word.tag in ("NN", "JJ")
            if bare and is_verb(word.lower) and not is_adjective(word.lower):
                return None  # "will be count"
            verb, passive = last_be, False
        elif is_adjective(word.lower) and not is_verb(word.lemma):
            return None  # "will strict control quality"
        elif verbal or (word.tag in _MISTAGGED and is_verb(word.lower)):
            active = word.tag == "VBG" or (
                word.tag == "VB" and self.tree.child(at, _OBJECTS) is not None
            )  # "will be provide tracking" is no passive
            verb, passive = at, be and not active
        else:
            return None
        if be and verbal and word.dep in ("amod", "compound") and last_be is not None:
            verb, passive = last_be, False
        becomes = verb + 1 < len(words) and words[verb + 1].tag in ("DT", "CD", "JJ")
        becomes = becomes and words[verb].lower == "be" and words[verb + 1].lower not in _NOTHING
        subject = self._subject(verb)
        return Ahead(self.first, verb, passive, self.negated, subject, becomes=becomes)

    def _subject(self, verb: int) -> Word | None:
        tree = self.tree
        for at in (verb, self.first, tree.words[self.first].head):
            subject = tree.child(at, SUBJECTS)
            if subject is not None and subject.lower in ("going", "moving", "starting"):
                break  # "going forward our team shall …"
            if subject is not None and subject.index < verb:
                return subject
        else:
            subject = None
        nouns = [one for one in tree.words[: self.first] if one.tag in _NAMES]
        if subject is not None and subject.lower in ("going", "moving", "starting"):
            return nouns[-1] if nouns else None
        at = verb
        while tree.words[at].dep in ("conj", "xcomp", "pcomp", "acomp", "prep") or at == verb:
            above = tree.words[at].head
            if above == at:
                break
            at = above
            subject = tree.child(at, SUBJECTS)
            if subject is not None and subject.index < self.first:
                return subject
        near = nouns[-1] if nouns and nouns[-1].index >= self.first - 2 else None
        return None if near is None or near.dep in ("pobj", "dobj", "npadvmod") else near
