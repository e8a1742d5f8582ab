"""The seller's future: promised, planned, under way, or begun only from now on."""

from appeal_lint.model.words import Act, Agent
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.verbs import AHEAD, BEHIND, NOW, SUBJECTLESS, Time

_EFFECT = frozenset({"this", "that", "these", "it", "which", "those", "they"})
_RESOLVED = frozenset({"decide", "plan", "commit", "promise"})
"""Past verbs that still look ahead: "we have decided to hire"."""


def promise(one: Evidence) -> Reading | None:
    """Our side has still to do it."""
    verb = one.verb
    if one.agent in (Agent.CUSTOMER, Agent.AMAZON) or one.has("excuse:hardship", "mark:threat"):
        return None
    if verb.time in AHEAD:
        return _future(one)
    if verb.time in BEHIND and verb.lemma not in _RESOLVED:
        return None
    if _others_future(one):
        return Reading(Act.OTHER, f"“{verb.words}”: somebody else's future")
    if one.has("no_repeat_phrases") and one.own:
        return Reading(Act.PROMISE, f"“{one.quote('no_repeat_phrases')}”: not proved yet")
    if one.has("intention_phrases") and (one.own or one.has("measure")) and not verb.negated:
        return Reading(Act.PROMISE, f"“{one.quote('intention_phrases')}”: not done yet")
    under_way = verb.time is Time.PROGRESSIVE and verb.passive and one.own
    if under_way and not one.has("every_subject", "harm"):
        return Reading(Act.PROMISE, f"“{verb.words}”: under way, not done yet")
    if one.has("ahead_phrases") and verb.time in NOW | SUBJECTLESS and not one.has("harm_head"):
        return Reading(Act.PROMISE, f"“{one.quote('ahead_phrases')}” lies ahead")
    if one.has("waits_for_others") and verb.time in NOW and one.own and not one.has("every"):
        return Reading(Act.PROMISE, f"“{one.quote('waits_for_others')}”: comes later")
    return None


def _future(one: Evidence) -> Reading | None:
    verb = one.verb
    effect = one.subject in _EFFECT or one.has("effect_subject")
    if effect and verb.time is not Time.MUST and not _own_subject(one):
        if verb.passive or verb.negated or verb.lemma == "be":
            return Reading(Act.PROMISE, f"“{verb.words}”: still to be done")
        return Reading(Act.OTHER, f"“{verb.words}”: the effect of a measure")
    if verb.time is Time.WOULD and verb.lemma in ("be", "have", "like", "appreciate", "hope"):
        return None if not one.has("intention_phrases") else _intended(one)
    if _others_future(one):
        return Reading(Act.OTHER, f"“{verb.words}”: somebody else's future")
    if one.agent is Agent.NONE and one.has("effect_verbs") and not verb.passive:
        return Reading(Act.OTHER, f"“{verb.words}”: the effect of a measure")
    if verb.time is Time.MUST and one.agent is Agent.NONE and not verb.passive:
        return None
    return Reading(Act.PROMISE, f"“{verb.words}”: the seller's future")


def _intended(one: Evidence) -> Reading:
    return Reading(Act.PROMISE, f"“{one.quote('intention_phrases')}”: not done yet")


def _others_future(one: Evidence) -> bool:
    """Say whether a carrier or supplier acts for itself, not on the seller's goods by his order."""
    if one.agent not in (Agent.CARRIER, Agent.SUPPLIER) or one.verb.lemma == "be":
        return False
    if not one.has("intention_phrases", "ahead_phrases") and one.verb.time not in AHEAD:
        return False
    return not one.has("own_goods", "from_us_phrases")


def _own_subject(one: Evidence) -> bool:
    return one.subject == "they" and one.agent is Agent.SELLER and one.has("measure")
