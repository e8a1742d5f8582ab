"""Whether a clause speaks of the letter itself."""

from appeal_lint.language.word import Word
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.phrases import Hit
from appeal_lint.statements.tree import Clause, Tree


def _takes_more(tree: Tree, verb: Word) -> bool:
    return any(one.dep != "aux" and one.text.isalnum() for one in tree.children[verb.index])


def speaks_of_letter(
    tree: Tree, clause: Clause, head: int, named: dict[str, list[Hit]], lexicon: Lexicon
) -> bool:
    """Say whether a clause announces, thanks or explains rather than tells what is done.

    `named` has noted already whether the clause speaks of customers.
    """
    words = tree.words
    lead = tree.child(head, frozenset({"xcomp"}))
    going = words[head].lower in ("going", "go", "gon") and lead is not None
    verbs = [] if going else [words[head]]
    verbs += [one for one in tree.children[head] if one.dep in ("xcomp", "ccomp")]
    customers = "customer" in named
    if "request_not" in named or ("courtesy_phrases" in named and "measure" not in named):
        return True
    for one in verbs:
        if lexicon.among("letter_core", one.lower, one.lemma):
            return not customers
        if lexicon.among("letter_verbs", one.lower, one.lemma) and not customers:
            things = any(
                lexicon.among("letter_things", words[at].lower, words[at].lemma)
                and not any(below.dep == "compound" for below in tree.children[at])
                for at in clause.words
                if at != one.index
            )
            if not things and one.dep == "xcomp" and one.tag == "VB":
                things = words[head].lemma == "like" and not _takes_more(tree, one)
            if things and "measure" not in named:
                return True
    return False
