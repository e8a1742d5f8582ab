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
        if reading.weak and (led := _led(clause, settled, at)) is not None:
            settled[at] = (clause, led)
            continue
        if reading.act is not Act.COMPLETED or clause.verb.time is not Time.PAST:
            continue
        after = _consequence(*pairs[at + 1]) if at + 1 < len(pairs) else None
        before = pairs[at - 1][1].act if at else None
        foreign = clause.agent is not Agent.SELLER and not clause.verb.passive
        if after is Act.ROOT_CAUSE and not clause.has("done_phrases"):
            why = f"“{clause.verb.words}”: what came before the harm"
            settled[at] = (clause, Reading(Act.ROOT_CAUSE, why))
        elif foreign and before in (Act.ROOT_CAUSE, Act.ADMISSION):
            settled[at] = (clause, Reading(Act.ROOT_CAUSE, f"“{clause.verb.words}”: what happened"))
    return settled


def _follows(clause: Evidence) -> bool:
    """Say whether a clause opens with "so", "hence" and the like."""
    opening = [clause.tree.words[at].lower for at in clause.clause.words[:3]]
    return any(word in _RESULT for word in opening)


def _consequence(clause: Evidence, reading: Reading) -> Act | None:
    return reading.act if _follows(clause) else _strong(reading)


def _strong(reading: Reading) -> Act | None:
    return None if reading.weak else reading.act


def _led(clause: Evidence, settled: list[tuple[Evidence, Reading]], at: int) -> Reading | None:
    """ "We wrote to each buyer and put a doll inside": the plain deed goes with the clear one."""
    for other in (at - 1, at + 1):
        if not 0 <= other < len(settled):
            continue
        beside, reading = settled[other]
        tied = clause.tree.words[max(clause.clause.head, beside.clause.head)].dep == "conj"
        timeless = clause.has("unmarked") and other < at
        same = timeless or beside.verb.time is clause.verb.time
        if tied and same and beside.agent is clause.agent and _strong(reading) is Act.COMPLETED:
            return reading
    return None


def _carried(
    clause: Evidence, reading: Reading, first: Evidence, before: Reading
) -> Reading | None:
    """ "Please think of us and open the store", "from May we stop X and Y runs over FBA"."""
    joined = clause.tree.words[clause.clause.head].dep == "conj"
    if before.act is Act.REQUEST and clause.verb.time is Time.BARE and joined:
        return before
    asked = before.act is Act.REQUEST and reading.act is Act.PROMISE
    if asked and (clause.has("then_phrases") or (joined and clause.has("measure:fba"))):
        return Reading(Act.CONDITIONAL, "waits for what is asked before it")
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
    if last is Act.ROOT_CAUSE and act is Act.ONGOING and _follows(clause):
        return before  # "nobody controls his work, so we cancel 20 orders"
    led = act is Act.ROOT_CAUSE and last is not Act.ROOT_CAUSE
    return before if led and (_follows(clause) or clause.has("excuse")) else None
