"""How many findings are ignored, and which ignores do nothing."""

from textwrap import shorten

from appeal_lint.model.report import Idle, Report
from appeal_lint.report.page import Page

LONGEST = 40
"""Characters of the words of an ignore that are repeated."""


def write(page: Page, report: Report) -> None:
    """Write a line for the ignored findings, and one for each ignore that is idle."""
    if report.ignored:
        page.line(count(page, report), page.blank, page.say("To see them: --no-ignores"))
    for one in report.idle:
        place = page.say("{file}, line {line}:", file=one.name, line=one.line)
        page.line(f"{place} {reason(page, one)}")
    path = report.draft.path
    if any(one.name.startswith(path) and one.name != path for one in report.idle):
        page.line(
            page.say("To take out what does nothing: appeal-lint ignore {path} --prune", path=path)
        )


def count(page: Page, report: Report) -> str:
    """Say how many findings are ignored."""
    return page.many(
        len(report.ignored), "{number} finding is ignored.", "{number} findings are ignored."
    )


def reason(page: Page, idle: Idle) -> str:
    """Say why an ignore does nothing."""
    words = shorten(idle.words, LONGEST, placeholder=" …")
    if idle.why == "unclear":
        return page.say("This is not understood. Write: <!-- appeal-lint: ignore RULE -->")
    if idle.why == "unknown" and idle.near:
        return page.say(
            "There is no rule {rule}, so nothing is ignored. Did you mean {near}?",
            rule=idle.rule,
            near=idle.near,
        )
    if idle.why == "unknown":
        return page.say("There is no rule {rule}, so nothing is ignored.", rule=idle.rule)
    if idle.why == "lapsed":
        return page.say(
            "The words “{words}” have changed, so nothing is ignored ({rule}).",
            words=words,
            rule=idle.rule,
        )
    return page.say("{rule} finds nothing there, so nothing is ignored.", rule=idle.rule)
