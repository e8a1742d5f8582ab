"""What has to become of the words of a sentence so that its promises are told as done."""

from __future__ import annotations

from dataclasses import dataclass

from appeal_lint.rewriting import day as days
from appeal_lint.rewriting.bare import bare
from appeal_lint.rewriting.edits import Edits
from appeal_lint.rewriting.form import Writer
from appeal_lint.rewriting.futures import Ahead, aheads, in_progress, present
from appeal_lint.rewriting.grammar import have
from appeal_lint.rewriting.kinds import Kind, base, kind, own_words
from appeal_lint.rewriting.place import Place, end_of, others, place, shared
from appeal_lint.rewriting.times import times
from appeal_lint.rewriting.words import BEGINNINGS, CHECKS, DOUBT, ONCE, PLANS, VOWS, listed
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
    if any(one.lower == "either" and one.dep in ("cc", "preconj") for one in tree.words):
        return None  # which of the two was done, nobody knows
    if any("](" in one.text and _linked_verb(tree, one.index) for one in tree.words):
        return None
    groups = [one for one in aheads(tree) if {one.first, one.verb} <= inside]
    placed = [(one, place(tree, one)) for one in groups]
    mains = [one for one, where in placed if where is Place.MAIN and not others(one)]
    if any(where is Place.MAIN and one.passive and others(one) for one, where in placed):
        return None
    if not groups:
        mains = [
            one
            for one in present(tree)
            if {one.first, one.verb} <= inside
            and place(tree, one) is Place.MAIN
            and not others(one)
        ][:1]
        if mains:
            return _Change(tree, inside, asked, steady=True).made(mains, [])
        mains = [one for one in in_progress(tree) if {one.first, one.verb} <= inside
                 and place(tree, one) is Place.MAIN and not others(one)]  # fmt: skip
    if not mains:
        alone = None if groups else bare(tree, inside, asked.known)
        return None if alone is None else _Change(tree, inside, asked).made([alone], [])
    relative = [one for one, where in placed if where is Place.RELATIVE]
    return _Change(tree, inside, asked).made(mains, relative)


_SINCE_THEN = frozenset({"from", "before", "until", "till", "by", "starting", "beginning"})


def _linked_verb(tree: Tree, at: int) -> bool:
    """ "And [train](https://…) them": a link hides the verb that would have to change."""
    return at > 1 and tree.words[at - 2].tag in ("CC", "MD", "TO", ",")


_LASTS = listed(
    "from starting beginning effective henceforth hereafter forward onwards future commencing"
)
"""What begins then is a practice."""


