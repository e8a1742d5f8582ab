"""The part of the summary in the terminal on what goes with accounts that came back."""

from appeal_lint.model.success import Success
from appeal_lint.report.cautions import besides
from appeal_lint.report.page import Page
from appeal_lint.report.review import words
from appeal_lint.survey.records import Survey

EFFECTS = 10


def outcomes(page: Page, survey: Survey, success: Success | None) -> None:
    """Write what became of the accounts, and what went with it; nothing where none is known."""
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
        said = page.say("{name}: {text}", name=kind, text=effect.title)
        page.line((said, "bold"), indent=2, hang=2)
        both = page.say(
            "With it the account came back for {having}, without it for {lacking}.",
            having=words.rate(page, effect.having),
            lacking=words.rate(page, effect.lacking),
        )
        page.line(both, page.blank, words.difference(page, effect) + page.say("."), indent=4)
    if not telling and not success.few:
        page.line(page.say("No fault and no part made a difference that is sure."), indent=2)
    if success.curve is not None:
        page.line(words.curve(page, success.curve), indent=2)
    for one in besides(success):
        page.line(one.told(page), indent=2)
