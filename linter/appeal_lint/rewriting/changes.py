"""What has to become of the words of a sentence so that its promises are told as done."""

from __future__ import annotations

from dataclasses import dataclass

from appeal_lint.rewriting import day as days
from appeal_lint.rewriting.bare import bare
from appeal_lint.rewriting.edits import Edits
from appeal_lint.rewriting.form import Writer
from appeal_lint.rewriting.futures import Ahead, aheads
from appeal_lint.rewriting.kinds import Kind, kind
from appeal_lint.rewriting.place import Place, end_of, joined, others, place
from appeal_lint.rewriting.times import times
from appeal_lint.rewriting.words import DOUBT, PLANS, VOWS
from appeal_lint.statements.tree import SUBJECTS, Tree


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sentence is to be rewritten by.

    Attributes:
        day: when it was done, as the user wrote it; empty where that is not known.
        voice: "we" or "I", as the letter speaks of the seller.
        known: verbs in their base forms.
        other: whether a deed is told as a habit and a habit as a deed, where either may be right.

    """

    day: str = ""
    voice: str = "we"
    known: frozenset[str] = frozenset()


def changes(tree: Tree, inside: set[int], asked: Asked) -> Edits | None:
    """Return the changes to a sentence, or None where there is no honest plain rewrite.

    Args:
        tree: the sentence.
        inside: indexes of the words that may be changed.
        asked: see `Asked`.

    """
    if {tree.words[at].lower for at in inside} & DOUBT or "?" in tree.words[-1].text:
        return None
    groups = [one for one in aheads(tree) if {one.first, one.verb} <= inside]
    placed = [(one, place(tree, one)) for one in groups]
    mains = [one for one, where in placed if where is Place.MAIN and not others(tree, one.subject)]
    if not mains:
        alone = None if groups else bare(tree, inside, asked.known)
        return None if alone is None else _Change(tree, inside, asked).made([alone], [])
    relative = [one for one, where in placed if where is Place.RELATIVE]
    return _Change(tree, inside, asked).made(mains, relative)


class _Change:
    """The changes to one sentence in the making."""

    def __init__(self, tree: Tree, inside: set[int], asked: Asked) -> None:
        self.tree = tree
        self.inside = inside
        self.asked = asked
        self.edits = Edits(tree.words)
        self.kinds: dict[int, Kind] = {}
        self.negated = False

    def made(self, mains: list[Ahead], relative: list[Ahead]) -> Edits | None:
        """Return the changes, or None where one of the deeds cannot be told."""
        chains: list[tuple[Ahead, list[int]]] = []
        for main in mains:
            others_too = joined(self.tree, main.verb)
            if others_too is None or not set(others_too) <= self.inside:
                return None
            for verb in (main.verb, *others_too):
                passive = main.passive and self.tree.words[verb].tag in ("VBN", "VBD")
                negated = main.negated and verb == main.verb
                what = kind(self.tree, verb, passive=passive or verb == main.verb and main.passive,
                            negated=negated)  # fmt: skip
                if what is None:
                    return None
                self.kinds[verb] = what
            chains.append((main, others_too))
            self.negated = self.negated or main.negated
        done = Kind.DEED in self.kinds.values()
        since = "" if done else days.since(self.asked.day)
        self._write(chains, relative, since)
        self._vow(mains)
        self._times(done)
        if done:
            self._dated()
        elif since:
            self._since(mains[0], since)
        return self.edits if self.edits.touched <= self.inside else None

    def _write(
        self, chains: list[tuple[Ahead, list[int]]], relative: list[Ahead], since: str
    ) -> None:
        writer = Writer(self.tree, self.edits, since=bool(since))
        for main, more in chains:
            subject = self._subject(main)
            if subject and since:
                subject = f"{since}, {subject}"
            elif main.plan is not None:
                self.edits.drop(range(main.plan, main.first))
            writer.opening(main, self.kinds[main.verb], subject)
            if subject and min(self.inside) == main.first:
                first = self.edits.new[main.first]
                upper = self.tree.words[main.first].text[:1].isupper()
                self.edits.new[main.first] = first[:1].upper() + first[1:] if upper else first
            last = self.kinds[main.verb]
            for verb in more:
                last = self._joined(writer, main, verb, last)
        for one in relative:
            quiet = Writer(self.tree, self.edits, since=True)
            quiet.opening(one, Kind.HABIT)

    def _subject(self, main: Ahead) -> str:
        """Return the subject that the sentence lacks."""
        if main.plan is not None:
            mine = any(self.tree.words[at].lower == "my" for at in range(main.plan, main.first))
            return "I" if mine else "we"
        words = self.tree.words
        if main.subject is None and main.first == min(self.inside):
            return self.asked.voice if words[main.first].lower != "will" else self.asked.voice
        return ""

    def _joined(self, writer: Writer, main: Ahead, verb: int, last: Kind) -> Kind:
        """Write a verb that shared the helping words of another; return its kind."""
        tree, edits = self.tree, self.edits
        word = tree.words[verb]
        passive = main.passive and word.tag in ("VBN", "VBD")
        what = self.kinds[main.verb] if passive else self.kinds[verb]
        self.kinds[verb] = what
        own = Ahead(verb, verb, passive=passive, subject=main.subject)
        text = writer.verb(own, what)
        if not passive and (what is not last or main.passive):
            helper = self._helper(own, what)
            text = f"{helper} {text}" if helper else text
        edits.new[verb] = text
        edits.drop([one.index for one in tree.children[verb]
                    if one.index < verb and one.lower in ("to", "immediately", "soon", "now")])  # fmt: skip
        return what

    def _helper(self, own: Ahead, what: Kind) -> str:
        from appeal_lint.rewriting.grammar import have  # noqa: PLC0415

        return have(self.tree, own.subject) if what is Kind.DEED else "now"

    def _vow(self, mains: list[Ahead]) -> None:
        """Take out "we promise that", which a finished deed does not need."""
        tree = self.tree
        for main in mains:
            told = tree.words[main.verb]
            while told.dep in ("conj", "xcomp") and told.head != told.index:
                told = tree.words[told.head]
            above = tree.words[told.head]
            if told.dep != "ccomp" or above.index > told.index:
                continue
            subject = tree.child(above.index, SUBJECTS)
            if subject is None or any(one.first <= above.index <= one.verb for one in mains):
                continue
            vow = above.lemma in VOWS and subject.lower in ("we", "i")
            plan = above.lemma == "be" and subject.lemma in PLANS
            if not (vow or plan):
                continue
            start = min(tree.below(subject.index))
            end = min(tree.below(told.index))
            if tree.words[end].lower == "that" and tree.words[end].dep == "mark":
                end += 1
            self.edits.drop(range(start, end))

    def _times(self, done: bool) -> None:
        tree = self.tree
        apart = {
            at
            for word in tree.words
            if word.dep in ("relcl", "advcl", "acl", "ccomp")
            and tree.child(word.index, SUBJECTS) is not None
            and word.index not in self.kinds
            and not any(at in self.kinds for at in tree.below(word.index))
            for at in tree.below(word.index)
        }
        fixed = set(self.edits.new) | set(self.edits.after)
        look = {at for at in self.inside - apart if at not in fixed and at not in tree.quoted}
        self.edits.drop(times(tree, look, done=done, negated=self.negated))

    def _dated(self) -> None:
        """Put the day at the end of the clause of the last deed."""
        said = days.when(self.asked.day)
        if not said:
            return
        verb = max(at for at, what in self.kinds.items() if what is Kind.DEED)
        end = end_of(self.tree, verb, self.edits.gone)
        rest = [one for one in self.tree.words[end + 1 :] if one.index not in self.edits.gone]
        closes = not rest or rest[0].text[:1] in ".,;:!?)" or rest[0].index not in self.inside
        text = f", {said}" if closes else f", {said},"
        self.edits.after[end] = self.edits.after.get(end, "") + text

    def _since(self, main: Ahead, since: str) -> None:
        """Put "since 3 May," before the subject."""
        if main.subject is None:
            return
        at = min(self.tree.below(main.subject.index))
        while at in self.edits.gone:
            at += 1
        self.edits.before[at] = f"{since},"
