"""Issues and measures of a statement, from the phrases in it."""

from collections.abc import Sequence

from appeal_lint.model.words import Act, Agent, Excuse, Issue, Measure
from appeal_lint.statements.evidence import Evidence

_SLOW = frozenset({Excuse.GEOGRAPHY, Excuse.WEATHER, Excuse.CARRIER_BLAME, Excuse.VOLUME})
_NAMES_NONE = frozenset({Act.ROOT_CAUSE, Act.ADMISSION})
_TALKS = frozenset({Act.OTHER, Act.REQUEST})


def issues(parts: Sequence[Evidence], pleads: Excuse | None) -> tuple[Issue, ...]:
    """Return the issues named in these clauses, in the order of the closed words.

    Whoever pleads the place, the weather, the carrier or the mass of orders and names no
    issue speaks of parcels that came late.
    """
    named = _named(parts)
    found = tuple(issue for issue in Issue if f"issue:{issue}" in named)
    return (Issue.LATE_DELIVERY,) if not found and pleads in _SLOW else found


def _named(parts: Sequence[Evidence]) -> frozenset[str]:
    return frozenset(name for part in parts for name in part.hits)


def measures(act: Act, parts: Sequence[Evidence], blames: bool) -> tuple[Measure, ...]:
    """Return the measures named; a cause, an admission and mere talk of others name none.

    Args:
        act: what the statement does.
        parts: its clauses.
        blames: whether it pleads an excuse.

    """
    if act in _NAMES_NONE or (act in _TALKS and (blames or _others(parts))):
        return ()
    named = _named(parts)
    if act is Act.CONDITIONAL and "inbound_phrases" in named:
        named |= {f"measure:{Measure.FBA}"}  # goods that wait for Amazon go to Amazon
    found = (one for one in Measure if f"measure:{one}" in named)
    return tuple(one for one in found if one is not Measure.FBA or not _refused(parts))


def _refused(parts: Sequence[Evidence]) -> bool:
    """ "We do not use FBA" names FBA and is no measure."""
    return any(part.has("mark:fba_refused", "mark:fba_impossible") for part in parts)


def _others(parts: Sequence[Evidence]) -> bool:
    return all(
        part.agent in (Agent.CARRIER, Agent.SUPPLIER, Agent.CUSTOMER, Agent.OTHER)
        or part.has("retold")
        for part in parts
    )
