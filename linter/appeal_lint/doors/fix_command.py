"""`appeal-lint fix`: asks of each promise whether it is done, and rewrites what is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from appeal_lint.doors import files, options, output, speech
from appeal_lint.doors.fix.ask import NO, SKIP, STOP, YES, Asker, NoAnswerError
from appeal_lint.doors.fix.change import Change, in_bytes, in_text
from appeal_lint.doors.fix.diff import unified
from appeal_lint.doors.fix.promises import ask, promises
from appeal_lint.doors.fix.save import check, save
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.setup import check_paths
from appeal_lint.doors.speech import tell
from appeal_lint.doors.status import FAILED, NOT_READY, READY
from appeal_lint.i18n import tongue
from appeal_lint.model.errors import AppealLintError, ConfigError, DraftError
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from appeal_lint.model.draft import Draft
    from appeal_lint.model.report import Report


@click.command("fix")
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True), metavar="[PATH]...")
@click.option(
    "--diff", "diff_only", is_flag=True, help="Show what could be written; change and ask nothing."
)
@click.option(
    "--todo",
    type=click.Path(),
    metavar="FILE",
    help="Also write what is still to do to a new file.",
)
@click.option("--yes", is_flag=True, hidden=True)
@options.no_ignores
@options.judging
@options.debug
def fix(
    paths: tuple[str, ...],
    diff_only: bool,
    todo: str | None,
    yes: bool,
    no_ignores: bool,
    config_file: str | None,
    isolated: bool,
    **flags: Any,
) -> int:
    """Turn promises into finished deeds, where you say that they are done.

    Asks of each promise whether you have done it already, and when. Then it shows every change and
    asks before it writes. The letter before is kept beside it, as PATH.bak.

    With --diff the status is 1 where there is something to propose. Else it is that of the
    letter as it then is: 0 ready, 1 not ready.
    """
    _refuse(paths, yes, todo)
    linters = Linters(make_scope(config_file, isolated, flags), screen=True)
    state = _Run(linters, ignores=not no_ignores)
    if diff_only:
        return state.propose(paths)
    for path in paths:
        check(path)
    try:
        status = state.ask(paths)
    except AppealLintError:
        state.list_todo(todo)  # what was answered so far is not lost
        raise
    state.list_todo(todo)
    return status


def _refuse(paths: Sequence[str], yes: bool, todo: str | None) -> None:
    """Refuse what cannot be done, before anything slow starts."""
    if yes:
        raise AppealLintError(
            "There is no --yes. Only you know what is done, and Amazon may ask for proof. "
            "Run fix without it and answer the questions."
        )
    if not paths:
        raise AppealLintError("Name a letter to mend, for example: appeal-lint fix draft.txt")
    if "-" in paths:
        raise AppealLintError("Standard input (-) cannot be changed. Name the file of the letter.")
    check_paths(paths)
    if todo is not None:
        files.check_target(todo, paths, "--todo")
        if Path(todo).exists():
            raise AppealLintError("{path}: this is there already. Name a new file.", path=todo)


class _Run:
    """One run over several letters."""

    def __init__(self, linters: Linters, *, ignores: bool) -> None:
        self._linters = linters
        self._ignores = ignores
        self._todo: list[tuple[str, str]] = []
        self._asked = 0
        self._stopped = False

    def propose(self, paths: Sequence[str]) -> int:
        """Print what could be written, as if every promise were done; change nothing."""
        tell(Said("These are proposals. Write a change into the letter only if it is true."))
        status = READY
        for path in paths:
            read = self._read(path, writable=False)
            if read is None:
                status = FAILED
                continue
            _, report = read
            linter = self._linters.linter(self._linters.settings(path))
            changes = [
                Change(one.start, one.end, text)
                for one in promises(report, linter)
                if (text := linter.rewrite(report, one)) is not None
            ]
            source = report.draft.source
            output.write_lines(*unified(path, source, in_text(source, changes)))
            if changes and status == READY:
                status = NOT_READY
        return status

    def ask(self, paths: Sequence[str]) -> int:
        """Ask about the promises of each letter, and write what is agreed on."""
        worst = READY
        for path in paths:
            read = self._read(path, writable=True)
            if read is None:
                worst = FAILED
                continue
            report = read[1]
            if not self._stopped:
                report = self._letter(path, *read)
            if worst != FAILED and not report.ready:
                worst = NOT_READY
        return worst

    def list_todo(self, target: str | None) -> None:
        """Say what is still to do, outside the letter."""
        if not self._todo:
            return
        say = tongue(speech.of_run()).say
        many = len({path for path, _ in self._todo}) > 1
        lines = [f"- {path}, {one}" if many else f"- {one}" for path, one in self._todo]
        output.write_lines("", say("Still to do before you send it:"), *lines)
        if target is not None:
            files.create(Path(target), "".join(f"{one}\n" for one in lines))
            output.write_lines(say("Written to {path}", path=target))

    def _read(self, path: str, *, writable: bool) -> tuple[bytes, Report] | None:
        """Return a letter and its report; None, and a line that says why, where that fails.

        `writable` says whether it is to be changed, as no formatted document can be.
        """
        from appeal_lint import draft, formats  # noqa: PLC0415

        try:
            data = draft.file_bytes(path, lambda head: formats.most(head, path))
            if writable and formats.formatted(data, path):
                raise DraftError(
                    "{path}: fix can write into plain text and Markdown only. "
                    "See what it proposes with --diff, and change the document yourself.",
                    path=path,
                )
            return data, self._judged(formats.read(data, path).draft)
        except (DraftError, ConfigError) as fault:
            tell(fault)
            return None

    def _judged(self, letter: Draft) -> Report:
        return self._linters.judge_draft(letter, letter.path, ignores=self._ignores).report

    def _letter(self, path: str, data: bytes, report: Report) -> Report:
        """Ask about one letter; return the report of what it then is."""
        asker = Asker(tongue(report.language))
        linter = self._linters.linter(self._linters.settings(path))
        found = promises(report, linter)
        if not found:
            asker.tell(asker.say("{path}: there is no promise to ask about.", path=path))
            return report
        answers = ask(asker, report, linter, found)
        self._asked += asker.answered
        if not self._asked and not asker.person:
            raise AppealLintError(
                "fix asks questions, and there is nobody to answer them. "
                "Run it in a terminal, or see the proposals with --diff."
            )
        self._todo += [(path, one) for one in answers.todo]
        self._stopped = answers.stopped
        if not answers.changes:
            asker.tell("", asker.say("{path}: nothing was changed.", path=path))
            return report
        return self._write(asker, path, data, report, answers.changes)

    def _write(
        self, asker: Asker, path: str, data: bytes, report: Report, changes: Sequence[Change]
    ) -> Report:
        """Show the changes, ask whether to write them, and say what that has brought."""
        from appeal_lint import draft  # noqa: PLC0415

        letter, say = report.draft, asker.say
        after = in_bytes(data, letter, changes)
        asker.tell("", *unified(path, letter.source, in_text(letter.source, changes)), "")
        question = asker.many(
            len(changes),
            "Write this {number} change to {path}? y = yes, n = no:",
            "Write these {number} changes to {path}? y = yes, n = no:",
            path=path,
        )
        try:
            agreed = asker.choice(question, YES, NO | SKIP | STOP) == 0
        except NoAnswerError:
            agreed = False
        if not agreed:
            asker.tell(say("{path}: nothing was changed.", path=path))
            return report
        new = draft.read_bytes(after, path)
        kept = save(path, data, after)
        now = self._judged(new)
        asker.tell(
            say("Written to {path}. The letter before is in {backup}.", path=path, backup=kept),
            say("Score {before} -> {after}.", before=report.score.value, after=now.score.value)
            + asker.blank
            + (say("READY TO SEND.") if now.ready else say("NOT READY.")),
        )
        return now
