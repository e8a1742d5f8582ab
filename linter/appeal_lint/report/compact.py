"""One line a finding, as compilers write them: for grep, and for the lists of editors."""

from collections.abc import Iterator, Sequence

from appeal_lint.model.report import Report
from appeal_lint.report.safe import safe


def render(reports: Sequence[Report]) -> str:
    """Return `file:line:column: severity message [rule]` for each finding, and nothing else.

    Lines and columns count characters from 1. What is about the whole letter stands at 1:1.
    """
    return "".join(f"{safe(row)}\n" for report in reports for row in _rows(report))


def _rows(report: Report) -> Iterator[str]:
    for one in report.findings:
        line, column = report.draft.place(one.start)
        place = f"{report.draft.path}:{line}:{column}"
        yield f"{place}: {one.severity} {one.message} [{one.rule}]"
