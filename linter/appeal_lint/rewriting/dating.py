"""Puts the day that the user names into a sentence."""

from __future__ import annotations

from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.day import when
from appeal_lint.rewriting.kinds import Kind
from appeal_lint.rewriting.place import end_of
from appeal_lint.rewriting.task import Task
from appeal_lint.statements.tree import SUBJECTS


def put_day(task: Task) -> None:
    """Put the day at the end of the clause of the last deed."""
    said = when(task.asked.day)
    if not said:
        return
    verb = max(at for at, what in task.kinds.items() if what is Kind.DEED)
    end = end_of(task.tree, verb, task.edits.gone)
    rest = [one for one in task.tree.words[end + 1 :] if one.index not in task.edits.gone]
    closes = not rest or rest[0].text[:1] in ".,;:!?)"
    text = f", {said}" if closes else f", {said},"
    task.edits.after[end] = task.edits.after.get(end, "") + text


def put_since(task: Task, main: Ahead, since: str) -> None:
    """Put "since 3 May," before the subject."""
    if main.subject is None:
        return
    at = min(task.tree.below(main.subject.index))
    for one in task.tree.children[main.verb]:
        clause = one.dep == "advcl" and task.tree.child(one.index, SUBJECTS) is not None
        if clause and min(task.tree.below(one.index)) == min(task.inside) < at:
            at = min(task.inside)  # "since 3 May, if a buyer complains, we …"
    while at in task.edits.gone:
        at += 1
    after_that = at > min(task.inside) and task.tree.words[at - 1].lower == "that"
    task.edits.before[at] = since if after_that else f"{since},"
