"""A rule as SARIF describes it, from what its finding says of it."""

from collections.abc import Iterator
from typing import Any

from appeal_lint.model.report import Finding
from appeal_lint.model.words import Severity
from appeal_lint.report import explain
from appeal_lint.report.explain import Line

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_URGENCY = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
"""The words of GitHub's code scanning."""


def descriptor(finding: Finding) -> dict[str, Any]:
    """Return the description of the rule behind a finding."""
    page = list(_page(finding))
    return {
        "id": finding.rule,
        "name": "".join(part.capitalize() for part in finding.rule.split("-")),
        "shortDescription": {"text": message(finding.title)},
        "fullDescription": {"text": message(finding.why)},
        "help": {
            "text": message("\n".join(f"{line.label}: {line.text}" for line in page[1:])),
            "markdown": message(explain.markdown(page)),
        },
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"problem.severity": _URGENCY[finding.severity], "tags": ["appeal-letter"]},
    }


def message(text: str) -> str:
    """Return a text as SARIF writes it in a message: no word of it is a placeholder or a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _page(finding: Finding) -> Iterator[Line]:
    yield Line("title", finding.title)
    yield Line("labelled", finding.why, "Why")
    yield Line("labelled", finding.advice, "Do")
    yield Line("labelled", f"“{finding.like}”", "Like")
