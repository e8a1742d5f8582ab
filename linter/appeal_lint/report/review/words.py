"""What the summary in the terminal and the page say alike."""

from collections.abc import Iterator

from appeal_lint.i18n import Tongue, mark
from appeal_lint.model.success import Curve, Effect, Rate, Success
from appeal_lint.model.words import Severity
from appeal_lint.report.cautions import FEW
from appeal_lint.report.page import Page
from appeal_lint.survey.records import Groups, Survey

Speech = Page | Tongue
"""Whatever says sentences in the language of the reader."""

SEVERITY = {
    Severity.ERROR: mark("Error"),
    Severity.WARNING: mark("Warning"),
    Severity.INFO: mark("Note"),
}
UNIT = {"month": mark("Month"), "quarter": mark("Quarter"), "year": mark("Year")}
TITLE = mark("Review of appeal letters")
ALIKE = mark(
    "Letters of one group share most of their words. Maybe they come from one template. A letter "
    "should tell what happened in this one account."
)


def percent(share: float) -> str:
    """Return a share from 0 to 1 in percent."""
    return f"{_round(100 * share)}%"


def figure(value: float) -> str:
    """Return a number of points, with a half or less where it is not whole."""
    return f"{value:.1f}".removesuffix(".0")


def verdict(say: Speech, survey: Survey) -> Iterator[str]:
    """Yield what a person wants to know first, in sentences."""
    letters = survey.letters
    if not letters:
        yield say.say("No letter was read.")
        return
    yield say.many(letters, "One letter was read.", "{number} letters were read.")
    yield say.say(
        "{ready} of {letters} are ready to send. {unready} are not.",
        ready=survey.ready,
        letters=letters,
        unready=survey.unready,
    )


def middle(say: Speech, survey: Survey) -> Iterator[str]:
    """Yield how the scores are spread, in sentences."""
    if not survey.letters:
        return
    spread = survey.spread
    yield say.say(
        "The score in the middle (the median) is {median} of 100: half of the letters have more, "
        "half have less.",
        median=figure(spread.median),
    )
    yield say.say(
        "Half of all letters are between {lower} and {upper}. The lowest score is {lowest}, the "
        "highest {highest}.",
        lower=figure(spread.lower),
        upper=figure(spread.upper),
        lowest=spread.lowest,
        highest=spread.highest,
    )
    if survey.minimum is not None:
        yield say.say(
            "A letter is ready from {minimum} points on, if it has no error.",
            minimum=survey.minimum,
        )


def unnamed(say: Speech, groups: Groups) -> str:
    """Return of how many letters nothing is said; nothing where there are none."""
    if not groups.unnamed:
        return ""
    return say.many(groups.unnamed, "Not said: one letter.", "Not said: {number} letters.")


def rate(say: Speech, one: Rate) -> str:
    """Return how often the account came back: `40 of 100 (40%)`."""
    if not one.of:
        return say.say("no letters")
    return say.say(
        "{back} of {of} ({percent})", back=one.back, of=one.of, percent=percent(one.share)
    )


def difference(say: Speech, effect: Effect) -> str:
    """Return how much more or less often the account came back, and how sure that is."""
    points = _round(100 * effect.difference)
    said = (
        say.say("{points} in 100 more came back", points=points)
        if points > 0
        else say.say("{points} in 100 fewer came back", points=-points)
        if points < 0
        else say.say("no difference")
    )
    return say.say(
        "{said} (very likely between {low} and {high})",
        said=said,
        low=_more(say, effect.low),
        high=_more(say, effect.high),
    )


def _more(say: Speech, share: float) -> str:
    points = _round(100 * share)
    if points < 0:
        return say.say("{points} fewer", points=-points)
    return say.say("{points} more", points=points)


def signed(share: float) -> str:
    """Return a difference of shares in points of percent, with its sign."""
    points = _round(100 * share)
    return f"+{points}" if points > 0 else str(points)


def curve(say: Speech, one: Curve) -> str:
    """Return what the area under the curve means, and the figure for those who know it."""
    return say.say(
        "Take one letter that got the account back and one that did not. In {pairs} of 100 such "
        "pairs the first has the better score; 50 would be no better than a coin. (Area under the "
        "ROC curve: {area}, 95 percent interval {low} to {high}.)",
        pairs=_round(100 * one.area),
        area=f"{one.area:.2f}",
        low=f"{one.low:.2f}",
        high=f"{one.high:.2f}",
    )


def warning(say: Speech, success: Success) -> str:
    """Return what to think of the figures where there are too few outcomes; else nothing."""
    if not success.few:
        return ""
    return say.say(FEW)


def _round(value: float) -> int:
    """Return the nearest whole number; a half goes up, as people round, and never `-0`."""
    return int(value + 0.5) if value >= 0 else -int(-value + 0.5)
