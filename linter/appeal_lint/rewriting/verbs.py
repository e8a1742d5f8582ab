"""A verb of a sentence: its base form, and the words of its own clause."""

from __future__ import annotations

from appeal_lint.statements.tree import SUBJECTS, Tree


def base(tree: Tree, verb: int) -> str:
    """Return the base form of a verb, also where it was taken for another kind of word."""
    word = tree.words[verb]
    if word.tag in ("VB", "VBP") or not word.tag.startswith("VB"):
        return "be" if word.lower in ("am", "are", "is", "be") else word.lower
    return word.lemma


def own_words(tree: Tree, verb: int) -> list[int]:
    """Return the indexes of the words of a verb's own clause, without clauses that hang on it."""
    if not tree.words[verb].tag.startswith("VB"):  # taken for another word: the tree is no help
        return list(range(verb, len(tree.words)))
    found = [verb]
    for at in found:
        found.extend(
            one.index
            for one in tree.children[at]
            if one.index != verb and not _apart(tree, one.index)
        )
    return sorted(found)


def _apart(tree: Tree, at: int) -> bool:
    """Say whether a word opens a clause of its own."""
    word = tree.words[at]
    if word.dep in ("relcl", "acl", "advcl", "ccomp", "parataxis", "csubj"):
        return True
    if word.dep == "xcomp" and any(one.lower == "to" for one in tree.children[at]):
        return True
    if word.dep == "pcomp":
        return True
    return word.dep == "conj" and (
        word.tag.startswith("VB") or tree.child(at, SUBJECTS) is not None
    )
