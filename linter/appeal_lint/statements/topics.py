"""Issues and measures of a statement: by the phrases in it, or as learned and then checked."""

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


def measures(parts: Sequence[Evidence]) -> tuple[Measure, ...]:
    """Return the measures named in these clauses, in the order of the closed words."""
    named = _named(parts)
    return tuple(one for one in Measure if f"measure:{one}" in named)


def kept(
    found: Sequence[Measure], act: Act, parts: Sequence[Evidence], blames: bool
) -> tuple[Measure, ...]:
    """Return the measures that stay; a cause, an admission and mere talk of others name none.

    Args:
        found: the measures named, by phrases or as learned.
        act: what the statement does.
        parts: its clauses.
        blames: whether it pleads an excuse.

    """
    if act in _NAMES_NONE or (act in _TALKS and (blames or _others(parts))):
        return ()
    return _with_fba(found, act, parts)


def _with_fba(found: Sequence[Measure], act: Act, parts: Sequence[Evidence]) -> tuple[Measure, ...]:
    """Return the measures with FBA where it is meant and not named, without it where refused.

    Goods that wait for Amazon go to Amazon, and whoever stops their own delivery uses FBA.
    """
    if any(part.has("mark:fba_refused", "mark:fba_impossible") for part in parts):
        return tuple(one for one in found if one is not Measure.FBA)
    waits = act is Act.CONDITIONAL and any(part.has("inbound_phrases") for part in parts)
    if waits or any(part.has("mark:fba_self_delivery_stopped") for part in parts):
        return tuple(dict.fromkeys((Measure.FBA, *found)))
    return tuple(found)


def _others(parts: Sequence[Evidence]) -> bool:
    return all(
        part.agent in (Agent.CARRIER, Agent.SUPPLIER, Agent.CUSTOMER, Agent.OTHER)
        or part.has("retold")
        for part in parts
    )