class _Change:
    """The changes to one sentence in the making."""

    def __init__(self, tree: Tree, inside: set[int], asked: Asked, *, steady: bool = False) -> None:
        self.steady = steady
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
            others_too = shared(self.tree, main)
            if others_too is None or not set(others_too) <= self.inside:
                return None
            if not self._told(main):
                return None
            otherwise = self._undecided(main)
            for verb in (main.verb, *others_too):
                alone = verb == main.verb
                passive = main.passive and (alone or self.tree.words[verb].tag in ("VBN", "VBD"))
                what = kind(self.tree, verb, passive=passive, negated=main.negated and alone,
                            subject=main.subject, otherwise=otherwise)  # fmt: skip
                if what is not None and self._steady(main, verb):
                    what = Kind.HABIT if not self._begins(verb) else Kind.DEED
                if what is None:
                    return None
                if not alone and (before := self._leads(verb, (main.verb, *others_too))):
                    what = before
                otherwise = what
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
        fits = self.edits.touched <= self.inside and self._opens_well(mains)
        return self.edits if fits and not self._still_ahead(done) else None

    def _leads(self, verb: int, chain: tuple[int, ...]) -> Kind | None:
        """Return the kind of the verb before, where both must be told alike.

        So it is with "hire and train a packer", which share one object, and "count, then sign".
        """
        before = max((one for one in chain if one < verb), default=verb)
        words = self.tree.words
        after = words[before + 1]
        alike = after.text == "," or after.tag == "CC" or words[verb - 1].lower == "then"
        return self.kinds.get(before) if alike else None

    def _still_ahead(self, done: bool) -> bool:
        """Say whether words stay that put a deed ahead: "before the next Black Friday"."""
        left = next((at for at in sorted(self.inside) if at not in self.edits.gone), None)
        if done and left is not None and self.tree.words[left].lower in _SINCE_THEN:
            return True  # "before the month is out", "from the week that comes"
        own = {at for verb in self.kinds for at in own_words(self.tree, verb)}
        for at in sorted(own - self.edits.gone - set(self.edits.new)):
            low = self.tree.words[at].lower
            if not done and low == "next" and self.tree.words[at - 1].lower == "the":
                continue  # "on the next working day": whenever that is
            if low in ("next", "coming", "upcoming", "tomorrow", "comes"):
                return True
            if (
                done
                and low in ("before", "until", "till")
                and self.tree.words[at].head in self.kinds
            ):
                return self.kinds[self.tree.words[at].head] is Kind.DEED
        return done and any(
            word.dep == "advcl"
            and word.head in self.kinds
            and self.kinds[word.head] is Kind.DEED
            and any(
                one.lower in ("before", "until", "till") for one in self.tree.children[word.index]
            )
            for word in self.tree.words
        )

    def _opens_well(self, mains: list[Ahead]) -> bool:
        """Say whether the sentence, where its first words are gone, opens with a subject."""
        first = min(self.inside)
        if any(one.subject is not None and one.subject.index in self.edits.gone for one in mains):
            return False
        if first not in self.edits.gone or mains[0].plan is not None:
            return True
        left = next((at for at in sorted(self.inside) if at not in self.edits.gone), first)
        subject = mains[0].subject
        if left in self.edits.new or subject is None:
            return True
        begin = min(self.tree.below(subject.index))
        return left >= begin or self.tree.words[left].tag in ("RB", "CC", "IN", "WRB")

    def _told(self, main: Ahead) -> bool:
        """Say whether a group has a subject to tell its deed of, or can be given one."""
        first = main.first == min(self.inside)
        if not main.worth and any(one.dep == "advcl" for one in self.tree.children[main.verb]):
            return False  # "were a buyer to complain, I would call"
        before = [one.tag for one in self.tree.words[max(0, main.first - 2) : main.first]]
        if before == ["MD", "CC"]:
            return False  # "we must and will improve"
        return main.subject is not None or main.plan is not None or (first and not main.passive)

    def _steady(self, main: Ahead, verb: int) -> bool:
        """Say whether what is told in the present stays so: "from May our manager counts"."""
        person = main.subject is not None and self.tree.words[main.first].lower == "to"
        return person or (self.steady and not main.passive)

    def _begins(self, verb: int) -> bool:
        """Say whether a verb tells a beginning, which is over once it is done."""
        lemma = base(self.tree, verb)
        after = {one.lower for one in self.tree.words[verb + 1 : verb + 3]}
        return lemma in BEGINNINGS or (lemma, *after & {"live", "over"}) in (
            ("go", "live"), ("take", "over"),
        )  # fmt: skip

    def _undecided(self, main: Ahead) -> Kind:
        """Return what a deed becomes where nothing tells: "will be answering" is a habit."""
        words = self.tree.words
        going_on = words[main.verb].tag == "VBG" and any(
            one.lower == "be" for one in words[main.first : main.verb]
        )
        begins = {words[at].lower for at in times(self.tree, self.inside, done=True, negated=False)}
        lemma = base(self.tree, main.verb)
        lasts = bool(begins & _LASTS) and lemma not in ONCE | BEGINNINGS
        now = any(one.lower == "now" for one in words[main.first : main.verb])
        lasts = lasts or (now and lemma in CHECKS)
        beside = Kind.HABIT in self.kinds.values()
        going_on = going_on and lemma not in BEGINNINGS
        return Kind.HABIT if going_on or lasts or beside else Kind.DEED

    def _write(
        self, chains: list[tuple[Ahead, list[int]]], relative: list[Ahead], since: str
    ) -> None:
        writer = Writer(self.tree, self.edits, since=bool(since))
        for main, more in chains:
            subject = self._subject(main)
            if subject and since:
                subject = f"{since}, {subject}"
            if main.plan is not None:
                self.edits.drop(range(main.plan, main.first))
            writer.opening(main, self.kinds[main.verb], subject)
            if subject and min(self.inside) == main.first:
                first = self.edits.new.get(main.first, "")
                upper = self.tree.words[main.first].text[:1].isupper()
                if first:
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
            mine = any(self.tree.words[at].lower == "my" for at in range(main.plan, main.verb))
            return "I" if mine else "we"
        if main.subject is None and main.first == min(self.inside):
            return self.asked.voice
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
        weak = ("to", "immediately", "soon", "now")
        before = [one for one in tree.children[verb] if one.index < verb and one.lower in weak]
        edits.drop([one.index for one in before])
        return what

    def _helper(self, own: Ahead, what: Kind) -> str:
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
        closes = not rest or rest[0].text[:1] in ".,;:!?)"
        text = f", {said}" if closes else f", {said},"
        self.edits.after[end] = self.edits.after.get(end, "") + text

    def _since(self, main: Ahead, since: str) -> None:
        """Put "since 3 May," before the subject."""
        if main.subject is None:
            return
        at = min(self.tree.below(main.subject.index))
        for one in self.tree.children[main.verb]:
            clause = one.dep == "advcl" and self.tree.child(one.index, SUBJECTS) is not None
            if clause and min(self.tree.below(one.index)) == min(self.inside) < at:
                at = min(self.inside)  # "since 3 May, if a buyer complains, we …"
        while at in self.edits.gone:
            at += 1
        after_that = at > min(self.inside) and self.tree.words[at - 1].lower == "that"
        self.edits.before[at] = since if after_that else f"{since},"
