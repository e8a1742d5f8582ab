"""What follows from several words of a clause together, as hits of made-up names."""

from collections.abc import Callable

from appeal_lint.language.word import Word
from appeal_lint.model.words import Agent, Excuse
from appeal_lint.statements.blame import blamed, pleaded
from appeal_lint.statements.letter import speaks_of_letter
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.phrases import Hit
from appeal_lint.statements.tree import SUBJECTS, Clause, Tree
from appeal_lint.statements.verbs import BEHIND, Time, VerbGroup
from appeal_lint.statements.waiting import waits_for_amazon, waits_for_others

_ASIDE = frozenset({"advcl", "relcl", "ccomp", "acl"})
_NONE_OF = frozenset({"no", "zero", "0", "without", "none", "never", "not"})
_EACH = frozenset({"every", "each", "all"})
_SINGULAR = frozenset({"he", "she", "it"})
_PAST = frozenset({"had", "was", "were"})
"""What makes of "going to" and "have to" a past."""
_HEADS = (
    ("mending_verbs", "mending_head"),
    ("stative_verbs", "stative_head"),
    ("neutral_verbs", "neutral_head"),
    ("ending_verbs", "ending_head"),
    ("effect_verbs", "effect_verbs"),
    ("business_verbs", "business_head"),
    ("figure_verbs", "figure_head"),
)
"""Lists of verbs, and what the clause is noted for where its verb is among them."""

_FBA_PARTS = ("mark:fba_self_delivery_stopped", "mark:fba_stock_converted")
"""What a letter may say of FBA without naming it: own delivery stopped, stock converted."""

Named = dict[str, list[Hit]]


def derive(
    tree: Tree, clause: Clause, head: int, verb: VerbGroup, named: Named, lexicon: Lexicon
) -> None:
    """Add to `named` what the shape of the clause says beyond its phrases."""
    _kinds(tree, clause, named, lexicon)
    if waits := waits_for_amazon(tree, clause, named, lexicon):
        named["amazon_waits"] = waits
    elif later := waits_for_others(tree, clause, lexicon):
        named["waits_for_others"] = later
    _keep(named, "intention_phrases", lambda hit: tree.words[hit.first].lower not in _PAST)
    if "own_deed_phrases" in named:
        named.pop("notice_phrases", None)
    _heads(tree, clause, head, named, lexicon)
    _mentions(tree, clause, head, named, lexicon)
    _harm(tree, clause, head, verb, named, lexicon)
    if _retells(tree, clause.head, lexicon):
        _note(named, "retold", clause.head)
    outer = tree.words[clause.head]
    if head != clause.head and lexicon.among("knowing_verbs", outer.lower, outer.lemma):
        _note(named, "knowing", clause.head)
    if _asks(tree, clause):
        _note(named, "asked", head)
    if speaks_of_letter(tree, clause, head, named, lexicon):
        _note(named, "letter_line", head)


def _note(named: Named, name: str, first: int, last: int | None = None) -> None:
    named.setdefault(name, []).append(Hit(name, first, first if last is None else last))


def _keep(named: Named, name: str, wanted: Callable[[Hit], bool]) -> None:
    """Keep the hits of a name that are wanted; a name without hits is not there."""
    if name in named:
        named[name] = [hit for hit in named[name] if wanted(hit)]
        if not named[name]:
            del named[name]


def _kinds(tree: Tree, clause: Clause, named: Named, lexicon: Lexicon) -> None:
    """Note blame by shape, and that a measure, issue or excuse stands here, whichever it is."""
    for hit in blamed(tree, clause, lexicon):
        named.setdefault(hit.name, []).append(hit)
    for part in _FBA_PARTS:
        if part in named:
            named.setdefault("measure:fba", []).extend(named[part])
    _keep(named, f"excuse:{Excuse.IGNORANCE}", lambda hit: pleaded(tree, hit, lexicon))
    for name in list(named):
        kind, colon, _ = name.partition(":")
        if colon and kind in ("measure", "excuse", "issue"):
            named.setdefault(kind, []).extend(named[name])


def _heads(tree: Tree, clause: Clause, head: int, named: Named, lexicon: Lexicon) -> None:
    """Note what kind of verb carries the clause."""
    word = tree.words[head]
    for name, mark in _HEADS:
        if lexicon.among(name, word.lower, word.lemma):
            _note(named, mark, head)
    if _mends_below(tree, head, lexicon):
        _note(named, "mending_head", head)
    if lexicon.among("amazon_sure_steps", word.lower, word.lemma) or (
        word.lower in ("open", "release")
        and lexicon.agents.mentions(tree, clause.words, Agent.AMAZON)
    ):
        _note(named, "step_head", head)
    subject = tree.child(head, SUBJECTS)
    if subject is not None and lexicon.among("effect_subjects", subject.lower, subject.lemma):
        _note(named, "effect_subject", subject.index)
    if subject is not None and _unmarked(word, subject):
        _note(named, "unmarked", head)
    if subject is not None and any(one.lower in _EACH for one in tree.children[subject.index]):
        _note(named, "every_subject", subject.index)


