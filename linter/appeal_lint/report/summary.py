"""What several drafts have in common: how many are ready, and how often each rule spoke."""

from collections import Counter
from collections.abc import Sequence

from appeal_lint.i18n import ENGLISH
from appeal_lint.model.report import Report
from appeal_lint.report.page import Page


def render(
    reports: Sequence[Report],
    *,
    statistics: bool = False,
    width: int = 80,
    unicode: bool = True,
    color: bool = False,
) -> str:
    """Return what to write after the last report; empty for one draft without statistics."""
    page = Page(width, unicode, color, reports[0].language if reports else ENGLISH)
    if len(reports) > 1:
        ready = sum(one.ready for one in reports)
        page.gap()
        page.line(
            (page.say("{number} letters.", number=len(reports)), "bold"),
            page.say(" {ready} ready, {rest} not ready.", ready=ready, rest=len(reports) - ready),
        )
    if statistics:
        page.title(page.say("Findings by rule"))
        counts = by_rule(reports)
        for rule, number in counts.items():
            page.line(f"{number:>4}  {rule}", indent=2, hang=6)
        all = page.many(
            sum(counts.values()), "{number} finding in all.", "{number} findings in all."
        )
        page.line(all, indent=2)
    return page.text()


def by_rule(reports: Sequence[Report]) -> dict[str, int]:
    """Return how often each rule spoke, most first."""
    counts = Counter(one.rule for report in reports for one in report.findings)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
