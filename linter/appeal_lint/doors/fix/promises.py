"""Asks about each promise of a letter, and gathers what is to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from appeal_lint.doors.fix.ask import NO, OWN, SKIP, STOP, YES, Asker, NoAnswerError
from appeal_lint.doors.fix.change import Change, fits

if TYPE_CHECKING:
    from appeal_lint.lint import Linter
    from appeal_lint.model.report import Finding, Report


@dataclass(slots=True)
class Answers:
    """What a person said of the promises of a letter."""

    changes: list[Change] = field(default_factory=list)
    todo: list[str] = field(default_factory=list)
    """What is not done yet, as the letter says it, with its line."""
    stopped: bool = False
    """Whether no more questions are wanted."""


def promises(report: Report, linter: Linter) -> list[Finding]:
    """Return the findings of promises in order of place, one for each place."""
    found: dict[int, Finding] = {}
    for one in report.findings:
        if linter.promised(report, one):
            found.setdefault(one.start, one)
    return [found[at] for at in sorted(found)]


def ask(asker: Asker, report: Report, linter: Linter, found: Sequence[Finding]) -> Answers:
    """Ask about each promise whether it is done.

    Args:
        asker: asks.
        report: of the letter.
        linter: that made it.
        found: the promises.

    """
    answers = Answers()
    for number, finding in enumerate(found, 1):
        asker.tell(
            "",
            asker.say(
                "Promise {number} of {all}, line {line}:",
                number=number,
                all=len(found),
                line=report.draft.place(finding.start)[0],
            ),
            f"    {_flat(finding.quote)}",
        )
        try:
            _one(asker, report, linter, finding, answers)
        except NoAnswerError:
            answers.stopped = True
        if answers.stopped:
            break
    return answers


def _one(asker: Asker, report: Report, linter: Linter, finding: Finding, answers: Answers) -> None:
    say = asker.say
    done = asker.choice(
        say("Have you done this already? y = yes, n = no, s = skip, q = stop asking:"),
        YES, NO, SKIP, STOP,
    )  # fmt: skip
    if done == 0:
        text = _written(asker, report, linter, finding)
        if text is not None and text != finding.quote:
            answers.changes.append(Change(finding.start, finding.end, text))
    elif done == 1:
        marked = asker.choice(
            say("Put it on your list of things to do? y = yes, n = no:"), YES, NO | SKIP, STOP
        )
        answers.stopped = marked == 2
        if marked == 0:
            line = report.draft.place(finding.start)[0]
            answers.todo.append(say("line {line}: {words}", line=line, words=_flat(finding.quote)))
    elif done == 3:
        answers.stopped = True


def _written(asker: Asker, report: Report, linter: Linter, finding: Finding) -> str | None:
    """Return the new words for a promise that is kept; None where they stay as they are."""
    say = asker.say
    day = asker.line(say("When? For example: 3 May. Press Enter to leave it out:"))
    if day.lower() in STOP:
        raise NoAnswerError
    if day.lower() in YES | NO | SKIP:  # that is no day
        day = ""
    text = linter.rewrite(report, finding, day)
    if text is None and day:
        text = linter.rewrite(report, finding)
    if text is not None and not fits(report.draft, text):
        asker.tell(_unfit(asker, report))
        text = None
    if text is None:
        asker.tell(say("I cannot write this sentence for you."))
        return _own(asker, report)
    asker.tell(say("It would read:"), f"    {_flat(text)}")
    taken = asker.choice(
        say("Take it? y = yes, w = write it yourself, n = leave the sentence as it is:"),
        YES, OWN, NO | SKIP, STOP,
    )  # fmt: skip
    if taken == 0:
        return text
    if taken == 3:
        raise NoAnswerError
    return _own(asker, report) if taken == 1 else None


def _own(asker: Asker, report: Report) -> str | None:
    """Return what the user writes; None for nothing."""
    question = asker.say(
        "Write what is done now, in your words. Press Enter to leave the sentence as it is:"
    )
    while True:
        text = asker.line(question)
        if not text:
            return None
        if fits(report.draft, text):
            return text
        asker.tell(_unfit(asker, report))


def _unfit(asker: Asker, report: Report) -> str:
    return asker.say(
        "Some of these letters cannot be written in this file (its encoding is {encoding}).",
        encoding=report.draft.encoding,
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
