"""Whether a sentence, changed, still puts a deed ahead or lost its subject."""

from __future__ import annotations

from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.kinds import Kind
from appeal_lint.rewriting.task import Task
from appeal_lint.rewriting.verbs import own_words

_SINCE_THEN = frozenset({"from", "before", "until", "till", "by", "starting", "beginning"})


def still_ahead(task: Task, done: bool) -> bool:
    """Say whether words stay that put a deed ahead: "before the next Black Friday"."""
    left = next((at for at in sorted(task.inside) if at not in task.edits.gone), None)
    if done and left is not None and task.tree.words[left].lower in _SINCE_THEN:
        return True  # "before the month is out", "from the week that comes"
    own = {at for verb in task.kinds for at in own_words(task.tree, verb)}
    for at in sorted(own - task.edits.gone - set(task.edits.new)):
        low = task.tree.words[at].lower
        if not done and low == "next" and task.tree.words[at - 1].lower == "the":
            continue  # "on the next working day": whenever that is
        if low in ("next", "coming", "upcoming", "tomorrow", "comes"):
            return True
        if done and low in ("before", "until", "till") and task.tree.words[at].head in task.kinds:
            return task.kinds[task.tree.words[at].head] is Kind.DEED
    return done and any(
        word.dep == "advcl"
        and word.head in task.kinds
        and task.kinds[word.head] is Kind.DEED
        and any(one.lower in ("before", "until", "till") for one in task.tree.children[word.index])
        for word in task.tree.words
    )


def opens_well(task: Task, mains: list[Ahead]) -> bool:
    """Say whether the sentence, where its first words are gone, opens with a subject."""
    first = min(task.inside)
    if any(one.subject is not None and one.subject.index in task.edits.gone for one in mains):
        return False
    if first not in task.edits.gone or mains[0].plan is not None:
        return True
    left = next((at for at in sorted(task.inside) if at not in task.edits.gone), first)
    subject = mains[0].subject
    if left in task.edits.new or subject is None:
        return True
    begin = min(task.tree.below(subject.index))
    return left >= begin or task.tree.words[left].tag in ("RB", "CC", "IN", "WRB")
