"""What a clause does, asked in the order of the annotation guide.

Each question is a function that answers with an act and the evidence for it, or
with nothing; the first answer stands.
"""

from collections.abc import Callable

from appeal_lint.model.words import Act, Agent, BlockKind, Section
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.verbs import Time

AHEAD = frozenset({Time.FUTURE, Time.WOULD, Time.MUST})
BEHIND = frozenset({Time.PAST, Time.PERFECT})
NOW = frozenset({Time.PRESENT, Time.PROGRESSIVE})
SUBJECTLESS = frozenset({Time.BARE, Time.GERUND, Time.PARTICIPLE, Time.NOUN, Time.INFINITIVE})
_EFFECT = frozenset({"this", "that", "these", "it", "which", "those", "they"})


Question = Callable[[Evidence], Reading | None]


def judge(clause: Evidence) -> Reading:
    """Return what a clause does, and why it is read so. A clause is judged once."""
    if clause.reading is None:
        clause.reading = _judged(clause)
    return clause.reading


def _judged(clause: Evidence) -> Reading:
    if clause.block is BlockKind.HEADING:
        return Reading(Act.OTHER, "a heading: it announces what follows")
    for question in QUESTIONS:
        if (answer := question(clause)) is not None:
            return answer
    return Reading(Act.OTHER, "nothing in it is done, promised, asked or owned")


def _not_own_words(one: Evidence) -> Reading | None:
    """A quotation, and what a rule or a notice says, are nobody's deed."""
    if one.verb_at in one.tree.quoted:
        return Reading(Act.OTHER, "stands in quotation marks: words of somebody else")
    if one.has("retold"):
        return Reading(Act.OTHER, f"“{one.quote('retold')}” retells a rule or a notice")
    return None


def _question(one: Evidence) -> Reading | None:
    """A question, or a title such as "What we will do from now on"."""
    if one.has("asked") and not one.has("excuse"):
        return Reading(Act.OTHER, "a question or a title: it announces what follows")
    return None


def _known_rule(one: Evidence) -> Reading | None:
    """ "We understand that failing this will cost the account": known, not planned."""
    if one.has("knowing") and one.verb.time in AHEAD:
        return Reading(Act.OTHER, f"“{one.quote('knowing')}”: what is known, not what is done")
    return None


def _denial(one: Evidence) -> Reading | None:
    if one.has("excuse:denial") and not one.has("cause_phrases") and one.verb.time in BEHIND | NOW:
        return Reading(Act.OTHER, f"“{one.quote('excuse:denial')}” denies the charge")
    return None


def _courtesy(one: Evidence) -> Reading | None:
    if one.verb.lemma in ("attach", "enclose") and one.verb.passive:
        return Reading(Act.OTHER, f"“{one.verb.words}” points to a document")
    if one.has("request_not") and not one.has("amazon_waits"):
        return Reading(Act.OTHER, f"“{one.quote('request_not')}” points to the letter")
    return None


def _request(one: Evidence) -> Reading | None:
    if not one.has("request_phrases") or one.has("amazon_waits", "pardon_phrases"):
        return None
    if one.agent in (Agent.CUSTOMER, Agent.CARRIER, Agent.SUPPLIER):
        return None
    if one.verb.time in BEHIND and "please" not in one.spoken:
        return None
    return Reading(Act.REQUEST, f"“{one.quote('request_phrases')}” asks Amazon to act")


def _imperative(one: Evidence) -> Reading | None:
    """ "Open the store." and "Reinstatement of our account" ask too."""
    if one.verb.time in (Time.BARE, Time.NOUN) and not one.subject and one.has("step_head"):
        return Reading(Act.REQUEST, f"“{one.verb.words}”: a step that only Amazon can take")
    return None


def _conditional(one: Evidence) -> Reading | None:
    if not one.has("amazon_waits") or (one.verb.time in BEHIND and one.agent is Agent.SELLER):
        return None
    return Reading(Act.CONDITIONAL, f"waits for Amazon: “{one.quote('amazon_waits')}”")


def _letter_line(one: Evidence) -> Reading | None:
    ahead = one.verb.time in AHEAD | {Time.INFINITIVE, Time.BARE} or one.has("intention_phrases")
    if one.has("letter_line") and ahead and one.agent is not Agent.CUSTOMER:
        return Reading(Act.OTHER, "speaks of the letter or is a courtesy")
    return None


def _own_words(one: Evidence) -> Reading | None:
    """Owning words beat a cause beside them, but not a deed or a future in the same clause."""
    mended = one.verb.time in BEHIND and one.verb.lemma.startswith("apolog")
    if one.has("admission_strong") and one.verb.time not in (Time.FUTURE, Time.MUST) and not mended:
        return Reading(Act.ADMISSION, f"“{one.quote('admission_strong')}” owns it")
    return None


