"""What a statement pleads in place of a cause that the seller can change.

A phrase of blame is an excuse only where it is pleaded, and where its sentence tells no
failing of the seller's own beside it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from appeal_lint.model.words import Act, Agent, Excuse
from appeal_lint.statements.acts import judge
from appeal_lint.statements.evidence import Evidence
from appeal_lint.statements.phrases import Hit
from appeal_lint.statements.tree import Tree
from appeal_lint.statements.verbs import BEHIND

_ORDER = (
    Excuse.GEOGRAPHY,
    Excuse.HARDSHIP,
    Excuse.WEATHER,
    Excuse.IGNORANCE,
    Excuse.COMPETITOR_BLAME,
    Excuse.AMAZON_BLAME,
    Excuse.VOLUME,
    Excuse.STAFF_BLAME,
    Excuse.SUPPLIER_BLAME,
    Excuse.CARRIER_BLAME,
    Excuse.GLITCH,
    Excuse.CUSTOMER_BLAME,
    Excuse.DENIAL,
)
"""Which family is named where one statement pleads several."""
_NOT_BLAME = frozenset(
    {
        Excuse.HARDSHIP,
        Excuse.IGNORANCE,
        Excuse.COMPETITOR_BLAME,
        Excuse.AMAZON_BLAME,
        Excuse.DENIAL,
    }
)
"""A failing of the seller's own beside one of these undoes nothing."""
_ALSO_GOODS = frozenset({Excuse.GEOGRAPHY, Excuse.WEATHER, Excuse.VOLUME, Excuse.GLITCH})
"""Families whose words also name goods: "snow boots", "an island map"."""
_PLEADING = frozenset({Act.ROOT_CAUSE, Act.ADMISSION, Act.OTHER, Act.REQUEST})
_WITH_A_DEED = frozenset({Excuse.IGNORANCE, Excuse.DENIAL, Excuse.GEOGRAPHY})
"""Families that may be pleaded beside a deed, where a word of reason or denial stands there."""
_REASON = frozenset({"because", "although", "though", "since", "as", "but", "due"})
_DENYING = frozenset({"not", "n't", "never", "nobody", "no"})
_ALONE = frozenset({"alone", "itself", "himself", "herself", "themselves", "clearly", "hopeless"})
"""Words that put a thing on somebody else even inside another statement."""
_BEFORE = 8
"""How many words before the blame its reason word may stand."""
_MINE = frozenset({"we", "i"})
_OURS = frozenset({"our", "my"})
_THIRD = frozenset({Excuse.CUSTOMER_BLAME, Excuse.CARRIER_BLAME, Excuse.SUPPLIER_BLAME})
_NOBODY = frozenset({"nobody", "none"})
_UNABLE = frozenset({"could", "can", "ca", "cannot"})
_OWNED = frozenset({"our", "my", "responsibility", "fault"})


def excuse(
    parts: list[Evidence], sentence: list[Evidence], told: Collection[Excuse]
) -> Excuse | None:
    """Return what a statement pleads, if anything.

    Args:
        parts: the clauses of the statement.
        sentence: all clauses of its sentence.
        told: the families that the sentences beside it undo, by `told_failings`.

    """
    if _disaster(sentence):
        return None
    for family in _ORDER:
        for part in parts:
            for hit in part.hits.get(f"excuse:{family}", ()):
                if _holds(family, hit, part, sentence) and family not in told:
                    return family
    return None


def undone(parts: list[Evidence], sentence: list[Evidence], told: Collection[Excuse]) -> bool:
    """Say whether what would be a plea is none by what stands around it.

    A declared disaster is no excuse, and a failing of the seller's own in the sentence before
    or after undoes the blame of others. What was learned knows single sentences only, so it
    has no say there.

    Args:
        parts: the clauses of the statement.
        sentence: all clauses of its sentence.
        told: the families that the sentences beside it undo, by `told_failings`.

    """
    return _disaster(sentence) or any(
        part.has(f"excuse:{family}") for family in told for part in parts
    )


