"""Issues, measures, excuse and marks of a statement, from the phrases in it."""

from collections.abc import Iterable

from appeal_lint.model.words import Act, Agent, Excuse, Issue, Measure
from appeal_lint.statements.acts import judge
from appeal_lint.statements.evidence import Evidence
from appeal_lint.statements.tree import Tree

_CAUSAL = frozenset({"because", "although", "though", "since", "as", "but", "due"})
_PLEADING = frozenset({Act.ROOT_CAUSE, Act.ADMISSION, Act.OTHER, Act.REQUEST})
_ALWAYS = frozenset({Excuse.IGNORANCE, Excuse.HARDSHIP, Excuse.DENIAL, Excuse.GEOGRAPHY})
_BLAME = frozenset(
    {
        Excuse.CARRIER_BLAME,
        Excuse.SUPPLIER_BLAME,
        Excuse.STAFF_BLAME,
        Excuse.WEATHER,
        Excuse.VOLUME,
        Excuse.GLITCH,
        Excuse.CUSTOMER_BLAME,
        Excuse.GEOGRAPHY,
    }
)
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
_MINE = frozenset({"we", "i"})
_UNABLE = frozenset({"could", "can", "ca", "cannot"})


def issues(parts: Iterable[Evidence]) -> tuple[Issue, ...]:
    """Return the issues named in these clauses, in the order of the closed words."""
    named = {name for part in parts for name in part.hits}
    return tuple(issue for issue in Issue if f"issue:{issue}" in named)


def measures(act: Act, parts: Iterable[Evidence]) -> tuple[Measure, ...]:
    """Return the measures named; a cause or an admission names none."""
    if act in (Act.ROOT_CAUSE, Act.ADMISSION):
        return ()
    named = {name for part in parts for name in part.hits}
    return tuple(measure for measure in Measure if f"measure:{measure}" in named)


def excuse(parts: list[Evidence], sentence: list[Evidence]) -> Excuse | None:
    """Return what a statement pleads, unless its sentence tells a failing of the seller's own."""
    tree = sentence[0].tree
    if any("mark:declared_disaster" in part.hits for part in sentence):
        return None
    for family in _ORDER:
        name = f"excuse:{family}"
        for part in parts:
            for hit in part.hits.get(name, ()):
                alone = hit.first == hit.last and tree.words[hit.first].dep == "compound"
                if alone or not _pleads(judge(part).act, family, tree, hit.first):
                    continue
                if family is Excuse.IGNORANCE and part.agent is Agent.CUSTOMER:
                    continue
                if family in _BLAME and own_failing(sentence, hit.first, hit.last):
                    continue
                if family is Excuse.DENIAL and any(
                    one.has("admission_strong") or "mark:owns" in one.hits for one in sentence
                ):
                    continue
                return family
    return None


def _pleads(act: Act, family: Excuse, tree: Tree, first: int) -> bool:
    if act in _PLEADING:
        return True
    before = {word.lower for word in tree.words[max(0, first - 8) : first + 1]}
    if family in _ALWAYS and act is Act.COMPLETED:
        return bool(before & (_CAUSAL | {"not", "n't", "never"}))
    return bool(before & _CAUSAL) or bool(
        {"although", "though", "because"} & {word.lower for word in tree.words}
    )


def own_failing(sentence: list[Evidence], first: int, last: int) -> bool:
    """Say whether the sentence tells a failing of the seller's own outside the blame itself."""
    for part in sentence:
        words = part.tree.words
        for hit in part.hits.get("harm", ()):
            if first <= hit.first <= last:
                continue
            head = hit.first
            nearby = {word.lower for word in words[max(0, head - 4) : head + 1]}
            if nearby & _UNABLE:
                continue
            subject = nearby & _MINE or {"nobody", "none"} & nearby
            if subject or (
                part.agent is Agent.SELLER
                and part.subject in _MINE
                and hit.first > part.clause.words[0]
            ):
                return True
        if part.has("admission_strong") and any(
            words[hit.first].lower in ("our", "my", "responsibility", "fault")
            for hit in part.hits["admission_strong"]
        ):
            return True
    return False
