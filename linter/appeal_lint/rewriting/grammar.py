"""Number and person of a subject, and the helping words that go with it."""

from appeal_lint.language.word import Word
from appeal_lint.rewriting.words import listed
from appeal_lint.statements.tree import Tree

_PLURAL = listed("we you they these those both all some many few several")
_SINGULAR = listed(
    """he she it this that everyone everybody nobody someone somebody one each every no-one anyone
    nothing everything staff personnel management"""
)
_RELATIVE = frozenset({"who", "that", "which"})
_PARTS = frozenset({"all", "some", "most", "half", "none", "any", "rest", "part"})


def not_only(tree: Tree, at: int) -> bool:
    """Say whether a word is the "not" of "not only … but also", which denies nothing."""
    lows = [one.lower for one in tree.words[at:]]
    return lows[:2] in (["not", "only"], ["not", "just"]) and "but" in lows


def first_person(subject: Word | None) -> bool:
    """Say whether the subject is "I"."""
    return subject is not None and subject.lower == "i"


def plural(tree: Tree, subject: Word | None) -> bool:
    """Say whether a subject takes the form that "they" takes; so it is where there is none."""
    if subject is None:
        return True
    if subject.lower == "there":
        there = tree.child(subject.head, frozenset({"attr"}))
        return there is not None and plural(tree, there)
    if subject.lower in _PARTS and (whole := _whole(tree, subject)) is not None:
        return plural(tree, whole)
    if subject.lower in _PLURAL:
        return True
    if subject.lower in _RELATIVE and subject.tag in ("WDT", "WP", "IN", "DT"):
        verb = tree.words[subject.head]
        above = tree.words[verb.head]
        if verb.dep in ("relcl", "acl") and above.index < subject.index:
            return plural(tree, above)
    if subject.lower in _SINGULAR:
        joined = [one for one in tree.children[subject.index] if one.dep == "conj"]
        return bool(joined)
    if any(one.dep == "conj" for one in tree.children[subject.index]) and any(
        one.lower in ("and", "&") for one in tree.children[subject.index]
    ):
        first = tree.words[min(tree.below(subject.index))]
        return first.lower not in ("each", "every")
    if subject.tag in ("NNS", "NNPS"):
        return True
    if subject.tag == "NN" and _looks_plural(tree, subject):
        return True
    if subject.tag == "CD":
        return subject.lower not in ("one", "1")
    if subject.lower in ("number", "total", "couple") and any(
        one.lower == "a" for one in tree.children[subject.index]
    ):
        return True
    return subject.lower in ("people", "police", "goods")


def _looks_plural(tree: Tree, subject: Word) -> bool:
    """ "Regular audits", where the tagger saw one of them."""
    beside = {one.lower for one in tree.children[subject.index]}
    ends = subject.lower.endswith("s") and not subject.lower.endswith(("ss", "us", "is", "news"))
    return ends and not beside & {"a", "an", "each", "every", "this", "one"}


def _whole(tree: Tree, subject: Word) -> Word | None:
    """ "All of this": return what the part is taken of."""
    of = next((one for one in tree.children[subject.index] if one.lower == "of"), None)
    return tree.child(of.index, frozenset({"pobj"})) if of is not None else None


def have(tree: Tree, subject: Word | None) -> str:
    """Return the form of "have" for a subject."""
    return "have" if first_person(subject) or plural(tree, subject) else "has"


def be(tree: Tree, subject: Word | None) -> str:
    """Return the form of "be" for a subject."""
    if first_person(subject) and not _joined(tree, subject):
        return "am"
    return "are" if plural(tree, subject) else "is"


def present(tree: Tree, subject: Word | None) -> str:
    """Return the tag of the present form for a subject."""
    return "VBP" if first_person(subject) or plural(tree, subject) else "VBZ"


def _joined(tree: Tree, subject: Word | None) -> bool:
    return subject is not None and any(one.dep == "conj" for one in tree.children[subject.index])
