"""What the editor can do about a finding, always in the same order.

First the rewrite, where there is one; then to let the finding stay; then to read more. None is
preferred: a command of the editor that does all fixes at once must never claim for the user
that something is done.
"""

import os
from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types
from pygls.workspace import PositionCodec

from appeal_lint.doors.lsp.client import Client
from appeal_lint.doors.lsp.diagnostics import diagnostic
from appeal_lint.doors.lsp.letter import Checked
from appeal_lint.doors.lsp.lines import Lines
from appeal_lint.doors.lsp.pages import address
from appeal_lint.doors.lsp.words import short
from appeal_lint.i18n import Tongue, tongue
from appeal_lint.model.report import Finding

IGNORE = "appeal-lint.ignore"
"""The command that lets a finding stay: URI, finding, and the reason where there is one."""
OPEN = "appeal-lint.open-page"
"""The command that opens the page of a rule: URI, finding."""

Action = types.CodeAction | types.Command
Spot = tuple[Finding, int, int]


def wanted(only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Say whether a client asks for quick fixes; a kind stands for those below it too."""
    return only is None or any(one in ("", types.CodeActionKind.QuickFix) for one in only)


def touched(checked: Checked, codec: PositionCodec, given: types.Range) -> list[Spot]:
    """Return the findings that a range or a cursor touches, with the spans they are shown at."""
    first, last = checked.lines(codec).span(given)
    return [one for one in checked.spots() if one[1] <= last and first <= one[2]]


def actions(
    checked: Checked, codec: PositionCodec, spots: Sequence[Spot], client: Client
) -> list[Action]:
    """Return what can be done about findings.

    Args:
        checked: of the text that the client shows, with the rewrites of the findings.
        codec: knows the units of the client.
        spots: the findings and where they are shown.
        client: what it can do.

    """
    lines, speaks = checked.lines(codec), tongue(checked.language)
    found: list[Action] = []
    for finding, start, end in spots:
        shown = diagnostic(finding, lines, start, end, speaks)
        for one in _of(checked, finding, shown, lines, client):
            _add(found, one)
    return sorted(found, key=_rank) if client.actions else _commands(found)


def named(finding: Finding) -> dict[str, Any]:
    """Return how a command names a finding: it is found again by its words, then its number."""
    return {"rule": finding.rule, "words": finding.quote, "number": finding.number}


def _of(
    checked: Checked, finding: Finding, shown: types.Diagnostic, lines: Lines, client: Client
) -> Iterator[types.CodeAction]:
    speaks = tongue(checked.language)
    words = checked.rewrites.get(finding.number)
    if words is not None:
        yield _rewrite(checked, finding, words, shown, lines, client, speaks)
    path = checked.letter.path
    if path is not None and os.path.isfile(path):  # False too where no file can have the name
        title = speaks.say("Ignore this here ({rule})", rule=finding.rule)
        yield _ask(IGNORE, title, checked, finding, shown)
    if client.shows and address(finding) is not None:
        title = speaks.say("Read more: {title}", title=finding.title)
        yield _ask(OPEN, title, checked, finding, shown)


def _add(found: list[Action], action: types.CodeAction) -> None:
    """Add an action; where another finding asks for the same edit, that one is for both."""
    for one in found:
        if isinstance(one, types.CodeAction) and action.edit and one.edit == action.edit:
            one.diagnostics = [*(one.diagnostics or ()), *(action.diagnostics or ())]
            return
    found.append(action)


def _rewrite(
    checked: Checked,
    finding: Finding,
    words: str,
    shown: types.Diagnostic,
    lines: Lines,
    client: Client,
    speaks: Tongue,
) -> types.CodeAction:
    change = types.TextEdit(lines.range(finding.start, finding.end), words)
    letter = checked.letter
    if client.versions:
        document = types.OptionalVersionedTextDocumentIdentifier(letter.uri, letter.version)
        edit = types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [change])])
    else:
        edit = types.WorkspaceEdit({letter.uri: [change]})
    title = speaks.say("If this is done already, write: “{words}”", words=short(words))
    return types.CodeAction(title, types.CodeActionKind.QuickFix, [shown], edit=edit)


def _ask(
    command: str, title: str, checked: Checked, finding: Finding, shown: types.Diagnostic
) -> types.CodeAction:
    asked = types.Command(title, command, arguments=[checked.letter.uri, named(finding)])
    return types.CodeAction(title, types.CodeActionKind.QuickFix, [shown], command=asked)


def _rank(action: Action) -> int:
    """Return where an action stands: rewrites, then ignores, then pages."""
    if isinstance(action, types.CodeAction) and action.command is None:
        return 0
    command = action.command if isinstance(action, types.CodeAction) else action
    return 1 if isinstance(command, types.Command) and command.command == IGNORE else 2


def _commands(found: Sequence[Action]) -> list[Action]:
    """Return commands alone, for a client that knows no more."""
    given = [one.command for one in found if isinstance(one, types.CodeAction)]
    return sorted([one for one in given if one is not None], key=_rank)
