"""A line without a subject takes its time from the heading above it."""

from appeal_lint.model.words import Act, BlockKind, Section
from appeal_lint.statements.evidence import Evidence, Reading
from appeal_lint.statements.verbs import SUBJECTLESS, Time


def under_heading(one: Evidence) -> Reading | None:
    """Read "Weigh every parcel" or "Training of all packers" by its heading."""
    verb = one.verb
    if verb.time not in SUBJECTLESS or one.subject:
        return None
    bare_noun = verb.time is Time.NOUN and one.block is not BlockKind.ITEM
    if bare_noun and not one.has("measure", "harm"):
        return None
    under = {
        Section.ACTIONS: _done,
        Section.PREVENTION: _ahead,
        Section.CAUSE: _cause,
        Section.REQUEST: _request,
    }.get(one.section)
    if under is not None:
        return under(one)
    if verb.time is Time.PARTICIPLE:
        return None
    if verb.time is Time.INFINITIVE or (verb.time is Time.BARE and one.has("mending_head")):
        return Reading(Act.PROMISE, f"“{verb.words}”: a task, not a finished deed")
    return None


def _done(one: Evidence) -> Reading:
    if one.verb.time in (Time.NOUN, Time.PARTICIPLE):
        return Reading(Act.COMPLETED, "stands under a heading that looks back")
    return Reading(Act.ONGOING, "a practice, under a heading that looks back")


def _ahead(one: Evidence) -> Reading:
    if one.verb.time is Time.PARTICIPLE and one.has("now_phrases", "mending_head"):
        done = not one.has("every") or one.has("done_phrases")
        act = Act.COMPLETED if done else Act.ONGOING
        return Reading(act, "reads as done, whatever its heading")
    return Reading(Act.PROMISE, "stands under a heading that looks ahead")


def _cause(one: Evidence) -> Reading:
    return Reading(Act.ROOT_CAUSE, "stands under a heading that asks for the cause")


def _request(one: Evidence) -> Reading | None:
    if one.verb.time in (Time.NOUN, Time.BARE, Time.INFINITIVE):
        return Reading(Act.REQUEST, "stands under a heading that asks")
    return None
