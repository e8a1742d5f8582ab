"""Takes out what a finished deed has no place for: the vow before it and times ahead."""

from __future__ import annotations

from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.task import Task
from appeal_lint.rewriting.times import times
from appeal_lint.rewriting.words import PLANS, VOWS
from appeal_lint.statements.tree import SUBJECTS


def drop_vow(task: Task, mains: list[Ahead]) -> None:
    """Take out "we promise that", which a finished deed does not need."""
    tree = task.tree
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
        task.edits.drop(range(start, end))


def drop_times(task: Task, done: bool) -> None:
    """Take out the words for times ahead; what a clause of its own tells of stays."""
    tree = task.tree
    apart = {
        at
        for word in tree.words
        if word.dep in ("relcl", "advcl", "acl", "ccomp")
        and tree.child(word.index, SUBJECTS) is not None
        and word.index not in task.kinds
        and not any(at in task.kinds for at in tree.below(word.index))
        for at in tree.below(word.index)
    }
    fixed = set(task.edits.new) | set(task.edits.after)
    look = {at for at in task.inside - apart if at not in fixed and at not in tree.quoted}
    task.edits.drop(times(tree, look, done=done, negated=task.negated))
