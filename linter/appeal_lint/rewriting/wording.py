"""Writes the verbs of a promise anew, and the subject it lacks."""

from __future__ import annotations

from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.form import Writer
from appeal_lint.rewriting.grammar import have
from appeal_lint.rewriting.kinds import Kind
from appeal_lint.rewriting.task import Task


def write(
    task: Task, chains: list[tuple[Ahead, list[int]]], relative: list[Ahead], since: str
) -> None:
    """Write every verb of a promise, and those of its relative clauses.

    Args:
        task: the sentence, with what each verb becomes.
        chains: the verb groups, each with the verbs that share its helping words.
        relative: the groups in relative clauses, which become habits.
        since: since when a habit is in force; empty where that is not said.

    """
    writer = Writer(task.tree, task.edits, since=bool(since))
    for main, more in chains:
        subject = _subject(task, main)
        if subject and since:
            subject = f"{since}, {subject}"
        if main.plan is not None:
            task.edits.drop(range(main.plan, main.first))
        writer.opening(main, task.kinds[main.verb], subject)
        if subject and min(task.inside) == main.first:
            first = task.edits.new.get(main.first, "")
            upper = task.tree.words[main.first].text[:1].isupper()
            if first:
                task.edits.new[main.first] = first[:1].upper() + first[1:] if upper else first
        last = task.kinds[main.verb]
        for verb in more:
            last = _joined(task, writer, main, verb, last)
    for one in relative:
        quiet = Writer(task.tree, task.edits, since=True)
        quiet.opening(one, Kind.HABIT)


def _subject(task: Task, main: Ahead) -> str:
    """Return the subject that the sentence lacks."""
    if main.plan is not None:
        mine = any(task.tree.words[at].lower == "my" for at in range(main.plan, main.verb))
        return "I" if mine else "we"
    if main.subject is None and main.first == min(task.inside):
        return task.asked.voice
    return ""


def _joined(task: Task, writer: Writer, main: Ahead, verb: int, last: Kind) -> Kind:
    """Write a verb that shared the helping words of another; return its kind."""
    tree, edits = task.tree, task.edits
    word = tree.words[verb]
    passive = main.passive and word.tag in ("VBN", "VBD")
    what = task.kinds[main.verb] if passive else task.kinds[verb]
    task.kinds[verb] = what
    own = Ahead(verb, verb, passive=passive, subject=main.subject)
    text = writer.verb(own, what)
    if not passive and (what is not last or main.passive):
        helper = _helper(task, own, what)
        text = f"{helper} {text}" if helper else text
    edits.new[verb] = text
    weak = ("to", "immediately", "soon", "now")
    before = [one for one in tree.children[verb] if one.index < verb and one.lower in weak]
    edits.drop([one.index for one in before])
    return what


def _helper(task: Task, own: Ahead, what: Kind) -> str:
    return have(task.tree, own.subject) if what is Kind.DEED else "now"
