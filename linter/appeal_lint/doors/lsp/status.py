"""The verdict on a letter: on a code lens above it, and for status bars."""

from collections import Counter
from typing import Any

from lsprotocol.types import CodeLens, Command, Position, Range

from appeal_lint.doors.lsp.diagnostics import UNREADABLE
from appeal_lint.doors.lsp.letter import Checked
from appeal_lint.i18n import Tongue, marks, tongue
from appeal_lint.model.report import Report
from appeal_lint.model.words import Severity

METHOD = "appealLint/status"
CHECK = "appeal-lint.check"
"""The command that checks a letter now."""
_COUNTS = {
    Severity.ERROR: marks("{number} error", "{number} errors"),
    Severity.WARNING: marks("{number} warning", "{number} warnings"),
    Severity.INFO: marks("{number} note", "{number} notes"),
}


def lens(checked: Checked) -> CodeLens:
    """Return the code lens of a letter; to follow it checks the letter again."""
    top = Range(Position(0, 0), Position(0, 0))
    return CodeLens(top, Command(verdict(checked), CHECK, arguments=[checked.letter.uri]))


def verdict(checked: Checked) -> str:
    """Return the verdict in one line, such as `72 of 100 - NOT READY: 3 errors, 2 warnings`."""
    speaks = tongue(checked.language)
    report = checked.report
    if report is None:
        nothing = checked.fault is None and checked.broken is None
        return speaks.say("Not checked: no text yet.") if nothing else speaks.say("Not checked.")
    found = _found(report, speaks)
    if report.ready and found:
        return speaks.say(
            "{score} of 100 - READY TO SEND: {found}", score=report.score.value, found=found
        )
    if report.ready:
        return speaks.say("{score} of 100 - READY TO SEND", score=report.score.value)
    if found:
        return speaks.say(
            "{score} of 100 - NOT READY: {found}", score=report.score.value, found=found
        )
    return speaks.say("{score} of 100 - NOT READY", score=report.score.value)


def status(checked: Checked) -> dict[str, Any]:
    """Return what `appealLint/status` says.

    `state` is `checked`, `empty` (nothing is written yet), `unreadable` (the letter cannot be
    checked) or `failed` (configuration, rules or ignores are at fault); only where it is
    `checked` have `score`, `minimum` and `ready` a value. `text` is the verdict in one line.
    """
    report = checked.report
    counts = Counter(str(one.severity) for one in report.findings) if report else {}
    return {
        "uri": checked.letter.uri,
        "version": checked.letter.version,
        "state": _state(checked),
        "score": report.score.value if report else None,
        "minimum": report.minimum if report else None,
        "ready": report.ready if report else None,
        "counts": {str(one): counts.get(str(one), 0) for one in Severity},
        "text": verdict(checked),
    }


def _state(checked: Checked) -> str:
    if checked.report is not None:
        return "checked"
    if checked.broken is not None:
        return "failed"
    return UNREADABLE if checked.fault is not None else "empty"


def _found(report: Report, speaks: Tongue) -> str:
    counts = Counter(one.severity for one in report.findings)
    some = [speaks.many(counts[kind], *forms) for kind, forms in _COUNTS.items() if counts[kind]]
    return speaks.say(", ").join(some)
