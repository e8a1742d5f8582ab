"""What has to become of the words of a sentence so that its promises are told as done."""

from __future__ import annotations

from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.bare import bare
from appeal_lint.rewriting.dating import put_day, put_since
from appeal_lint.rewriting.day import since as since_when
from appeal_lint.rewriting.decisions import decided
from appeal_lint.rewriting.edits import Edits
from appeal_lint.rewriting.futures import aheads
from appeal_lint.rewriting.kinds import Kind
from appeal_lint.rewriting.place import Place, others, place
from appeal_lint.rewriting.present import in_progress, present
from appeal_lint.rewriting.removals import drop_times, drop_vow
from appeal_lint.rewriting.soundness import opens_well, still_ahead
from appeal_lint.rewriting.task import Asked, Task
from appeal_lint.rewriting.wording import write
from appeal_lint.rewriting.words import DOUBT
from appeal_lint.statements.tree import Tree


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
    task = Task(tree, inside, asked, Edits(tree.words))
    if not groups:
        mains = [
            one
            for one in present(tree)
            if {one.first, one.verb} <= inside
            and place(tree, one) is Place.MAIN
            and not others(one)
        ][:1]
        if mains:
            task.steady = True
            return _made(task, mains, [])
        mains = [one for one in in_progress(tree) if {one.first, one.verb} <= inside
                 and place(tree, one) is Place.MAIN and not others(one)]  # fmt: skip
    if not mains:
        alone = None if groups else bare(tree, inside, asked.known)
        return None if alone is None else _made(task, [alone], [])
    relative = [one for one, where in placed if where is Place.RELATIVE]
    return _made(task, mains, relative)


def _linked_verb(tree: Tree, at: int) -> bool:
    """ "And [train](https://…) them": a link hides the verb that would have to change."""
    return at > 1 and tree.words[at - 2].tag in ("CC", "MD", "TO", ",")


def _made(task: Task, mains: list[Ahead], relative: list[Ahead]) -> Edits | None:
    """Return the changes, or None where one of the deeds cannot be told."""
    chains = decided(task, mains)
    if chains is None:
        return None
    done = Kind.DEED in task.kinds.values()
    since = "" if done else since_when(task.asked.day)
    write(task, chains, relative, since)
    drop_vow(task, mains)
    drop_times(task, done)
    if done:
        put_day(task)
    elif since:
        put_since(task, mains[0], since)
    fits = task.edits.touched <= task.inside and opens_well(task, mains)
    return task.edits if fits and not still_ahead(task, done) else None
