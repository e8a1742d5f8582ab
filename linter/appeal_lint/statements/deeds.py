"""Deeds that are done, and practices in force."""

from appeal_lint.model.words import Act, Agent, Section
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.failings import telling
from appeal_lint.statements.verbs import BEHIND, NOW, Time


def repaid(one: Evidence) -> Reading | None:
    """ "All nine buyers got their money back": the seller's deed, told from the other side."""
    if one.agent is not Agent.CUSTOMER or one.verb.time not in BEHIND or one.verb.negated:
        return None
    if one.verb.lemma in ("get", "receive", "have") and one.has("measure:refund"):
        return Reading(Act.COMPLETED, f"“{one.verb.words}”: the buyers have it back")
    return None


def over(one: Evidence) -> Reading | None:
    """ "The second account is closed": a state that only a finished deed brings about."""
    verb = one.verb
    if verb.time is not Time.PRESENT or not verb.passive or not one.has("ending_head"):
        return None
    if one.has("every", "harm", "notice_phrases"):
        return None
    if verb.negated or one.agent in (Agent.AMAZON, Agent.CUSTOMER) or one.has("customer"):
        return None
    return None if one.when else Reading(Act.COMPLETED, f"“{verb.words}”: what a deed has left")


def no_more(one: Evidence) -> Reading | None:
    """ "Nothing has been bought from him since": an end that was made and holds."""
    if one.verb.time is Time.PERFECT and one.has("nobody") and one.has("since_phrases"):
        return Reading(Act.COMPLETED, f"“{one.verb.words}”: ended and not begun again")
    return None


def completed(one: Evidence) -> Reading | None:
    """A deed that mends and is done, hollow or not."""
    verb = one.verb
    behind = verb.time in BEHIND or verb.time is Time.PARTICIPLE
    plain = not (verb.passive and verb.time is Time.PRESENT)
    slip = verb.time in NOW and one.has("slip_phrases") and one.has("mending_head") and plain
    if not (behind or slip) or not _may_mend(one):
        return None
    if one.section is Section.CAUSE and not one.has("done_phrases"):
        return None
    if telling(one) or (one.has("consequence_phrases") and not one.has("done_phrases")):
        return None
    mends = one.has("mending_head")
    if one.has("cause_phrases") and not mends:
        return None
    if one.has("harm_main") and not (mends and one.agent is Agent.SELLER):
        mends = mends and verb.passive and not one.has("harm_subject")
        if not mends:
            return None
    if mends or one.has("measure"):
        how = "done" if behind else "reads as done at once"
        return Reading(Act.COMPLETED, f"“{verb.words}”: {how}")
    return None


def _may_mend(one: Evidence) -> bool:
    """Say whether the clause can tell a deed of the seller's at all."""
    verb = one.verb
    if one.has("notice_phrases", "various", "harm_head") or not one.own or verb.negated:
        return False
    if one.has("excuse") and one.subject in ("they", "he", "she"):
        return False
    if verb.time is Time.PERFECT and {"always", "never"} & one.spoken:
        return False
    if verb.lasting or (verb.lemma == "be" and not verb.passive and not one.has("ready_phrases")):
        return False
    if one.agent is Agent.NONE and not verb.passive:
        return not one.has("excuse") and (not one.subject or one.has("measure"))
    return True


def ongoing(one: Evidence) -> Reading | None:
    """A habit or rule in force: "every parcel is weighed before dispatch"."""
    verb = one.verb
    if one.agent in (Agent.CUSTOMER, Agent.AMAZON, Agent.OTHER) or one.has("harm_head"):
        return None
    if one.has("excuse:hardship", "business_head") and not one.has("measure"):
        return None
    if not _habit(one) or (one.has("cause_phrases") and one.has("harm_main")):
        return None
    if one.has("stative_head") and not (one.has("measure") and one.has("now_phrases", "every")):
        return None
    if one.agent in (Agent.CARRIER, Agent.SUPPLIER) and not _by_order(one):
        return None
    if one.agent is Agent.NONE and one.has("excuse") and not verb.passive:
        return None
    if one.has("measure", "every") or (one.has("now_phrases") and not one.has("harm_main")):
        return Reading(Act.ONGOING, f"“{verb.words}”: a practice in force")
    if verb.negated and one.has("guarded_phrases") and not one.has("harm_main", "excuse"):
        return Reading(Act.ONGOING, f"“{verb.words}”: a rule of the house")
    if one.agent is not Agent.SELLER or verb.time is not Time.PRESENT or one.has("stative_head"):
        return None
    mends = one.has("mending_head") and not one.has("neutral_head")
    if mends or (verb.negated and not one.has("harm", "excuse")):
        return Reading(Act.ONGOING, f"“{verb.words}”: a habit", one.has("unmarked"))
    return None


def _habit(one: Evidence) -> bool:
    verb = one.verb
    if verb.time in NOW or (verb.time is Time.PERFECT and "always" in one.spoken):
        return True
    if verb.time is Time.CAN:
        return one.has("now_phrases")
    return verb.time in (Time.BARE, Time.PARTICIPLE) and one.has("every")


def _by_order(one: Evidence) -> bool:
    """Say whether a carrier or supplier does as the seller ordered, and does it well."""
    if one.has("excuse") or {"nothing", "not", "n't", "never", "no"} & one.spoken:
        return False
    return one.has("measure") and one.has("own_goods", "from_us_phrases", "every")


def plain_past(one: Evidence) -> Reading | None:
    """What else the seller did, where nothing speaks against it."""
    if one.verb.time in BEHIND and one.agent is Agent.SELLER and not one.has("harm", "various"):
        if one.has("stative_head"):
            return None
        return Reading(Act.COMPLETED, f"“{one.verb.words}”: a finished deed", weak=True)
    return None
