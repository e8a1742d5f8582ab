"""Workflow commands of GitHub Actions: findings beside the lines of a pull request."""

import re
from collections.abc import Iterator, Sequence

from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity
from appeal_lint.report.order import ordered
from appeal_lint.report.safe import safe
from appeal_lint.report.told import told

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(reports: Sequence[Report]) -> str:
    """Return one command a line, of each letter the most important first.

    GitHub shows only the first ten of each level. It takes columns only within one line.
    """
    return "".join(f"{_command(report, one)}\n" for report in reports for one in ordered(report))


def _command(report: Report, finding: Finding) -> str:
    properties = {"file": report.draft.path, **_place(report, finding), "title": finding.title}
    listed = ",".join(f"{name}={_escape(str(value))}" for name, value in properties.items())
    message = _escape("\n".join(told(report, finding)), _DATA)
    return f"::{_LEVELS[finding.severity]} {listed}::{message}"


def _place(report: Report, finding: Finding) -> dict[str, int]:
    if finding.whole:
        return {}
    line, column = report.draft.place(finding.start)
    end_line, end_column = report.draft.place(finding.end)
    lines = {"line": line, "endLine": end_line}
    return lines if line != end_line else {**lines, "col": column, "endColumn": end_column}


def _escape(text: str, signs: dict[str, str] = _PROPERTY) -> str:
    return "".join(_parts(text, signs))


def _parts(text: str, signs: dict[str, str]) -> Iterator[str]:
    """Yield line ends escaped, and all else escaped and unable to steer a terminal."""
    for part in re.split(r"([\r\n])", text):
        quiet = part if part in _DATA else safe(part)
        yield "".join(signs.get(char, char) for char in quiet)
