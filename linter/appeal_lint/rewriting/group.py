"""Reads a verb group word by word: "are going to", "plan on", "will, from now on,"."""

from __future__ import annotations

from appeal_lint.language.inflection import is_adjective, is_verb
from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.doer import doer
from appeal_lint.rewriting.grammar import not_only
from appeal_lint.rewriting.words import BACKED, BE, BEFORE_ALREADY, FINITE_BE, INTENT, NOT
from appeal_lint.statements.tree import SUBJECTS, Tree

_MISTAGGED = frozenset({"NN", "NNP", "JJ", "UH", "NNS"})
"""What the tagger takes a verb of second-language English for."""
_NOTHING = frozenset({"no", "neither", "zero"})
_READY = frozenset({"ready", "committed", "determined", "set", "due", "scheduled"})
"""After "are" and before "to" they put the deed ahead."""
_OBJECTS = frozenset({"dobj"})
_GONNA = frozenset({"gon", "na", "gonna"})


def is_to(tree: Tree, at: int) -> bool:
    """Say whether the word "to" stands at a place."""
    return at < len(tree.words) and tree.words[at].lower == "to"


class Group:
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
            elif low in _GONNA or (low in ("going", "about") and is_to(self.tree, at + 1)):
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
        if not is_to(self.tree, to) or to + 1 >= len(words):
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
        subject = doer(self.tree, self.first, verb)
        return Ahead(self.first, verb, passive, self.negated, subject, becomes=becomes)
