"""JUnit XML: letters as test suites, for build servers that show tests.

A letter is a suite. Its first test says whether the letter is ready, so a clean letter has one
passed test. Each rule that spoke is a test of its own: an error is a failed test; a warning or a
note is a passed test that says it in its output, for it alone keeps no letter from being sent.
"""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from appeal_lint.i18n import tongue
from appeal_lint.model.report import Finding, Report
from appeal_lint.model.words import Severity
from appeal_lint.report.order import ordered
from appeal_lint.report.told import told

READY = "ready-to-send"
"""The name of the test that every letter has."""

_NO_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that an XML document cannot hold in any form."""


def render(reports: Sequence[Report]) -> str:
    """Return one XML document for all letters, in ASCII, ending in a line end."""
    root = ElementTree.Element("testsuites", name="appeal-lint")
    for report in reports:
        root.append(_suite(report))
    _count(root)
    ElementTree.indent(root)
    document: str = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True).decode()
    return document.replace("\r", "&#13;").replace("\x7f", "&#127;") + "\n"


def _suite(report: Report) -> ElementTree.Element:
    path = _held(report.draft.path)
    suite = ElementTree.Element("testsuite", name=path, file=path)
    verdict = _case(suite, report, READY)
    if not report.ready:
        _fail(verdict, "verdict", _score(report), _score(report))
    by_rule: dict[str, list[Finding]] = {}
    for finding in ordered(report):
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, findings in by_rule.items():
        case = _case(suite, report, rule)
        text = "\n\n".join("\n".join(_lines(report, one)) for one in findings)
        if findings[0].severity is Severity.ERROR:
            _fail(case, str(findings[0].severity), findings[0].message, text)
        else:
            ElementTree.SubElement(case, "system-out").text = _held(text)
    _count(suite)
    return suite


def _case(suite: ElementTree.Element, report: Report, name: str) -> ElementTree.Element:
    """Add a test; build servers take what stands before the last dot for a package."""
    classname = _held(report.draft.path).replace(".", "_")
    return ElementTree.SubElement(suite, "testcase", name=_held(name), classname=classname)


def _fail(case: ElementTree.Element, kind: str, message: str, text: str) -> None:
    failure = ElementTree.SubElement(case, "failure", type=kind, message=_held(message))
    failure.text = _held(text)


def _score(report: Report) -> str:
    return tongue(report.language).say(
        "The letter is not ready. The score is {score} of 100, and {minimum} is needed, "
        "without any error.",
        score=report.score.value,
        minimum=report.minimum,
    )


def _lines(report: Report, finding: Finding) -> list[str]:
    line, column = report.draft.place(finding.start)
    place = report.draft.path if finding.whole else f"{report.draft.path}:{line}:{column}"
    return [f"{place}: {finding.severity}: {finding.title}", *told(report, finding)]


def _count(element: ElementTree.Element) -> None:
    """Write how many tests stand under an element, and how many of them failed.

    Only what the strictest reader, the schema of Jenkins' xUnit plugin, knows.
    """
    element.set("tests", str(sum(1 for _ in element.iter("testcase"))))
    element.set("failures", str(sum(1 for _ in element.iter("failure"))))
    element.set("errors", "0")


def _held(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
