"""Requests to Amazon, and what waits for Amazon."""

from appeal_lint.model.words import Act, Agent
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.verbs import BEHIND, Time

_THIRD = (Agent.CUSTOMER, Agent.CARRIER, Agent.SUPPLIER)


def request(one: Evidence) -> Reading | None:
    """ "Please reinstate our account", a vague hope too."""
    if one.has("hoping_phrases") and one.agent not in _THIRD:
        return Reading(Act.REQUEST, f"“{one.quote('hoping_phrases')}” asks Amazon to act")
    if not one.has("request_phrases") or one.has("amazon_waits", "pardon_phrases"):
        return None
    if one.agent in _THIRD:
        return None
    if one.verb.time in BEHIND and not {"please", "kindly"} & one.spoken:
        return None
    return Reading(Act.REQUEST, f"“{one.quote('request_phrases')}” asks Amazon to act")


def imperative(one: Evidence) -> Reading | None:
    """ "Open the store." and "Reinstatement of our account" ask too."""
    if one.verb.time is Time.BARE and not one.subject and one.has("needful_phrases"):
        return Reading(Act.REQUEST, f"“{one.quote('needful_phrases')}” asks Amazon to act")
    if one.verb.time in (Time.BARE, Time.NOUN) and not one.subject and one.has("step_head"):
        return Reading(Act.REQUEST, f"“{one.verb.words}”: a step that only Amazon can take")
    return None


def conditional(one: Evidence) -> Reading | None:
    """ "Once you open the store, we send the goods" waits for Amazon."""
    if not one.has("amazon_waits") or (one.verb.time in BEHIND and one.agent is Agent.SELLER):
        return None
    return Reading(Act.CONDITIONAL, f"waits for Amazon: “{one.quote('amazon_waits')}”")
