"""What came of a check as diagnostics: one for each finding.

They are pushed to the client, and the pull model (`textDocument/diagnostic`) is not offered:
a client that has both shows each finding twice, and when to check (while typing, on save, only
when asked) is a setting of the user here, which a client that pulls would decide by itself.
"""

from collections.abc import Iterator

from lsprotocol.types import CodeDescription, Diagnostic, DiagnosticSeverity
from pygls.workspace import PositionCodec

from appeal_lint.doors.lsp.letter import Checked, first_line
from appeal_lint.doors.lsp.lines import Lines
from appeal_lint.doors.lsp.pages import address
from appeal_lint.doors.lsp.words import ended, one_line
from appeal_lint.i18n import Tongue, tongue
from appeal_lint.model.report import Finding
from appeal_lint.model.words import Severity

SOURCE = "appeal-lint"
UNREADABLE = "unreadable"
"""The code where a letter cannot be checked at all."""
UNREAD = "not-english"
"""The code of a line that is not read."""
_LEVELS = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked, codec: PositionCodec) -> list[Diagnostic]:
    """Return what to show in the text, in the order of the letter."""
    lines, speaks = checked.lines(codec), tongue(checked.language)
    if checked.fault is not None:
        return [_fault(checked, lines, speaks)]
    found = [diagnostic(one, lines, start, end, speaks) for one, start, end in checked.spots()]
    return found + list(_unread(checked, lines, speaks))


def diagnostic(finding: Finding, lines: Lines, start: int, end: int, speaks: Tongue) -> Diagnostic:
    """Return a finding as a diagnostic of a span."""
    page = address(finding)
    parts = [ended(speaks, finding.title), finding.message, finding.advice]
    return Diagnostic(
        lines.range(start, end),
        one_line(speaks.blank.join(parts)),
        _LEVELS[finding.severity],
        finding.rule,
        CodeDescription(page) if page else None,
        SOURCE,
    )


def _fault(checked: Checked, lines: Lines, speaks: Tongue) -> Diagnostic:
    assert checked.fault is not None
    said = checked.fault.told(speaks)
    for name in (checked.letter.path, checked.letter.name):
        if name and said.startswith(name):
            said = said[len(name) :].lstrip(":： ")
    return Diagnostic(
        lines.range(*first_line(checked.letter.text)),
        one_line(said[:1].upper() + said[1:]),
        DiagnosticSeverity.Error,
        UNREADABLE,
        source=SOURCE,
    )


def _unread(checked: Checked, lines: Lines, speaks: Tongue) -> Iterator[Diagnostic]:
    for one in checked.report.draft.asides if checked.report else ():
        yield Diagnostic(
            lines.range(one.start, one.end),
            speaks.say(one.reason),
            DiagnosticSeverity.Information,
            UNREAD,
            source=SOURCE,
        )
