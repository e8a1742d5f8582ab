"""Neighbouring clauses of one sentence that are one statement."""

from appeal_lint.model.words import Act, Agent
from appeal_lint.statements.acts import judge
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.verbs import Time

_RANK = {
    Act.OTHER: 0,
    Act.ROOT_CAUSE: 1,
    Act.ONGOING: 2,
    Act.ADMISSION: 3,
    Act.COMPLETED: 4,
    Act.PROMISE: 5,
    Act.CONDITIONAL: 6,
    Act.REQUEST: 7,
}
_PAIRS = (
    {Act.ADMISSION, Act.ROOT_CAUSE},
    {Act.CONDITIONAL, Act.PROMISE},
    {Act.CONDITIONAL, Act.ONGOING},
)
_OPENERS = frozenset(
    {"should", "were", "as", "since", "because", "although", "if", "when", "though"}
)
_RESULT = frozenset({"so", "hence", "therefore", "thus"})

Joined = tuple[list[Evidence], Reading]


def join(clauses: list[Evidence]) -> list[Joined]:
    """Judge each clause; return runs of clauses that make one statement, with its reading."""
    joined: list[Joined] = []
    for clause, reading in _settled([(clause, judge(clause)) for clause in clauses]):
        if not joined:
            joined.append(([clause], reading))
            continue
        parts, before = joined[-1]
        act = _together(parts, before, clause, reading)
        if act is None:
            joined.append(([clause], reading))
        else:
            joined[-1] = ([*parts, clause], act)
    return joined


def _settled(pairs: list[tuple[Evidence, Reading]]) -> list[tuple[Evidence, Reading]]:
    """A past deed beside the harm that it did, or a thing's doing after one, is a cause."""
    settled = list(pairs)
    for at, (clause, reading) in enumerate(pairs):
        if at and (carried := _carried(clause, reading, *settled[at - 1])) is not None:
            settled[at] = (clause, carried)
            continue
        if reading.act is not Act.COMPLETED or clause.verb.time is not Time.PAST:
            continue
        after = pairs[at + 1][1].act if at + 1 < len(pairs) else None
        before = pairs[at - 1][1].act if at else None
        foreign = clause.agent is not Agent.SELLER and not clause.verb.passive
        if after is Act.ROOT_CAUSE and not clause.has("dated"):
            why = f"“{clause.verb.words}”: what came before the harm"
            settled[at] = (clause, Reading(Act.ROOT_CAUSE, why))
        elif foreign and before in (Act.ROOT_CAUSE, Act.ADMISSION):
            settled[at] = (clause, Reading(Act.ROOT_CAUSE, f"“{clause.verb.words}”: what happened"))
    return settled


def _carried(
    clause: Evidence, reading: Reading, first: Evidence, before: Reading
) -> Reading | None:
    """ "Please think of us and open the store", "from May we stop X and Y runs over FBA"."""
    joined = clause.tree.words[clause.clause.head].dep == "conj"
    if before.act is Act.REQUEST and clause.verb.time is Time.BARE and joined:
        return before
    ahead = before.act is Act.PROMISE and first.has("ahead_phrases")
    if ahead and joined and reading.act is Act.ONGOING and clause.verb.time is Time.PRESENT:
        return before
    return None


def _together(
    parts: list[Evidence], before: Reading, clause: Evidence, reading: Reading
) -> Reading | None:
    """Return the reading of both as one statement, or None where they are two."""
    act, last = reading.act, before.act
    higher = reading if _RANK[act] > _RANK[last] else before
    if last is act or Act.OTHER in (last, act) or {last, act} in _PAIRS:
        return higher
    if last in (Act.ROOT_CAUSE, Act.ONGOING) and act is not Act.ROOT_CAUSE:
        opener = parts[0].tree.words[parts[0].clause.words[0]].lower in _OPENERS
        pleads = last is Act.ROOT_CAUSE and all(part.has("excuse") for part in parts)
        if opener or pleads:
            return reading
    if act is Act.ROOT_CAUSE and last is not Act.ROOT_CAUSE:
        follows = clause.tree.words[clause.clause.words[0]].lower in _RESULT
        if follows or clause.has("excuse"):
            return before
    return None