def _promise(one: Evidence) -> Reading | None:
    verb = one.verb
    if one.agent in (Agent.CUSTOMER, Agent.AMAZON):
        return None
    if verb.time in AHEAD or one.has("future_in_it"):
        return _future(one)
    if verb.time in BEHIND and verb.lemma not in ("decide", "plan", "commit", "promise"):
        return None
    if one.has("intention_phrases") and (one.own or one.has("measure")) and not verb.negated:
        return Reading(Act.PROMISE, f"“{one.quote('intention_phrases')}”: not done yet")
    if one.has("ahead_phrases") and verb.time in NOW | SUBJECTLESS and (not one.has("harm_head")):
        return Reading(Act.PROMISE, f"“{one.quote('ahead_phrases')}” lies ahead")
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
    if not one.own and one.agent in (Agent.CARRIER, Agent.SUPPLIER) and not one.has("measure"):
        return Reading(Act.OTHER, f"“{verb.words}”: somebody else's future")
    if one.agent is Agent.NONE and one.has("effect_verbs") and not verb.passive:
        return Reading(Act.OTHER, f"“{verb.words}”: the effect of a measure")
    if verb.time is Time.MUST and one.agent is Agent.NONE and not verb.passive:
        return None
    return Reading(Act.PROMISE, f"“{verb.words}”: the seller's future")


def _intended(one: Evidence) -> Reading:
    return Reading(Act.PROMISE, f"“{one.quote('intention_phrases')}”: not done yet")


def _own_subject(one: Evidence) -> bool:
    return one.subject == "they" and one.agent is Agent.SELLER and one.has("measure")


def _under_heading(one: Evidence) -> Reading | None:
    """A line without a subject takes its time from the heading above it."""
    verb = one.verb
    if verb.time not in SUBJECTLESS or one.subject:
        return None
    if (
        verb.time is Time.NOUN
        and one.block is not BlockKind.ITEM
        and not one.has("measure", "harm")
    ):
        return None
    under = {
        Section.ACTIONS: _under_done,
        Section.PREVENTION: _under_ahead,
        Section.CAUSE: _under_cause,
    }.get(one.section)
    if under is not None:
        return under(one)
    if verb.time is Time.PARTICIPLE:
        return None
    if verb.time is Time.INFINITIVE or (verb.time is Time.BARE and one.has("mending_head")):
        return Reading(Act.PROMISE, f"“{verb.words}”: a task, not a finished deed")
    return None


def _under_done(one: Evidence) -> Reading:
    if one.verb.time in (Time.NOUN, Time.PARTICIPLE):
        return Reading(Act.COMPLETED, "stands under a heading that looks back")
    return Reading(Act.ONGOING, "a practice, under a heading that looks back")


def _under_ahead(one: Evidence) -> Reading:
    if one.verb.time is Time.PARTICIPLE and one.has("now_phrases", "mending_head"):
        done = not one.has("every") or one.has("done_phrases")
        return Reading(
            Act.COMPLETED if done else Act.ONGOING, "reads as done, whatever its heading"
        )
    return Reading(Act.PROMISE, "stands under a heading that looks ahead")


def _under_cause(one: Evidence) -> Reading:
    return Reading(Act.ROOT_CAUSE, "stands under a heading that asks for the cause")


def _completed(one: Evidence) -> Reading | None:
    verb = one.verb
    behind = verb.time in BEHIND or verb.time is Time.PARTICIPLE
    slip = (
        one.verb.time in NOW
        and one.has("slip_phrases")
        and one.has("mending_head")
        and not (verb.passive and verb.time is Time.PRESENT)
    )
    if not behind and not slip:
        return None
    if (
        one.has("notice_phrases")
        or not one.own
        or one.has("various")
        or verb.negated
        or one.has("harm_head")
    ):
        return None
    if one.section is Section.CAUSE and not one.has("done_phrases"):
        return None
    if one.agent is Agent.NONE and not verb.passive and one.subject and not one.has("measure"):
        return None
    if one.has("excuse") and one.agent is Agent.NONE and not verb.passive:
        return None
    if _telling(one):
        return None
    mends = one.has("mending_head")
    if one.has("harm") and not (mends and one.agent is Agent.SELLER):
        mends = mends and verb.passive and not one.has("harm_subject")
        if not mends:
            return None
    if mends or one.has("measure"):
        how = "done" if behind else "reads as done at once"
        return Reading(Act.COMPLETED, f"“{verb.words}”: {how}")
    return None


def _over(one: Evidence) -> Reading | None:
    """ "The second account is closed": a state that only a finished deed brings about."""
    verb = one.verb
    if verb.time is not Time.PRESENT or not verb.passive:
        return None
    if not one.has("ending_head") or one.has("every", "harm", "notice_phrases") or verb.negated:
        return None
    if one.agent in (Agent.AMAZON, Agent.CUSTOMER) or one.has("customer") or one.when:
        return None
    return Reading(Act.COMPLETED, f"“{verb.words}”: a state that a finished deed left")


