"""In which order a person reads the findings."""

from collections.abc import Iterable, Mapping

from appeal_lint.model.report import Finding
from appeal_lint.model.words import Severity

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def ranked(findings: Iterable[Finding], points: Mapping[str, int]) -> list[Finding]:
    """Return errors by points lost, then warnings, then notes.

    Errors of one rule stay together. Within a rule, and among warnings and notes, they go
    by place; those on the whole letter come last.

    Args:
        findings: those of one draft.
        points: what each rule costs the draft.

    """

    def rank(one: Finding) -> tuple[int, int, str, bool, int, int, str]:
        error = one.severity is Severity.ERROR
        lost, rule = (points.get(one.rule, 0), one.rule) if error else (0, "")
        return _RANK[one.severity], -lost, rule, one.whole, one.start, one.end, one.rule

    return sorted(findings, key=rank)
