"""The first half of the page: what all letters together come to."""

from collections.abc import Iterator

from appeal_lint.i18n import Tongue
from appeal_lint.report.review import charts, words
from appeal_lint.report.review.charts import ROW, Bar
from appeal_lint.report.review.escape import apart, escaped
from appeal_lint.report.review.groups import groups_section
from appeal_lint.report.review.parts import (
    figure,
    folded,
    label,
    paragraph,
    pick,
    table,
)
from appeal_lint.report.review.svg import drawn
from appeal_lint.report.review.tokens import Tokens
from appeal_lint.report.review.trend import trend_section
from appeal_lint.report.safe import safe
from appeal_lint.survey.records import Survey

FAULTS = 10
"""How many faults have a bar; the table has all."""

Section = tuple[str, str, str]
"""The name, the title and the inside of a part of the page."""


def head(survey: Survey, say: Tongue) -> str:
    """Return the title of the page, the verdict, and the most important numbers."""
    spread = survey.spread
    numbers = [
        (str(survey.letters), say.say("letters")),
        (str(survey.ready), say.say("ready to send")),
        (words.figure(spread.median), say.say("score in the middle")),
    ]
    known = survey.outcomes.reinstated + survey.outcomes.rejected
    if known:
        back = words.percent(survey.outcomes.reinstated / known)
        numbers.append((back, say.say("accounts back, where it is known")))
    shown = "".join(
        f"<li><strong>{escaped(number)}</strong> {escaped(name)}</li>" for number, name in numbers
    )
    tiles = f'<ul class="tiles">{shown}</ul>\n' if survey.letters else ""
    return (
        f"<header><h1>{escaped(say.say(words.TITLE))}</h1>\n"
        + paragraph(*words.verdict(say, survey), blank=say.blank, kind="lead")
        + f"{tiles}</header>\n"
    )


def sections(survey: Survey, tokens: Tokens, say: Tongue) -> Iterator[Section]:
    """Yield the parts that there is something to say in."""
    yield "scores", say.say("Scores"), _scores(survey, say)
    if survey.trend.periods:
        yield "trend", say.say("Over time"), trend_section(survey, say)
    yield "faults", say.say("The commonest faults"), _faults(survey, tokens, say)
    yield "parts", say.say("What a strong letter has"), _elements(survey, tokens, say)
    for name, title, groups in (
        ("types", say.say("By type"), survey.types),
        ("authors", say.say("By author"), survey.authors),
    ):
        if groups.listed:
            yield name, title, groups_section(name, title, groups, tokens, say)


def _scores(survey: Survey, say: Tongue) -> str:
    bins = survey.spread.bins
    names = [f"{at * 10}–{at * 10 + 9 if at < 9 else 100}" for at in range(len(bins))]
    line = None if survey.minimum is None else min(survey.minimum, 100) / 10
    ready = say.say("ready from {minimum}", minimum=survey.minimum)
    sentences = tuple(words.middle(say, survey))
    title = say.say("How many letters have which score")
    chart = drawn(
        "scores", 240, title, say.blank.join(sentences), charts.columns(names, bins, line, ready)
    )
    rows = [(name, str(count)) for name, count in zip(names, bins, strict=True)]
    numbers = table([say.say("Score"), say.say("Letters")], rows, title)
    return (
        paragraph(*sentences, blank=say.blank)
        + figure(chart)
        + folded(say.say("The same as a table"), numbers)
    )


def _faults(survey: Survey, tokens: Tokens, say: Tongue) -> str:
    if not survey.faults:
        return paragraph(say.say("No fault was found."))
    title = say.say("In how many letters each fault is")
    bars = [
        Bar(
            label(f"{say.say(words.SEVERITY[one.severity])} · {safe(one.title)}"),
            one.letters,
            f"{one.letters} ({words.percent(one.letters / survey.letters)})",
        )
        for one in survey.faults[:FAULTS]
    ]
    said = say.say(
        "The commonest fault is “{title}”, in {letters} of {all} letters.",
        title=safe(survey.faults[0].title),
        letters=survey.faults[0].letters,
        all=survey.letters,
    )
    chart = drawn("faults", len(bars) * ROW, title, said, charts.bars(bars, survey.letters))
    rows = [
        (
            pick(tokens.rule(one.rule), apart(one.title)),
            escaped(say.say(words.SEVERITY[one.severity])),
            str(one.letters),
            str(one.times),
            str(one.points),
        )
        for one in survey.faults
    ]
    heads = [
        say.say("Fault"), say.say("Kind"), say.say("Letters"), say.say("Times"),
        say.say("Points lost"),
    ]  # fmt: skip
    return (
        paragraph(said)
        + figure(chart)
        + folded(say.say("All faults as a table"), table(heads, rows, title, texts=2))
    )


def _elements(survey: Survey, tokens: Tokens, say: Tongue) -> str:
    names = say.say("missing"), say.say("weak"), say.say("there")
    title = say.say("In how many letters each part is missing, weak or there")
    worst = max(survey.elements, key=lambda one: (one.missing, one.weak))
    said = say.say(
        "The part that is missing most often is “{title}”, in {letters} of {all} letters.",
        title=safe(worst.title),
        letters=worst.missing,
        all=survey.letters,
    )
    rows = [(one, (one.missing, one.weak, one.covered)) for one in survey.elements]
    chart = drawn(
        "parts",
        len(rows) * ROW + charts.HEAD,
        title,
        said,
        charts.parts([(label(safe(one.title)), counts) for one, counts in rows], names),
    )
    cells = [
        (pick(tokens.element(one.name), apart(one.title)), *map(str, counts))
        for one, counts in rows
    ]
    return (
        paragraph(said if worst.missing else "")
        + figure(chart)
        + folded(say.say("The same as a table"), table([say.say("Part"), *names], cells, title))
    )
