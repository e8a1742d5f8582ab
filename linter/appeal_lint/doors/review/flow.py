"""A review from what was asked to what is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from os.path import realpath
from typing import TYPE_CHECKING

from appeal_lint.doors import blas, files, speech
from appeal_lint.doors.complain import complain
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.review import outputs
from appeal_lint.doors.review.asked import Asked
from appeal_lint.doors.review.find import Found, find, is_ours
from appeal_lint.doors.review.letters import Letters
from appeal_lint.doors.review.place import ASKED, FINISHED, state_of
from appeal_lint.doors.review.pool import Processes, cores
from appeal_lint.doors.review.progress import progress
from appeal_lint.doors.review.run import Hands, work
from appeal_lint.doors.review.source import Plan
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.status import FAILED, NOT_READY, READY
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from appeal_lint.doors.review.state import State
    from appeal_lint.formats.table import Outcomes

WORTH = 8
"""Letters for which another process is worth its start: the model takes as long to load."""


def review(asked: Asked, width: int | None) -> int:
    """Review letters, write what was asked for, and return the exit status.

    Args:
        asked: the options.
        width: columns of the summary; those of the window where None.

    Raises:
        AppealLintError: nothing can be done as it was asked.
        KeyboardInterrupt: the user stopped it; what is done is kept.

    """
    blas.one_thread()  # for the statistics; and the workers inherit it
    linters = Linters(make_scope(asked.config_file, asked.isolated, asked.flags), screen=True)
    settings = linters.settings(None)
    linters.rules(settings)  # which settles the language
    outputs.check(asked)
    columns = asked.named_columns()
    outcomes = _outcomes(asked)
    found = _found(asked)
    plan = Plan(
        linters.language,
        redact=asked.redact,
        sketch=find_spec("datasketch") is not None,
        ignores=not asked.no_ignores,
    )
    letters = Letters(found.files, linters, plan, columns, outcomes, found.remote)
    with state_of(asked.paths, asked.redact, keep=settings.cache) as state:
        state.begin(letters.listed())
        _tell_doubts(asked, letters, outcomes)
        state.note(ASKED, asked.as_text())
        state.note(FINISHED, "")
        with _stoppable(state, keep=settings.cache):
            _judge(letters, state, asked)
            failed = outputs.write(asked, state, linters, found, width)
        state.note(FINISHED, "yes")
        unread = state.unread_count() + len(found.closed)
    if unread:
        return FAILED
    return NOT_READY if failed else READY


def _judge(letters: Letters, state: State, asked: Asked) -> None:
    total, done = state.count()
    if done < total:
        hands = _hands(letters, asked, total - done)
        try:
            with progress(total, done, speech.errors()) as bar:
                work(letters, state, hands, hands.count, bar)
        finally:
            hands.close()
    if done:
        tongue = speech.errors()
        fresh = tongue.many(
            total - done, "{number} letter was judged", "{number} letters were judged"
        )
        complain(tongue.say("{fresh}, {known} are known from before.", fresh=fresh, known=done))


def _hands(letters: Letters, asked: Asked, left: int) -> Hands:
    if asked.scheduler is None:
        worth = min(cores(), -(-left // WORTH))
        return Processes(letters.plan, min(asked.jobs or worth, left))
    from appeal_lint.doors.review.cluster import Cluster  # noqa: PLC0415

    uses = frozenset((one.engine, one.model) for one in letters.settings)
    return Cluster(asked.scheduler, letters.plan, uses, letters.endings)


@contextmanager
def _stoppable(state: State, *, keep: bool) -> Iterator[None]:
    """Let the user stop it, and say how far it came."""
    try:
        yield
    except KeyboardInterrupt:
        total, done = state.count()
        said = Said("Stopped. {done} of {total} letters are done.", done=done, total=total)
        complain(said.told(speech.errors()))
        if keep:
            complain(Said("To go on: appeal-lint review --resume").told(speech.errors()))
        raise


def _found(asked: Asked) -> Found:
    if not asked.paths:
        raise AppealLintError("Name the letters to review, for example: appeal-lint review letters")
    outcomes = [asked.outcomes] if asked.outcomes else []
    written = [asked.html] if asked.html and is_ours(asked.html) else []
    found = find(asked.paths, [*outcomes, *written])
    for option, target in asked.targets.items():
        if target != "-":
            files.check_target(target, [*found.here(), *outcomes], option)
            files.check_room(target, option)
    ours = {realpath(target) for target in asked.targets.values()}
    found.tables = [one for one in found.tables if realpath(one) not in ours]
    if not found.files:
        raise AppealLintError(
            "{path}: there are no letters in it. Letters are files such as .txt, .docx or .pdf; "
            "name tables and mailboxes one by one.",
            path=", ".join(asked.paths),
        )
    return found


def _outcomes(asked: Asked) -> Outcomes | None:
    if asked.outcomes is None:
        return None
    from appeal_lint.formats import table  # noqa: PLC0415

    columns = asked.named_columns()
    columns.pop("text", None)
    return table.outcomes(asked.outcomes, columns)


def _tell_doubts(asked: Asked, letters: Letters, outcomes: Outcomes | None) -> None:
    """Say once what was not understood of what tables say of letters."""
    doubts = dict(letters.doubts)
    if asked.outcomes is not None and outcomes is not None:
        doubts[asked.outcomes] = outcomes.doubts
    for path, one in doubts.items():
        for said in one.told(path):
            speech.tell(said)
    if letters.of_amazon:
        number = len(letters.of_amazon)
        complain(
            speech.errors().many(
                number,
                "{number} mail is from Amazon. It is no appeal, so it is passed over.",
                "{number} mails are from Amazon. They are no appeals, so they are passed over.",
            )
        )
    if outcomes is not None and (rest := outcomes.unmatched()):
        shown = ", ".join(rest[:5])
        speech.tell(
            Said(
                "{path}: no letter was found for {number} of its rows, for example {names}.",
                path=asked.outcomes,
                number=len(rest),
                names=shown,
            )
        )
