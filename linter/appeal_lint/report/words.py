"""Small words that several parts of the report share."""

from appeal_lint.model.draft import Draft
from appeal_lint.model.report import Finding
from appeal_lint.report.page import Page


def where(page: Page, draft: Draft, finding: Finding) -> str:
    """Say where a finding is: `line 12`, or `whole letter`."""
    if finding.whole:
        return page.say("whole letter")
    return page.say("line {line}", line=draft.place(finding.start)[0])