def _unmarked(word: Word, subject: Word) -> bool:
    """ "He pass the exam": a verb without ending tells no tense."""
    bare = word.tag in ("VB", "VBP") and word.lower == word.lemma and word.lemma != "be"
    return bare and (subject.lower in _SINGULAR or subject.tag in ("NN", "NNP"))


def _mentions(tree: Tree, clause: Clause, head: int, named: Named, lexicon: Lexicon) -> None:
    """Note numbers, customers and goods that the clause speaks of."""
    words = [tree.words[at] for at in clause.words]
    if any(one.tag == "CD" and one.lower != "one" for one in words):
        _note(named, "dated", head)
    if lexicon.agents.mentions(tree, clause.words, Agent.CUSTOMER):
        _note(named, "customer", head)
    if any(lexicon.among("parcel", one.lower, one.lemma) for one in words):
        _note(named, "own_goods", head)


def _harm(
    tree: Tree, clause: Clause, head: int, verb: VerbGroup, named: Named, lexicon: Lexicon
) -> None:
    """Note harm, and whether the main deed of the clause does it."""
    _keep(named, "harm", lambda hit: not _denied(tree, hit))
    if _harms(tree, head, verb, named, lexicon):
        _note(named, "harm_head", head)
        _note(named, "harm", head)
    subject = tree.child(head, SUBJECTS)
    if subject is not None and _nobody(tree, subject):
        _note(named, "nobody", subject.index)
        if verb.time is Time.PAST or (verb.time in BEHIND and "since_phrases" not in named):
            _note(named, "harm_head", head)
        if verb.time in BEHIND or verb.time is Time.CAN or "guarded_phrases" not in named:
            _note(named, "harm", subject.index)
    for hit in named.get("harm", ()):
        if subject is not None and hit.first <= subject.index <= hit.last:
            _note(named, "harm_subject", subject.index)
        if not _beside(tree, clause.head, head, hit.first):
            _note(named, "harm_main", hit.first, hit.last)


def _denied(tree: Tree, hit: Hit) -> bool:
    """ "No complaints", "not a single one broken": harm that did not come."""
    if hit.first != hit.last:
        return False
    if tree.words[hit.first].lower == "latest":
        return True  # "by Friday at the latest"
    before = [one.lower for one in tree.words[max(0, hit.first - 2) : hit.first]]
    single = "single" in [one.lower for one in tree.words[max(0, hit.first - 4) : hit.first]]
    return single or bool(_NONE_OF & set(before))


def _nobody(tree: Tree, subject: Word) -> bool:
    if subject.lower in ("nobody", "none", "nothing"):
        return True
    return (
        subject.lower == "one"
        and bool(subject.index)
        and (tree.words[subject.index - 1].lower == "no")
    )


def _beside(tree: Tree, outer: int, head: int, at: int) -> bool:
    """Say whether a word stands in a clause that gives a reason or describes a thing."""
    while at not in (outer, head):
        word = tree.words[at]
        verbal = word.tag.startswith("VB") or word.dep == "advcl"
        if word.dep in _ASIDE and verbal and tree.child(at, SUBJECTS):
            return True
        at = word.head
    return False


def _harms(tree: Tree, head: int, verb: VerbGroup, named: Named, lexicon: Lexicon) -> bool:
    word = tree.words[head]
    if lexicon.among("harm_verbs", word.lower, word.lemma):
        return True
    harm = named.get("harm", ())
    if verb.negated and any(hit.first <= head <= hit.last for hit in harm):
        return True
    mending = lexicon.among("mending_verbs", word.lower, word.lemma)
    neutral = lexicon.among("neutral_verbs", word.lower, word.lemma)
    if mending and not neutral:
        return False
    near = {head, *(one.index for one in tree.children[head] if one.dep not in ("advcl", "conj"))}
    near |= {
        one.index
        for at in tuple(near)
        if at != head
        for one in tree.children[at]
        if one.dep in ("amod", "det", "advmod", "compound", "neg", "pcomp", "pobj")
    }
    return any(near.intersection(range(hit.first, hit.last + 1)) for hit in harm)


def _retells(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """ "The policy says that sellers must …"; a paper of the seller's own is no such thing."""
    word, subject = tree.words[head], tree.child(head, SUBJECTS)
    if subject is None or not lexicon.among("rule_verbs", word.lower, word.lemma):
        return False
    own = any(one.lower in ("our", "my", "new") for one in tree.children[subject.index])
    return not own and lexicon.among("rule_things", subject.lower, subject.lemma)


def _asks(tree: Tree, clause: Clause) -> bool:
    """Say whether a clause ends in a question mark, or is a title like "How we prevent it"."""
    words = tree.words
    if words[clause.words[-1]].text == "?":
        return True
    first = next((at for at in clause.words if words[at].text.isalpha()), None)
    if first is None or words[first].tag not in ("WP", "WRB", "WDT") or clause.head < first:
        return False
    above = words[first].head
    return words[first].lower in ("what", "how", "why") and (
        above == clause.head or (above < clause.head and words[above].head == clause.head)
    )


def _mends_below(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """ "We started checking", "we had all batches inspected"."""
    return any(
        one.dep in ("xcomp", "ccomp")
        and one.tag in ("VBG", "VB", "VBN")
        and lexicon.among("mending_verbs", one.lower, one.lemma)
        for one in tree.children[head]
    )
