"""Where the points went."""

from appeal_lint.model.report import Report
from appeal_lint.report.page import Page


def write(page: Page, report: Report) -> None:
    """Write each rule with the points it took, most first, and the sum."""
    page.title("Where the points went")
    losses = report.score.losses
    if not losses:
        page.line("No points are lost.", indent=2)
        return
    for loss in losses:
        times = f", {loss.count} times" if loss.count > 1 else ""
        page.line(f"{-loss.points:>4}  ", f"{loss.title}{times}  ({loss.rule})", indent=2, hang=6)
    lost = sum(loss.points for loss in losses)
    page.line(
        f"{lost} points are lost. The lowest score is 0."
        if lost > 100
        else f"100 - {lost} = {report.score.value}",
        indent=2,
    )
