"""What a review writes: the summary, lines of JSON, a table, and a page for a browser."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from appeal_lint.doors import files, output, speech
from appeal_lint.doors.complain import complain
from appeal_lint.doors.lint_command import fails
from appeal_lint.doors.recall import cache_folder
from appeal_lint.doors.review.rows import Rows
from appeal_lint.doors.review.table import table
from appeal_lint.i18n import tongue
from appeal_lint.model import extras
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.extras import MissingExtraError
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from appeal_lint.doors.linters import Linters
    from appeal_lint.doors.review.asked import Asked
    from appeal_lint.doors.review.find import Found
    from appeal_lint.doors.review.state import State
    from appeal_lint.model.row import Row, RowText
    from appeal_lint.model.success import Success
    from appeal_lint.report.page import Page
    from appeal_lint.survey import Survey


_SCHEDULER = re.compile(r"(?:tcp|tls|wss?|ucxx?)://[^/\s]+")


def check(asked: Asked) -> None:
    """Make sure that all that was asked for can be written, before any letter is read.

    Raises:
        AppealLintError: a part that it needs is not installed, or two outputs are one file.

    """
    targets = [os.path.realpath(one) for one in asked.targets.values() if one != "-"]
    if len(set(targets)) < len(targets):
        raise AppealLintError("Two of --html, --jsonl and --csv name one file.")
    if list(asked.targets.values()).count("-") > 1:
        raise AppealLintError("Only one of --html, --jsonl and --csv can go to standard output.")
    if asked.html is not None:
        from appeal_lint.report import review_html  # noqa: PLC0415

        # else it writes a list of the computer's fonts to a folder of its own
        if (folder := cache_folder()).is_absolute():
            os.environ.setdefault("MPLCONFIGDIR", str(folder / "matplotlib"))
        review_html.check()
    if asked.scheduler is not None:
        if asked.jobs is not None:
            raise AppealLintError("--jobs and --scheduler cannot stand together. Leave one out.")
        if not _SCHEDULER.match(asked.scheduler):
            raise AppealLintError(
                "--scheduler {address}: write it as tcp://HOST:PORT.", address=asked.scheduler
            )
        extras.load("distributed", "dask")
    if asked.redact:
        extras.load("phonenumbers", "redact")
    if asked.outcomes is not None:
        for module in ("scipy", "statsmodels"):
            extras.load(module, "stats")


def write(asked: Asked, state: State, linters: Linters, found: Found, width: int | None) -> bool:
    """Write all that was asked for.

    Args:
        asked: the options.
        state: has the answers.
        linters: knows the rules, for their titles.
        found: the files, and what was passed over.
        width: columns of the summary; those of the window where None.

    Returns:
        Whether a letter failed, as `--fail-on` has it.

    """
    alike, closest = _alike(state)
    rows = Rows(state, alike, redact=asked.redact, say=tongue(linters.language))
    survey, success, failed = _counted(rows, closest, linters, asked.fail_on)
    if asked.jsonl is not None:
        _stream(asked.jsonl, lambda: (one.line + b"\n" for one in rows))
    if asked.csv is not None:
        _stream(asked.csv, lambda: table(one.row for one in rows))
    if asked.html is not None:
        _stream(asked.html, lambda: _page(rows, survey, success, linters.language))
    if "-" not in asked.targets.values() and survey.letters:
        output.show(_summary(survey, success), width, linters.language)
    _tell(rows, found)
    return failed


def _alike(state: State) -> tuple[dict[str, str], dict[str, float]]:
    from appeal_lint.survey.alike import Alike  # noqa: PLC0415

    groups = Alike()
    for name, sketch in state.sketches():
        groups.add(name, sketch)
    return dict(groups.groups()), dict(groups.closest())


def _counted(
    rows: Rows, closest: dict[str, float], linters: Linters, fail_on: str
) -> tuple[Survey, Success | None, bool]:
    from appeal_lint import survey  # noqa: PLC0415
    from appeal_lint.outcomes.counter import Counter  # noqa: PLC0415
    from appeal_lint.outcomes.titles import Titles  # noqa: PLC0415

    titles = Titles.of(linters.rules_in_force())
    counter, outcomes, failed = survey.Counter(titles.elements, closest), Counter(), False
    known = False
    for one in rows:
        counter.add(one.row)
        outcomes.add(one.row)
        known = known or one.row.outcome is not None
        failed = failed or fails(one.row, fail_on)
    try:
        success = outcomes.success(titles) if known else None
    except MissingExtraError as fault:  # of a table that happens to have outcomes
        speech.tell(fault)
        success = None
    return counter.result(), success, failed


def _stream(target: str, pieces: Callable[[], Iterator[bytes]]) -> None:
    if target == "-":
        for one in pieces():
            output.write_bytes(one)
    else:
        files.stream(target, pieces())


def _page(rows: Rows, survey: Survey, success: Success | None, language: str) -> Iterator[bytes]:
    from appeal_lint.report import review_html  # noqa: PLC0415

    def letters() -> Iterator[tuple[Row, RowText | None]]:
        return ((one.row, one.text()) for one in rows)

    unread = list(rows.unread())
    for piece in review_html.render(survey, success, letters, unread, language=language):
        yield piece.encode("utf-8", "replace")


def _summary(survey: Survey, success: Success | None) -> Callable[[Page], str]:
    from appeal_lint.report import review_text  # noqa: PLC0415

    return lambda page: review_text.render(survey, success, page)


def _tell(rows: Rows, found: Found) -> None:
    """Say at the end which letters are not in it, and why."""
    tongue = speech.errors()
    unread = list(rows.unread(named=True))
    if unread:
        complain(
            tongue.many(
                len(unread),
                "{number} letter could not be read:",
                "{number} letters could not be read:",
            )
        )
        complain(*(f"{name}: {why}" for name, why in unread))
    for path in found.closed:
        said = Said("{path}: this folder cannot be read. Check its permissions.", path=path)
        complain(said.told(tongue))
    if found.tables:
        said = Said(
            "Tables and mailboxes in folders are not read. Name them to review them: {names}",
            names=", ".join(found.tables[:5]),
        )
        complain(said.told(tongue))