def _telling(one: Evidence) -> bool:
    """A plain deed in the simple past, with no date, number or buyer: how it came about."""
    if not one.has("neutral_head") or one.verb.time is not Time.PAST:
        return False
    if one.has("harm", "cause_phrases") and not one.has("dated"):
        return True
    return one.section is not Section.ACTIONS and not one.has("dated", "done_phrases", "customer")


def _ongoing(one: Evidence) -> Reading | None:
    verb = one.verb
    if one.agent in (Agent.CUSTOMER, Agent.AMAZON, Agent.OTHER) or one.has("harm_head"):
        return None
    habit = verb.time in NOW or (verb.time is Time.CAN and one.has("now_phrases"))
    if verb.time in (Time.BARE, Time.PARTICIPLE) and one.has("every"):
        habit = True
    if not habit:
        return None
    if one.has("cause_phrases") and one.has("harm"):
        return None
    if one.has("stative_head") and not (one.has("measure") and one.has("now_phrases", "every")):
        return None
    if one.agent in (Agent.CARRIER, Agent.SUPPLIER) and not one.has("measure"):
        return None
    if one.has("measure") or one.has("every") or (one.has("now_phrases") and not one.has("harm")):
        return Reading(Act.ONGOING, f"“{verb.words}”: a practice in force")
    if one.agent is not Agent.SELLER or verb.time is not Time.PRESENT or one.has("stative_head"):
        return None
    if one.has("mending_head") or (verb.negated and not one.has("harm", "excuse")):
        return Reading(Act.ONGOING, f"“{verb.words}”: a habit")
    return None


def _admission(one: Evidence) -> Reading | None:
    if one.has("notice_phrases") and one.verb.time in BEHIND:
        return Reading(Act.OTHER, f"“{one.quote('notice_phrases')}” retells the notice")
    if one.has("admission_phrases") and one.own:
        return Reading(Act.ADMISSION, f"“{one.quote('admission_phrases')}” owns it")
    return None


def _empty(one: Evidence) -> Reading | None:
    """What is past or present and tells neither a deed nor a cause."""
    verb = one.verb
    if one.has("cause_phrases") or one.section is Section.CAUSE:
        return None
    if one.has("various") and verb.time in BEHIND and one.agent is Agent.SELLER:
        return Reading(Act.OTHER, f"“{one.quote('various')}”: no step is named")
    if verb.time in NOW | {Time.CAN}:
        for plea in ("excuse:hardship", "excuse:amazon_blame"):
            if one.has(plea):
                return Reading(Act.OTHER, f"“{one.quote(plea)}” pleads or complains")
    if verb.time is Time.PERFECT and "never" in one.spoken and not one.has("harm"):
        return Reading(Act.OTHER, f"“{verb.words}”: what never was")
    return None


def _root_cause(one: Evidence) -> Reading | None:
    verb = one.verb
    if one.section is Section.CAUSE and verb.time in BEHIND | NOW:
        return Reading(Act.ROOT_CAUSE, "a fact under a heading that asks for the cause")
    if one.has("cause_phrases") and (one.has("harm") or verb.time in BEHIND or one.has("excuse")):
        return Reading(Act.ROOT_CAUSE, f"“{one.quote('cause_phrases')}” tells how it came about")
    if one.has("harm") and (verb.time in BEHIND or one.agent is not Agent.CUSTOMER):
        if verb.time in NOW and one.agent is Agent.CUSTOMER:
            return None
        return Reading(Act.ROOT_CAUSE, f"“{one.quote('harm')}”: what went wrong")
    if one.has("excuse") and verb.time in BEHIND | NOW and one.agent is not Agent.AMAZON:
        return Reading(Act.ROOT_CAUSE, "tells what it is blamed on")
    if _telling(one) and one.own:
        return Reading(Act.ROOT_CAUSE, f"“{verb.words}”: a past deed that mended nothing")
    if verb.time in BEHIND and one.agent is Agent.SELLER and verb.negated:
        return Reading(Act.ROOT_CAUSE, f"“{verb.words}”: something was not done")
    return None


def _plain_past(one: Evidence) -> Reading | None:
    if one.verb.time in BEHIND and one.agent is Agent.SELLER and not one.has("harm", "various"):
        if one.has("stative_head"):
            return None
        return Reading(Act.COMPLETED, f"“{one.verb.words}”: a finished deed")
    return None


QUESTIONS: tuple[Question, ...] = (
    _not_own_words,
    _courtesy,
    _request,
    _conditional,
    _question,
    _imperative,
    _own_words,
    _known_rule,
    _letter_line,
    _promise,
    _under_heading,
    _over,
    _completed,
    _ongoing,
    _admission,
    _denial,
    _empty,
    _root_cause,
    _plain_past,
)
