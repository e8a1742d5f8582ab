"""A review of many letters for a terminal: verdict first, then what to mend in most of them."""

from collections.abc import Sequence

from rich.cells import cell_len

from appeal_lint.i18n import mark
from appeal_lint.model.success import Success
from appeal_lint.report.finding import WORDS
from appeal_lint.report.page import Page, padded
from appeal_lint.report.review import words
from appeal_lint.survey.records import Groups, Survey

FAULTS = 10
ALIKE = 5
EFFECTS = 10
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
    _outcomes(page, survey, success)
    _worst(page, survey)
    return page.text()


def _bar(page: Page, value: float, most: float, room: int) -> str:
    """Return a bar; what is more than nothing has at least one sign."""
    columns = round(room * value / most) if most else 0
    return page.sign("█", "#") * (max(1, columns) if value and room else 0)


def _scores(page: Page, survey: Survey) -> None:
    page.title(page.say("Scores"))
    bins = survey.spread.bins
    room = min(BAR, page.width - 20)
    for at, count in enumerate(bins):
        name = f"{at * 10}-{at * 10 + 9 if at < 9 else 100}"
        bar = _bar(page, count, max(bins), room)
        page.exact(f"{name:>6}  {bar}{' ' if bar else ''}{count}", indent=2)


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
    _more(page, len(survey.faults) - FAULTS)


def _elements(page: Page, survey: Survey) -> None:
    page.title(page.say("What a strong letter has"))
    page.line(page.say("In how many letters each part is missing, weak or there:"), indent=2)
    heads = [page.say("missing"), page.say("weak"), page.say("there"), ""]
    rows = [
        [str(one.missing), str(one.weak), str(one.covered), one.title] for one in survey.elements
    ]
    _table(page, [heads, *rows])


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
            _bar(page, one.mean, 100, max(0, min(BAR, page.width - 45))),
        ]
        for one in survey.trend.periods
    ]
    _table(page, [heads, *rows], left=(0, 4))
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
        page.line(page.say("Not said: {number} letters.", number=groups.unnamed), indent=2)


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
        more = page.sign("…", "...") if one.letters > len(one.paths) else ""
        for path in (*one.paths, more):
            page.exact(page.clean(path), indent=4)
    _more(page, len(survey.alike) - ALIKE)


def _outcomes(page: Page, survey: Survey, success: Success | None) -> None:
    known = survey.outcomes.reinstated + survey.outcomes.rejected
    if not known and success is None:
        return
    page.title(page.say("What got accounts back"))
    said = page.say(
        "Account back: {back}. Rejected: {rejected}. Not known: {unknown}.",
        back=survey.outcomes.reinstated,
        rejected=survey.outcomes.rejected,
        unknown=survey.outcomes.unknown,
    )
    page.line(said, indent=2)
    if success is None:
        return
    back = page.say(
        "Of the letters whose outcome is known, the account came back for {rate}.",
        rate=words.rate(page, success.overall),
    )
    page.line(back, indent=2)
    if careful := words.warning(page, success):
        page.line((careful, "bold yellow"), indent=2)
    telling = [one for one in success.effects if one.telling]
    for effect in telling[:EFFECTS]:
        kind = page.say("Part there") if effect.element else page.say("Fault")
        page.line((f"{kind}: {effect.title}", "bold"), indent=2, hang=2)
        both = page.say(
            "With it the account came back for {having}, without it for {lacking}.",
            having=words.rate(page, effect.having),
            lacking=words.rate(page, effect.lacking),
        )
        page.line(both, page.blank, words.difference(page, effect) + page.say("."), indent=4)
    if not telling and not success.few:
        page.line(page.say("No fault and no part made a difference that is sure."), indent=2)
    elif telling:
        page.line(page.say(words.CHANCE), indent=2)
    if success.curve is not None:
        page.line(words.curve(page, success.curve), indent=2)


def _worst(page: Page, survey: Survey) -> None:
    page.title(page.say("Letters to rewrite first"))
    for one in survey.worst[:WORST]:
        errors = page.many(one.errors, "{number} error", "{number} errors")
        page.line(f"{one.score:>3}  ", one.path, f"  ({errors})", indent=2, hang=5)


def _table(page: Page, rows: Sequence[Sequence[str]], left: Sequence[int] = (3,)) -> None:
    """Write columns as wide as their widest cell, numbers to the right; the last may wrap."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            padded(cell, width) if at in left else " " * (width - cell_len(cell)) + cell
            for at, (cell, width) in enumerate(zip(row[:-1], widths, strict=False))
        ]
        start = "  ".join(cells)
        if row[-1]:
            page.line(f"{start}  ", row[-1], indent=2, hang=cell_len(start) + 2)
        else:
            page.exact(page.clean(start), indent=2)


def _more(page: Page, number: int) -> None:
    if number > 0:
        page.line(page.say("And {number} more.", number=number), indent=2)
