"""The part of the page on what goes with accounts that came back."""

from appeal_lint.i18n import Tongue
from appeal_lint.model.success import Effect, Success
from appeal_lint.report.cautions import besides
from appeal_lint.report.review import charts, words
from appeal_lint.report.review.charts import HEAD, ROW, Whisker
from appeal_lint.report.review.escape import apart, escaped
from appeal_lint.report.review.parts import figure, folded, label, paragraph, table
from appeal_lint.report.review.svg import drawn
from appeal_lint.report.safe import safe
from appeal_lint.survey.records import Survey

DRAWN = 12
"""How many effects are drawn; the table has all."""


def success_section(success: Success | None, survey: Survey, say: Tongue) -> str:
    """Return the inside of the part; nothing where no outcome is known."""
    outcomes = survey.outcomes
    if success is None and not outcomes.reinstated + outcomes.rejected:
        return ""
    known = say.say(
        "Account back: {back}. Rejected: {rejected}. Not known: {unknown}.",
        back=outcomes.reinstated,
        rejected=outcomes.rejected,
        unknown=outcomes.unknown,
    )
    if success is None:
        return paragraph(known)
    back = say.say(
        "Of the letters whose outcome is known, the account came back for {rate}.",
        rate=words.rate(say, success.overall),
    )
    careful = words.warning(say, success)
    return (
        paragraph(known, back, blank=say.blank)
        + paragraph(careful, kind="careful")
        + _effects(success, say)
        + paragraph(words.curve(say, success.curve) if success.curve else "")
        + paragraph(*(one.told(say) for one in besides(success)), blank=say.blank)
    )


def _effects(success: Success, say: Tongue) -> str:
    if not success.effects:
        return ""
    title = say.say("How much more or less often the account came back")
    sure = [one for one in success.effects if one.telling]
    said = (
        say.many(
            len(sure),
            "For one fault or part the difference is too great to be chance.",
            "For {number} faults or parts the difference is too great to be chance.",
        )
        if sure
        else say.say("No fault and no part made a difference that is sure.")
    )
    how = say.say(
        "Each dot shows how many more or fewer of 100 accounts came back when the letter has this "
        "fault or this part. The line shows how far off that may be. A full dot: this is hardly "
        "chance. An empty dot: it may be chance."
    )
    shown = [one for one in success.effects if not one.few][:DRAWN]
    rows = [
        Whisker(
            label(f"{_kind(one, say)} · {safe(one.title)}"),
            one.difference,
            one.low,
            one.high,
            one.telling,
        )
        for one in shown
    ]
    draw = charts.whiskers(rows, say.say("← fewer came back"), say.say("more came back →"))
    chart = figure(drawn("effects", len(rows) * ROW + HEAD, title, said, draw)) if rows else ""
    return (
        paragraph(said)
        + paragraph(how if rows else "")
        + chart
        + folded(say.say("All comparisons as a table"), _table(success, title, say))
    )


def _table(success: Success, title: str, say: Tongue) -> str:
    heads = [
        say.say("Fault or part"), say.say("Kind"), say.say("Sure?"), say.say("Back with it"),
        say.say("Back without it"), say.say("Difference in 100"), say.say("Between"),
    ]  # fmt: skip
    rows = [
        (
            apart(one.title),
            escaped(_kind(one, say)),
            escaped(_sure(one, say)),
            escaped(words.rate(say, one.having)),
            escaped(words.rate(say, one.lacking)),
            words.signed(one.difference),
            escaped(
                say.say("{low} and {high}", low=words.signed(one.low), high=words.signed(one.high))
            ),
        )
        for one in success.effects
    ]
    note = say.say(
        "“Between”: 95 percent interval. “Sure”: chance of less than 5 in 100, all comparisons "
        "taken together."
    )
    return table(heads, rows, title, texts=3) + paragraph(note)


def _kind(effect: Effect, say: Tongue) -> str:
    return say.say("Part there") if effect.element else say.say("Fault")


def _sure(effect: Effect, say: Tongue) -> str:
    if effect.few:
        return say.say("too few letters")
    return say.say("yes") if effect.telling else say.say("no, may be chance")
