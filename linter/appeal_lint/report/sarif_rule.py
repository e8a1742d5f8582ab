"""A rule as SARIF describes it, from what its finding says of it."""

from collections.abc import Iterator
from typing import Any

from appeal_lint.i18n import ENGLISH, tongue
from appeal_lint.model.report import Finding
from appeal_lint.model.words import Severity
from appeal_lint.report import explain
from appeal_lint.report.explain import Line
from appeal_lint.report.page import DO, LIKE, WHY

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_URGENCY = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
"""The words of GitHub's code scanning."""


def descriptor(finding: Finding, language: str = ENGLISH) -> dict[str, Any]:
    """Return the description of the rule behind a finding, with where its page is."""
    page = list(_page(finding))
    say = tongue(language).say
    where = finding.page or ""
    return {
        "id": finding.rule,
        "name": "".join(part.capitalize() for part in finding.rule.split("-")),
        "shortDescription": {"text": message(finding.title)},
        "fullDescription": {"text": message(finding.why)},
        "help": {
            "text": message("\n".join(f"{say(line.label)}: {line.text}" for line in page[1:])),
            "markdown": message(explain.markdown(page, language)),
        },
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        **({"helpUri": where} if "://" in where else {}),
        "properties": {
            "problem.severity": _URGENCY[finding.severity],
            "tags": ["appeal-letter"],
            **({"page": where} if where else {}),
        },
    }


def message(text: str) -> str:
    """Return a text as SARIF writes it in a message: no word of it is a placeholder or a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _page(finding: Finding) -> Iterator[Line]:
    yield Line("title", finding.title)
    yield Line("labelled", finding.why, WHY)
    yield Line("labelled", finding.advice, DO)
    yield Line("labelled", f"“{finding.like}”", LIKE)
