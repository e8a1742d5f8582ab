"""The commands of the server: check a letter, let a finding stay, open the page of a rule."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lsprotocol import types

from appeal_lint.doors import files
from appeal_lint.doors.entries import side_file
from appeal_lint.doors.lsp import actions, status
from appeal_lint.doors.lsp.letter import Checked
from appeal_lint.doors.lsp.pages import address
from appeal_lint.doors.lsp.server import Server, key_of
from appeal_lint.doors.side_file import store, stored
from appeal_lint.ignores import added
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.report import Finding
from appeal_lint.model.said import Said


def register(server: Server) -> None:
    """Give a server its commands."""
    for name, answer in (
        (status.CHECK, _check),
        (actions.IGNORE, _ignore),
        (actions.OPEN, _open),
    ):
        server.command(name)(answer)


async def _check(ls: Server, *given: Any) -> list[dict[str, Any]]:
    """Check a letter now, or all that are open; answer with the status of each.

    Arguments: the URI of a document, or nothing.
    """
    keys = [key_of(one) for one in given if isinstance(one, str)]
    found = []
    for key in keys or tuple(ls.workspace.text_documents):
        if ls.letter(key) is not None:
            ls.checks.start(key)
    for key in keys or tuple(ls.workspace.text_documents):
        checked = await ls.checks.current(key)
        if checked is not None:
            found.append(status.status(checked))
    return found


async def _ignore(ls: Server, *given: Any) -> bool:
    """Let a finding stay; answer whether that was written to the file beside the letter.

    Arguments: the URI of the document; the finding as a code action names it, or its number;
    and why, which may be left out.
    """
    checked = await _checked(ls, given)
    if checked is None:
        return False
    try:
        finding = _found(checked, given[1] if len(given) > 1 else None)
        reason = given[2] if len(given) > 2 and isinstance(given[2], str) else ""
        _write(ls, checked, finding, files.one_line(reason))
    except AppealLintError as fault:
        ls.tell(fault.said, checked.language, again=True)
        return False
    ls.checks.start(key_of(checked.letter.uri))
    return True


async def _open(ls: Server, *given: Any) -> bool:
    """Open the page of the rule of a finding, in the editor or a browser.

    Arguments: the URI of the document, and the finding.
    """
    checked = await _checked(ls, given)
    if checked is None:
        return False
    try:
        finding = _found(checked, given[1] if len(given) > 1 else None)
    except AppealLintError as fault:
        ls.tell(fault.said, checked.language, again=True)
        return False
    page = address(finding)
    if page is None or not ls.client.shows:
        return False
    outside = not page.startswith("file:")
    shown = await ls.window_show_document_async(types.ShowDocumentParams(page, outside, True))
    return bool(shown.success)


async def _checked(ls: Server, given: tuple[Any, ...]) -> Checked | None:
    """Return what came of the check of the document that is named first."""
    if given and isinstance(given[0], str):
        checked = await ls.checks.current(key_of(given[0]))
        if checked is not None and checked.report is not None:
            return checked
    ls.tell(Said("The letter is not checked yet. Check it, then try again."), again=True)
    return None


def _found(checked: Checked, named: Any) -> Finding:
    """Return the finding that a command names.

    Raises:
        AppealLintError: it is not there any more.

    """
    findings = checked.report.findings if checked.report else ()
    if isinstance(named, Mapping):
        same = [
            one
            for one in findings
            if (one.rule, one.quote) == (named.get("rule"), named.get("words"))
        ]
        number = named.get("number")
    else:
        same, number = [one for one in findings if one.number == named], named
    if not same:
        raise AppealLintError("This finding is no longer in the letter.")
    return next((one for one in same if one.number == number), same[0])


def _write(ls: Server, checked: Checked, finding: Finding, reason: str) -> None:
    """Write the file of ignores.

    Raises:
        AppealLintError: it cannot be written, or the letter is in no file.

    """
    path, report = checked.letter.path, checked.report
    if path is None or report is None:
        raise AppealLintError("Save the letter in a file first. Ignores are kept beside it.")
    place = side_file(path)
    with ls.writing:
        entries = added(stored(place), [finding], report, reason, date.today().isoformat())
        store(place, path, entries)
