"""A review of many letters for a terminal: verdict first, then what to mend in most of them."""

from appeal_lint.i18n import mark
from appeal_lint.model.success import Success
from appeal_lint.report.finding import WORDS
from appeal_lint.report.page import Page
from appeal_lint.report.review import words
from appeal_lint.report.review.rows import bar, more, table
from appeal_lint.report.review.text_success import outcomes
from appeal_lint.survey.records import Groups, Survey

FAULTS = 10
ALIKE = 5
WORST = 10
BAR = 30
"""Columns of the longest bar."""
MEAN = mark("Mean score")


def render(survey: Survey, success: Success | None, page: Page) -> str:
    """Return the summary of a review as lines.

    Args:
        survey: what the letters come to.
        success: what the outcomes say; None where there are none.
        page: what to write on.

    """
    first, *rest = words.verdict(page, survey)
    page.line((first, "bold"))
    for sentence in (*rest, *words.middle(page, survey)):
        page.line(sentence)
    if not survey.letters:
        return page.text()
    _scores(page, survey)
    _faults(page, survey)
    _elements(page, survey)
    _trend(page, survey)
    _groups(page, page.say("By type"), survey.types)
    _groups(page, page.say("By author"), survey.authors)
    _alike(page, survey)
    outcomes(page, survey, success)
    _worst(page, survey)
    return page.text()


def _scores(page: Page, survey: Survey) -> None:
    page.title(page.say("Scores"))
    bins = survey.spread.bins
    room = min(BAR, page.width - 20)
    for at, count in enumerate(bins):
        name = f"{at * 10}-{at * 10 + 9 if at < 9 else 100}"
        drawn = bar(page, count, max(bins), room)
        page.exact(f"{name:>6}  {drawn}{' ' if drawn else ''}{count}", indent=2)


def _faults(page: Page, survey: Survey) -> None:
    page.title(page.say("The commonest faults"))
    if not survey.faults:
        page.line(page.say("No fault was found."), indent=2)
    for fault in survey.faults[:FAULTS]:
        word, style = WORDS[fault.severity]
        page.line((page.say(word), style), f"  {fault.title}  ({fault.rule})", indent=2, hang=2)
        said = page.say(
            "in {letters} of {all} letters ({percent}); {times} times; {points} points lost",
            letters=fault.letters,
            all=survey.letters,
            percent=words.percent(fault.letters / survey.letters),
            times=fault.times,
            points=fault.points,
        )
        page.line(said, indent=4, hang=2)
    more(page, len(survey.faults) - FAULTS)


def _elements(page: Page, survey: Survey) -> None:
    page.title(page.say("What a strong letter has"))
    page.line(page.say("In how many letters each part is missing, weak or there:"), indent=2)
    heads = [page.say("missing"), page.say("weak"), page.say("there"), ""]
    rows = [
        [str(one.missing), str(one.weak), str(one.covered), one.title] for one in survey.elements
    ]
    table(page, [heads, *rows])


def _trend(page: Page, survey: Survey) -> None:
    if not survey.trend.periods:
        return
    page.title(page.say("Over time"))
    heads = [
        page.say(words.UNIT[survey.trend.unit]),
        page.say("Letters"),
        page.say("Ready"),
        page.say(MEAN),
        "",
    ]
    rows = [
        [
            one.name,
            str(one.letters),
            words.percent(one.ready / one.letters),
            words.figure(one.mean),
            bar(page, one.mean, 100, max(0, min(BAR, page.width - 45))),
        ]
        for one in survey.trend.periods
    ]
    table(page, [heads, *rows], left=(0, 4))
    if survey.trend.undated:
        page.line(page.say("Without a date: {number}.", number=survey.trend.undated), indent=2)


def _groups(page: Page, title: str, groups: Groups) -> None:
    if not groups.listed:
        return
    page.title(title)
    for one in (*groups.listed, *((groups.rest,) if groups.rest else ())):
        name = one.name or page.say("All others together ({number})", number=groups.small)
        said = page.say(
            "letters: {letters}; ready: {ready}; mean score: {mean}",
            letters=one.letters,
            ready=words.percent(one.ready / one.letters),
            mean=words.figure(one.mean),
        )
        page.line((name, "bold"), f"  {said}", indent=2, hang=2)
        for _, fault, count in one.faults:
            page.line(f"{count:>5}  {fault}", indent=2, hang=7)
    if groups.unnamed:
        page.line(words.unnamed(page, groups), indent=2)


def _alike(page: Page, survey: Survey) -> None:
    if not survey.alike:
        return
    page.title(page.say("Letters that are nearly the same"))
    said = page.say(
        "{letters} letters are nearly the same as another one. Groups: {groups}.",
        letters=survey.alike_letters,
        groups=len(survey.alike),
    )
    page.line(said, page.blank, page.say(words.ALIKE), indent=2)
    for one in survey.alike[:ALIKE]:
        shown = page.say("{name}: {letters} letters", name=one.name, letters=one.letters)
        if one.closest is not None:
            closest = words.percent(one.closest)
            shown += page.say(". The closest two are {percent} the same", percent=closest)
        page.line(shown, indent=2, hang=2)
        others = [page.sign("…", "...")] if one.letters > len(one.paths) else []
        for path in (*one.paths, *others):
            page.exact(page.clean(path), indent=4)
    more(page, len(survey.alike) - ALIKE)


def _worst(page: Page, survey: Survey) -> None:
    unready = [one for one in survey.worst if not one.ready]
    if not unready:
        return
    page.title(page.say("Letters to rewrite first"))
    for one in unready[:WORST]:
        errors = page.many(one.errors, "{number} error", "{number} errors")
        page.line(f"{one.score:>3}  ", one.path, f"  ({errors})", indent=2, hang=5)
