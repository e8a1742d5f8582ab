"""What is nobody's deed: quotations, rules retold, lines about the letter, mere talk."""

from appeal_lint.model.words import Act, Agent, Section
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.verbs import AHEAD, BEHIND, NOW, Time

_FIGURES = tuple(
    f"mark:{name}"
    for name in (
        "metric_odr",
        "odr_part",
        "metric_valid_tracking",
        "metric_cancellation",
        "metric_late_shipment",
        "metric_on_time",
    )
)


def not_own_words(one: Evidence) -> Reading | None:
    """A quotation, and what a rule or a notice says, are nobody's deed."""
    if one.verb_at in one.tree.quoted:
        return Reading(Act.OTHER, "stands in quotation marks: words of somebody else")
    if one.has("retold"):
        return Reading(Act.OTHER, f"“{one.quote('retold')}” retells a rule or a notice")
    if one.has("rule_phrases") and one.verb.time in AHEAD and not one.mine:
        return Reading(Act.OTHER, f"“{one.quote('rule_phrases')}” retells a rule")
    return None


def courtesy(one: Evidence) -> Reading | None:
    """ "Please find attached" asks for nothing."""
    if one.has("every", "admission_strong"):
        return None
    if one.verb.lemma in ("attach", "enclose") and (one.verb.passive or one.verb.time in NOW):
        return Reading(Act.OTHER, f"“{one.verb.words}” points to a document")
    if one.has("request_not") and one.has("request_phrases") and not one.has("amazon_waits"):
        return Reading(Act.OTHER, f"“{one.quote('request_not')}” points to the letter")
    return None


def refusal(one: Evidence) -> Reading | None:
    """ "Our kites are too long for FBA" is neither a cause nor a practice."""
    for mark in ("mark:fba_refused", "mark:fba_impossible"):
        if one.has(mark) and one.verb.time in NOW | {Time.CAN}:
            return Reading(Act.OTHER, f"“{one.quote(mark)}”: why FBA is not used")
    return None


def question(one: Evidence) -> Reading | None:
    """A question, or a title such as "What we will do from now on"."""
    if one.has("asked") and not one.has("excuse"):
        return Reading(Act.OTHER, "a question or a title: it announces what follows")
    return None


def known_rule(one: Evidence) -> Reading | None:
    """ "We understand that failing this will cost the account": known, not planned."""
    if one.has("knowing") and one.verb.time in AHEAD:
        return Reading(Act.OTHER, f"“{one.quote('knowing')}”: what is known, not what is done")
    return None


def letter_line(one: Evidence) -> Reading | None:
    """ "I would like to present our plan" speaks of the letter."""
    ahead = one.verb.time in AHEAD | {Time.INFINITIVE, Time.BARE} or one.has("intention_phrases")
    if one.has("letter_line") and ahead and one.agent is not Agent.CUSTOMER:
        return Reading(Act.OTHER, "speaks of the letter or is a courtesy")
    return None


def denial(one: Evidence) -> Reading | None:
    """ "We have never sold a copy" tells neither a deed nor a cause."""
    if one.has("excuse:denial") and not one.has("cause_phrases") and one.verb.time in BEHIND | NOW:
        return Reading(Act.OTHER, f"“{one.quote('excuse:denial')}” denies the charge")
    return None


def empty(one: Evidence) -> Reading | None:
    """What is past or present and tells neither a deed nor a cause."""
    verb = one.verb
    if one.has("result_phrases") and verb.time in BEHIND | NOW:
        return Reading(Act.OTHER, f"“{one.quote('result_phrases')}”: what the measures brought")
    if one.has("figure_head") and one.has(*_FIGURES):
        return Reading(Act.OTHER, f"“{verb.words}”: figures retold")
    if one.has("cause_phrases") or one.section is Section.CAUSE:
        return None
    if one.has("various") and verb.time in BEHIND and one.agent is Agent.SELLER:
        return Reading(Act.OTHER, f"“{one.quote('various')}”: no step is named")
    if verb.time in NOW | {Time.CAN, Time.BARE}:
        for plea in ("excuse:hardship", "excuse:amazon_blame"):
            if one.has(plea):
                return Reading(Act.OTHER, f"“{one.quote(plea)}” pleads or complains")
    if verb.time is Time.PERFECT and "never" in one.spoken and not one.has("harm"):
        return Reading(Act.OTHER, f"“{verb.words}”: what never was")
    return None
