"""What is already good: a frightened reader needs it, and should not break it."""

from appeal_lint.i18n import mark
from appeal_lint.model.report import Report
from appeal_lint.model.words import Act, Measure, Status
from appeal_lint.report.page import Page

NAMES = {
    Measure.QUALITY_INSPECTION: mark("quality inspection"),
    Measure.CUSTOMER_SERVICE: mark("customer service"),
    Measure.CARRIER: mark("carrier"),
    Measure.FBA: mark("FBA"),
    Measure.STAFFING: mark("staffing"),
    Measure.TRAINING: mark("training"),
    Measure.INVENTORY: mark("inventory"),
    Measure.TRACKING: mark("tracking"),
    Measure.LISTING_AUDIT: mark("listing audit"),
    Measure.SUPPLIER: mark("supplier"),
    Measure.RETURNS_PROCESS: mark("returns process"),
    Measure.REFUND: mark("refund"),
    Measure.SOFTWARE: mark("software"),
    Measure.POLICY_REVIEW: mark("policy review"),
    Measure.DOCUMENTATION: mark("documentation"),
}
"""What each kind of measure is called in a list."""


def write(page: Page, report: Report) -> None:
    """Write the elements that are covered, and the kinds of finished work."""
    page.title(page.say("Already good"))
    covered = [
        one.title for one in report.elements.values() if one.status is Status.COVERED and one.asked
    ]
    done = measures(report)
    sign = page.sign("✓", "+")
    if len(covered) == len(report.elements) > 0:
        covered = [page.say("All {number} parts of a strong letter are there", number=len(covered))]
    for title in covered:
        page.line(f"{sign} {title}", indent=2, hang=2)
    if done:
        kinds = page.many(
            len(done),
            "{number} kind of finished work: {names}",
            "{number} kinds of finished work: {names}",
            names=page.say(", ").join(page.say(NAMES[one]) for one in done),
        )
        page.line(f"{sign} {kinds}", indent=2, hang=2)
    if not covered and not done:
        page.line(page.say("You have a draft. That is a start."), indent=2)


def measures(report: Report) -> list[Measure]:
    """Return the kinds of measures that are done or in force, in order of first mention."""
    return list(
        dict.fromkeys(
            measure
            for one in report.statements
            if one.act in (Act.COMPLETED, Act.ONGOING)
            for measure in one.measures
        )
    )
