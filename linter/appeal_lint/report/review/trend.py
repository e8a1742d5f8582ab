"""The part of the page on how letters did over time."""

from appeal_lint.i18n import Tongue
from appeal_lint.report.review import charts, words
from appeal_lint.report.review.parts import figure, folded, paragraph, table
from appeal_lint.report.review.svg import drawn
from appeal_lint.survey.records import Survey


def trend_section(survey: Survey, say: Tongue) -> str:
    """Return the inside of the part on how letters did over time; there is a date."""
    periods = survey.trend.periods
    title = say.say("Scores over time")
    first, last = periods[0], periods[-1]
    said = say.say(
        "The mean score was {first} in {from_period} and is {last} in {to_period}.",
        first=words.figure(first.mean),
        from_period=first.name,
        last=words.figure(last.mean),
        to_period=last.name,
    )
    names = say.say("Mean score"), say.say("Ready, of 100 letters")
    draw = charts.lines(
        [one.at for one in periods],
        [one.name for one in periods],
        [one.mean for one in periods],
        [100 * one.ready / one.letters for one in periods],
        names,
    )
    rows = [
        (
            one.name,
            str(one.letters),
            words.figure(one.mean),
            words.percent(one.ready / one.letters),
        )
        for one in periods
    ]
    heads = [
        say.say(words.UNIT[survey.trend.unit]), say.say("Letters"), say.say("Mean score"),
        say.say("Ready"),
    ]  # fmt: skip
    undated = survey.trend.undated
    return (
        paragraph(
            said if len(periods) > 1 else "",
            say.say("Without a date: {number}.", number=undated) if undated else "",
            blank=say.blank,
        )
        + (figure(drawn("trend", 250, title, said, draw)) if len(periods) > 1 else "")
        + folded(say.say("The same as a table"), table(heads, rows, title))
    )
