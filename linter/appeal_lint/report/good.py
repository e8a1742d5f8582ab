"""What is already good: a frightened reader needs it, and should not break it."""

from appeal_lint.model.report import Report
from appeal_lint.model.words import Act, Measure, Status
from appeal_lint.report.page import Page

_NAMES = {Measure.FBA: "FBA"}


def write(page: Page, report: Report) -> None:
    """Write the elements that are covered, and the kinds of finished work."""
    page.title("Already good")
    covered = [
        one.title for one in report.elements.values() if one.status is Status.COVERED and one.asked
    ]
    done = measures(report)
    sign = page.sign("✓", "+")
    if len(covered) == len(report.elements) > 0:
        covered = [f"All {len(covered)} parts of a strong letter are there"]
    for title in covered:
        page.line(f"{sign} {title}", indent=2, hang=2)
    if done:
        names = ", ".join(map(name, done))
        kinds = "1 kind" if len(done) == 1 else f"{len(done)} kinds"
        page.line(f"{sign} {kinds} of finished work: {names}", indent=2, hang=2)
    if not covered and not done:
        page.line("You have a draft. That is a start.", indent=2)


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


def name(measure: Measure) -> str:
    """Return what to call a kind of measure in a sentence."""
    return _NAMES.get(measure, measure.replace("_", " "))
