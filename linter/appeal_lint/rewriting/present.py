"""Finds what is told in the present and yet lies ahead, or is only being done."""

from __future__ import annotations

from collections.abc import Iterator

from appeal_lint.rewriting.ahead import Ahead
from appeal_lint.rewriting.times import times
from appeal_lint.rewriting.words import FINITE_BE, INTENT, NOT
from appeal_lint.statements.tree import SUBJECTS, Tree


def present(tree: Tree) -> Iterator[Ahead]:
    """Yield the verbs in the present of a sentence that names a time ahead: "from now on we check".

    A verb that is held by "be" keeps it: "are checked".
    """
    if not _comes(tree):
        return
    for word in tree.words:
        if word.index in tree.quoted or word.tag not in ("VBP", "VBZ", "VBN"):
            continue
        subject = tree.child(word.index, SUBJECTS)
        helping = [one for one in tree.children[word.index] if one.dep in ("aux", "auxpass", "neg")]
        if subject is None or subject.index > word.index:
            continue
        if word.tag == "VBN":
            if len(helping) == 1 and helping[0].lower in ("is", "are"):
                yield Ahead(helping[0].index, word.index, True, False, subject)
        elif not helping and word.lemma not in INTENT | {"be", "have"}:
            yield Ahead(word.index, word.index, False, False, subject)


def in_progress(tree: Tree) -> Iterator[Ahead]:
    """Yield what the sentence says is being done: "we are currently hiring"."""
    for word in tree.words:
        helping = [one for one in tree.children[word.index] if one.dep == "aux"]
        subject = tree.child(word.index, SUBJECTS)
        if word.tag != "VBG" or len(helping) != 1 or subject is None:
            continue
        first = helping[0]
        between = {one.lower for one in tree.words[first.index + 1 : word.index]}
        said = first.lower in FINITE_BE and between & {"currently", "presently", "now", "already"}
        if said and word.index not in tree.quoted and not between & NOT:
            yield Ahead(first.index, word.index, subject=subject)


def under_way(tree: Tree, at: int) -> Ahead | None:
    """ "Is being set up"; "are hiring", where the sentence says that it comes."""
    words = tree.words
    verb = words[words[at].head] if words[at].dep in ("aux", "auxpass") else None
    if verb is None or verb.index <= at or verb.index > at + 4:
        return None
    lows = [one.lower for one in words[at + 1 : verb.index]]
    passive = "being" in lows and verb.tag in ("VBN", "VBD")
    if not passive and (verb.tag != "VBG" or not _comes(tree)):
        return None
    subject = tree.child(verb.index, SUBJECTS)
    return Ahead(at, verb.index, passive, bool(set(lows) & NOT), subject)


def _comes(tree: Tree) -> bool:
    """Say whether the sentence names a time that lies ahead."""
    return bool(times(tree, set(range(len(tree.words))), done=False, negated=False))
