"""Where the points went."""

from appeal_lint.model.report import Report
from appeal_lint.report.page import Page


def write(page: Page, report: Report) -> None:
    """Write each rule with the points it took, most first, and the sum."""
    page.title(page.say("Where the points went"))
    losses = report.score.losses
    if not losses:
        page.line(page.say("No points are lost."), indent=2)
        return
    for loss in losses:
        title = loss.title
        if loss.count > 1:
            title = page.say("{title}, {number} times", title=title, number=loss.count)
        page.line(f"{-loss.points:>4}  ", f"{title}  ({loss.rule})", indent=2, hang=6)
    lost = sum(loss.points for loss in losses)
    page.line(
        page.say("{lost} points are lost. The lowest score is 0.", lost=lost)
        if lost > 100
        else f"100 - {lost} = {report.score.value}",
        indent=2,
    )
