"""Writes a promised deed as finished, or as a practice in force."""

from __future__ import annotations

from appeal_lint.language.inflection import inflected
from appeal_lint.language.word import Word
from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.edits import Edits
from appeal_lint.rewriting.grammar import be, have, not_only, present
from appeal_lint.rewriting.kinds import Kind
from appeal_lint.rewriting.verbs import base
from appeal_lint.rewriting.words import BEFORE_ALREADY, DROPPED, INSTEAD_OF_ALREADY, NOT
from appeal_lint.statements.tree import Tree

_ENDED = frozenset({"over", "done", "finished", "ready", "complete", "live", "gone"})
_LEFT_OUT = NOT | DROPPED | {"no", "longer", "to", "about", "the"}
"""Words between the helping word and the verb that do not stay."""
_STEADY = frozenset({"continue", "keep", "remain", "stay"})


class Writer:
    """Writes the verbs of one sentence anew.

    Args:
        tree: the sentence.
        edits: takes the changes.
        marked: whether "already" and "now" are wanted at all; not where the user says since when.

    """

    def __init__(self, tree: Tree, edits: Edits, *, since: bool = False) -> None:
        self.tree = tree
        self.edits = edits
        self._since = since
        self._said = {
            one.lower for one in tree.words if one.lower == "now" and not _from(tree, one)
        }

    def opening(self, ahead: Ahead, kind: Kind, subject: str = "") -> None:
        """Write a verb group: helping words in place of its first word, the verb after them.

        Args:
            ahead: the group.
            kind: what it becomes.
            subject: a subject to put before it, where the sentence has none.

        """
        words = self.tree.words
        first = ahead.first
        if first and words[first - 1].dep in ("aux", "auxpass") and words[first].lower in (
            "going", "gon", "about"
        ):  # fmt: skip
            first -= 1
        between = [words[at] for at in range(first + 1, ahead.verb)]
        if any(one.lower == "now" for one in between):
            self._said.discard("now")
        while between and between[-1].text == "-":
            del between[-2:]  # "re-weigh" stays one word
        kept = [
            one
            for one in between
            if (one.tag in ("RB", "RBR", "DT", "CC") or _part(one, ahead))
            and not (ahead.negated and one.lower in ("more", "any"))
            and (one.lower not in _LEFT_OUT or not_only(self.tree, one.index))
            and not self._inside_aside(one.index, first)
            and not (one.tag == "CC" and words[one.index - 1].lower == "to")
            and (one.dep != "preconj" or one.lower == "not")
        ]
        own = ahead.subject is None and ahead.plan is None and self._own_first(first, ahead.verb)
        lows = {one.lower for one in kept} | ({words[first].lower} if own else set())
        self.edits.drop([one.index for one in between if one not in kept])
        lead = self._lead(ahead, kind, lows)
        pivot = next((one.index for one in kept if one.lower in BEFORE_ALREADY), None)
        helper, _, adverb = lead.partition(" ")
        parts = [subject] if subject else []
        if kind is Kind.DEED and pivot is not None and adverb:
            self.edits.after[pivot] = f" {adverb}"
            lead = helper
        text = " ".join([*parts, lead]).strip()
        if words[ahead.verb].text.isupper() and len(words[ahead.verb].text) > 2:
            text = text.upper()
        if ahead.verb == first:  # a bare verb
            self.edits.new[first] = " ".join([text, self.verb(ahead, kind)]).strip()
            return
        if own:
            self.edits.before[first] = text
        elif text:
            self.edits.new[first] = text
        else:
            self.edits.drop([first])
        self.edits.new[ahead.verb] = self.verb(ahead, kind)

    def _own_first(self, first: int, verb: int) -> bool:
        """Say whether a line opens with a word that stays: "Regularly clean", "Double-check"."""
        word, after = self.tree.words[first : first + 2]
        hyphened = after.text == "-" and first + 2 == verb
        return hyphened or (word.tag == "RB" and word.lower not in NOT | DROPPED)

    def _inside_aside(self, at: int, first: int) -> bool:
        """Say whether a word stands between the two commas of "will, from now on, check"."""
        before = sum(one.text == "," for one in self.tree.words[first:at])
        return before % 2 == 1

    def _lead(self, ahead: Ahead, kind: Kind, lows: set[str]) -> str:
        """Return the helping words before the verb and what goes with them."""
        subject = ahead.subject
        if kind is Kind.DEED:
            helper = have(self.tree, subject)
            been = " been" if ahead.passive else ""
            if lows & (INSTEAD_OF_ALREADY | NOT) or "already" in self._said:
                return f"{helper}{been}"
            self._said.add("already")
            return f"{helper} already{been}"
        helping = be(self.tree, subject) if ahead.passive else ""
        if ahead.negated:
            return f"{helping} no longer".strip()
        lemma = base(self.tree, ahead.verb)
        if lemma == "be":
            helping = ""
        elif self._since or "now" in self._said or lemma in _STEADY:
            return helping
        self._said.add("now")
        return "" if lemma == "be" else f"{helping} now".strip()

    def verb(self, ahead: Ahead, kind: Kind) -> str:
        """Return the verb in the form that goes with the helping words."""
        lemma = base(self.tree, ahead.verb)
        word = self.tree.words[ahead.verb]
        if ahead.passive:
            participle = word.tag == "VBN" and word.lower != word.lemma
            form = word.lower if participle else inflected(lemma, "VBN")
        elif kind is Kind.DEED:
            form = inflected(lemma, "VBN")
        elif lemma == "be":
            form = be(self.tree, ahead.subject)
            if not ahead.negated and not self._since:
                after = self.tree.words[ahead.verb + 1 : ahead.verb + 2]
                form += " already" if after and after[0].lower in _ENDED else " now"
            elif ahead.negated:
                form += " no longer"
        elif lemma == "have":
            form = have(self.tree, ahead.subject)
        else:
            form = inflected(lemma, present(self.tree, ahead.subject))
        return form.upper() if word.text.isupper() and len(word.text) > 2 else form


def _part(one: Word, ahead: Ahead) -> bool:
    """ "Double check": what stands right before the verb goes with it."""
    if one.index != ahead.verb - 1:
        return False
    return one.tag in ("JJ", "NN") or (one.tag == "VB" and one.dep in ("advmod", "amod"))


def _from(tree: Tree, now: Word) -> bool:
    """ "From now on", "right now": these go."""
    before = tree.words[now.index - 1].lower if now.index else ""
    return before in ("from", "for", "of", "right", "starting", "by")
