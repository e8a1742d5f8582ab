"""Small words that several parts of the report share."""

from appeal_lint.model.draft import Draft
from appeal_lint.model.report import Finding
from appeal_lint.model.said import Speaker
from appeal_lint.model.words import Counted


def where(speaker: Speaker, draft: Draft, finding: Finding) -> str:
    """Say where a finding is: `line 12`, `paragraph 12` of a document, or `whole letter`."""
    if finding.whole:
        return speaker.say("whole letter")
    number = draft.place(finding.start)[0]
    if in_paragraphs(draft):
        return speaker.say("paragraph {number}", number=number)
    return speaker.say("line {line}", line=number)


def go_to(speaker: Speaker, draft: Draft, start: int, quote: str) -> str:
    """Say which line or paragraph to go to, and which words stand there."""
    number = draft.place(start)[0]
    if in_paragraphs(draft):
        return speaker.say("Go to paragraph {number}: “{quote}”", number=number, quote=quote)
    return speaker.say("Go to line {line}: “{quote}”", line=number, quote=quote)


def in_paragraphs(draft: Draft) -> bool:
    """Say whether a person counts the paragraphs of a draft rather than its lines."""
    return draft.counted is Counted.PARAGRAPHS
