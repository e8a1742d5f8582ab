"""What a clause does, asked in the order of the annotation guide.

Each question is a function that answers with an act and the evidence for it, or
with nothing; the first answer stands.
"""

from collections.abc import Callable

from appeal_lint.model.words import Act, BlockKind
from appeal_lint.statements import ahead, asking, deeds, failings, headings, talk
from appeal_lint.statements.evidence import Evidence, Reading

Question = Callable[[Evidence], Reading | None]

QUESTIONS: tuple[Question, ...] = (
    talk.not_own_words,
    talk.courtesy,
    asking.request,
    asking.conditional,
    talk.question,
    asking.imperative,
    talk.refusal,
    failings.own_words,
    talk.known_rule,
    talk.letter_line,
    ahead.promise,
    headings.under_heading,
    deeds.repaid,
    deeds.over,
    deeds.no_more,
    deeds.completed,
    deeds.ongoing,
    failings.admission,
    talk.denial,
    talk.empty,
    failings.root_cause,
    deeds.plain_past,
)


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
