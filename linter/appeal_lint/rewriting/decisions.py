"""What each verb of a promise becomes, with an eye to the verbs beside it."""

from __future__ import annotations

from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.kinds import Kind, kind
from appeal_lint.rewriting.place import shared
from appeal_lint.rewriting.task import Task
from appeal_lint.rewriting.times import times
from appeal_lint.rewriting.verbs import base
from appeal_lint.rewriting.words import BEGINNINGS, CHECKS, ONCE, listed

_LASTS = listed(
    "from starting beginning effective henceforth hereafter forward onwards future commencing"
)
"""What begins then is a practice."""


def decided(task: Task, mains: list[Ahead]) -> list[tuple[Ahead, list[int]]] | None:
    """Enter what each verb becomes, and return the groups with the verbs that share their words.

    None where one of the deeds cannot be told.
    """
    chains: list[tuple[Ahead, list[int]]] = []
    for main in mains:
        others_too = shared(task.tree, main)
        if others_too is None or not set(others_too) <= task.inside:
            return None
        if not _told(task, main):
            return None
        otherwise = _undecided(task, main)
        for verb in (main.verb, *others_too):
            alone = verb == main.verb
            passive = main.passive and (alone or task.tree.words[verb].tag in ("VBN", "VBD"))
            what = kind(task.tree, verb, passive=passive, negated=main.negated and alone,
                        subject=main.subject, otherwise=otherwise)  # fmt: skip
            if what is not None and _steady(task, main, verb):
                what = Kind.HABIT if not _begins(task, verb) else Kind.DEED
            if what is None:
                return None
            if not alone and (before := _leads(task, verb, (main.verb, *others_too))):
                what = before
            otherwise = what
            task.kinds[verb] = what
        chains.append((main, others_too))
        task.negated = task.negated or main.negated
    return chains


def _leads(task: Task, verb: int, chain: tuple[int, ...]) -> Kind | None:
    """Return the kind of the verb before, where both must be told alike.

    So it is with "hire and train a packer", which share one object, and "count, then sign".
    """
    before = max((one for one in chain if one < verb), default=verb)
    words = task.tree.words
    after = words[before + 1]
    alike = after.text == "," or after.tag == "CC" or words[verb - 1].lower == "then"
    return task.kinds.get(before) if alike else None


def _told(task: Task, main: Ahead) -> bool:
    """Say whether a group has a subject to tell its deed of, or can be given one."""
    first = main.first == min(task.inside)
    if not main.worth and any(one.dep == "advcl" for one in task.tree.children[main.verb]):
        return False  # "were a buyer to complain, I would call"
    before = [one.tag for one in task.tree.words[max(0, main.first - 2) : main.first]]
    if before == ["MD", "CC"]:
        return False  # "we must and will improve"
    return main.subject is not None or main.plan is not None or (first and not main.passive)


def _steady(task: Task, main: Ahead, verb: int) -> bool:
    """Say whether what is told in the present stays so: "from May our manager counts"."""
    person = main.subject is not None and task.tree.words[main.first].lower == "to"
    return person or (task.steady and not main.passive)


def _begins(task: Task, verb: int) -> bool:
    """Say whether a verb tells a beginning, which is over once it is done."""
    lemma = base(task.tree, verb)
    after = {one.lower for one in task.tree.words[verb + 1 : verb + 3]}
    return lemma in BEGINNINGS or (lemma, *after & {"live", "over"}) in (
        ("go", "live"), ("take", "over"),
    )  # fmt: skip


def _undecided(task: Task, main: Ahead) -> Kind:
    """Return what a deed becomes where nothing tells: "will be answering" is a habit."""
    words = task.tree.words
    going_on = words[main.verb].tag == "VBG" and any(
        one.lower == "be" for one in words[main.first : main.verb]
    )
    begins = {words[at].lower for at in times(task.tree, task.inside, done=True, negated=False)}
    lemma = base(task.tree, main.verb)
    lasts = bool(begins & _LASTS) and lemma not in ONCE | BEGINNINGS
    now = any(one.lower == "now" for one in words[main.first : main.verb])
    lasts = lasts or (now and lemma in CHECKS)
    beside = Kind.HABIT in task.kinds.values()
    going_on = going_on and lemma not in BEGINNINGS
    return Kind.HABIT if going_on or lasts or beside else Kind.DEED
