"""Owning what went wrong, and telling how it came about."""

from appeal_lint.model.words import Act, Agent, Section
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.verbs import AHEAD, BEHIND, NOW, Time

_ACQUIRED = frozenset({"buy", "get", "order", "open", "take"})
_MENDED = (
    "measure:refund",
    "measure:customer_service",
    "measure:training",
    "measure:staffing",
    "measure:documentation",
    "measure:policy_review",
    "measure:fba",
)
"""Measures that a plain deed ("we gave", "we made") carries out, never a failing."""


def own_words(one: Evidence) -> Reading | None:
    """Owning words beat a cause beside them, but not a deed or a future in the same clause."""
    mended = one.verb.time in BEHIND and (
        one.verb.lemma.startswith("apolog")
        or (one.has("mending_head") and one.has("measure", "customer"))
    )
    if one.has("admission_strong") and one.verb.time not in (Time.FUTURE, Time.MUST) and not mended:
        return Reading(Act.ADMISSION, f"“{one.quote('admission_strong')}” owns it")
    return None


def admission(one: Evidence) -> Reading | None:
    """The breach called a breach."""
    if one.has("notice_phrases") and one.verb.time in BEHIND:
        return Reading(Act.OTHER, f"“{one.quote('notice_phrases')}” retells the notice")
    if one.has("admission_phrases") and one.own:
        return Reading(Act.ADMISSION, f"“{one.quote('admission_phrases')}” owns it")
    return None


def root_cause(one: Evidence) -> Reading | None:
    """How it came about: a failing, the harm that followed, or what it is blamed on."""
    verb = one.verb
    if one.section is Section.CAUSE and verb.time in BEHIND | NOW:
        return Reading(Act.ROOT_CAUSE, "a fact under a heading that asks for the cause")
    if one.has("cause_phrases") and (one.has("harm") or verb.time in BEHIND or one.has("excuse")):
        return Reading(Act.ROOT_CAUSE, f"“{one.quote('cause_phrases')}” tells how it came about")
    if one.has("harm") and _harm_told(one):
        return Reading(Act.ROOT_CAUSE, f"“{one.quote('harm')}”: what went wrong")
    practice = verb.time in NOW and one.has("measure") and one.has("now_phrases", "every")
    pleads = one.has("excuse") and one.agent is not Agent.AMAZON and not practice
    if pleads and verb.time in BEHIND | NOW | {Time.NOUN}:
        return Reading(Act.ROOT_CAUSE, "tells what it is blamed on")
    if telling(one) and one.own:
        why = f"“{verb.words}”: a past deed that mended nothing"
        return Reading(Act.ROOT_CAUSE, why, weak=True)
    if verb.time in BEHIND and one.agent is Agent.SELLER and verb.negated:
        return Reading(Act.ROOT_CAUSE, f"“{verb.words}”: something was not done")
    return None


def _harm_told(one: Evidence) -> bool:
    verb = one.verb
    if verb.time in AHEAD:
        return False
    unable = verb.negated or "could" in one.spoken or one.has("nobody")
    if verb.time is Time.CAN and not unable:
        return False
    if verb.time in NOW and one.agent in (Agent.CUSTOMER, Agent.AMAZON):
        return False
    if one.agent is Agent.AMAZON and not one.has("harm_head"):
        return False
    if verb.time in NOW and one.agent is Agent.NONE and one.has("effect_verbs"):
        return False  # "the list makes it harder for a wrong item to slip through"
    return verb.time in BEHIND or one.has("harm_main") or verb.time is Time.NOUN


def telling(one: Evidence) -> bool:
    """Say whether a plain deed in the past tells how it came about rather than what was mended."""
    if not one.has("neutral_head") or one.verb.time is not Time.PAST:
        return False
    if one.has("harm_main", "cause_phrases"):
        return not one.has("done_phrases", "measure:refund", "measure:customer_service")
    if one.verb.lemma in _ACQUIRED and one.has("measure:software"):
        return False
    if one.section is Section.ACTIONS or one.has("done_phrases", *_MENDED):
        return False
    counted = one.has("dated") and one.agent is Agent.SELLER
    return not counted and not (one.has("customer") and not one.verb.passive)