def told_failings(
    sentence: Iterable[Evidence], beside: Iterable[Sequence[Evidence]]
) -> frozenset[Excuse]:
    """Return the families of excuse that a sentence names and the ones beside it undo.

    A failing of the seller's own told in the sentence before or after undoes the blame of others.

    Args:
        sentence: all clauses of a sentence.
        beside: those of the sentences before and after it in its block.

    """
    named = {name for part in sentence for name in part.hits if name.startswith("excuse:")}
    return frozenset(
        family
        for family in _ORDER
        if f"excuse:{family}" in named and any(_told(family, one) for one in beside)
    )


def _disaster(sentence: list[Evidence]) -> bool:
    return any(part.has("mark:declared_disaster") for part in sentence)


def _told(family: Excuse, beside: Sequence[Evidence]) -> bool:
    """Say whether a sentence tells the failing of the seller's own."""
    if family in _NOT_BLAME or family is Excuse.GEOGRAPHY:
        return False
    return any(
        judge(part).act is Act.ROOT_CAUSE
        and not part.has("excuse")
        and any(_is_own(part, family, hit) for hit in part.hits.get("harm", ()))
        for part in beside
    )


def _holds(family: Excuse, hit: Hit, part: Evidence, sentence: list[Evidence]) -> bool:
    tree = part.tree
    last = tree.words[hit.last]
    if family in _ALSO_GOODS and last.dep == "compound" and last.head > hit.last:
        return False  # "snow boots"
    if not _pleads(judge(part).act, family, tree, hit):
        return False
    if family is Excuse.IGNORANCE and part.agent is Agent.CUSTOMER:
        return False
    if family is Excuse.DENIAL:
        return not any(one.has("admission_strong", "mark:owns") for one in sentence)
    return family in _NOT_BLAME or not _own_failing(family, hit, sentence)


def _pleads(act: Act, family: Excuse, tree: Tree, hit: Hit) -> bool:
    if act in _PLEADING or (act is Act.CONDITIONAL and family is Excuse.HARDSHIP):
        return True
    near = {word.lower for word in tree.words[max(0, hit.first - _BEFORE) : hit.last + 2]}
    before = {word.lower for word in tree.words[max(0, hit.first - _BEFORE) : hit.first + 1]}
    if family in _WITH_A_DEED and near & _DENYING:
        return True
    return bool(before & _REASON or near & _ALONE)


def _own_failing(family: Excuse, blame: Hit, sentence: list[Evidence]) -> bool:
    """Say whether the sentence tells a failing of the seller's own outside the blame itself."""
    return any(
        _owns(part)
        or _left_undone(part)
        or any(_is_own(part, family, hit) for hit in _outside(part, blame))
        for part in sentence
    )


def _left_undone(part: Evidence) -> bool:
    """ "We did not take on a single extra packer"."""
    able = not _UNABLE & part.spoken
    return part.mine and part.verb.negated and part.verb.time in BEHIND and able


def _owns(part: Evidence) -> bool:
    return any(
        part.tree.words[hit.first].lower in _OWNED for hit in part.hits.get("admission_strong", ())
    )


def _outside(part: Evidence, blame: Hit) -> Iterator[Hit]:
    """Yield the harm told in a clause, without what is only regretted or part of the blame."""
    if part.has("apology_phrases"):
        return
    for hit in part.hits.get("harm", ()):
        if not blame.first <= hit.first <= blame.last:
            yield hit


def _is_own(part: Evidence, family: Excuse, hit: Hit) -> bool:
    words = part.tree.words
    before = {word.lower for word in words[max(0, hit.first - 4) : hit.first + 1]}
    after = {word.lower for word in words[hit.first : hit.first + 4]}
    if before & _UNABLE or (_NOBODY & before and after & _UNABLE):
        return False
    if family is Excuse.GLITCH and any(w.lemma == "have" for w in words[hit.first : hit.last + 1]):
        return False  # "sold 70 drones that we did not have": what the program did
    if before & (_MINE | _NOBODY) or {"no", "one"} <= before:
        return True
    if part.agent is Agent.NONE and before & _OURS and family in _THIRD:
        return True  # "our page had no size table, so buyers ordered the wrong shoes"
    return part.agent is Agent.SELLER and part.subject in _MINE and hit.first > part.clause.words[0]
