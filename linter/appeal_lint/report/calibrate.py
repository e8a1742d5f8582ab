"""A calibration for a terminal: the answer first, then how it was found, then the costs."""

from appeal_lint.i18n import mark
from appeal_lint.model.calibration import Calibration, Change, Trial, Verdict
from appeal_lint.model.rule import Cost
from appeal_lint.outcomes.calibrate import FEW
from appeal_lint.outcomes.enough import SIDE
from appeal_lint.report import cautions
from appeal_lint.report.page import Page

WORD = {
    Verdict.BETTER: mark("BETTER."),
    Verdict.NO_BETTER: mark("NO BETTER."),
    Verdict.FEW: mark("TOO FEW LETTERS TO SAY."),
}
STYLE = {Verdict.BETTER: "bold green", Verdict.NO_BETTER: "bold", Verdict.FEW: "bold yellow"}
MEANING = {
    Verdict.BETTER: mark(
        "On letters left out, the proposed costs show better which accounts came back."
    ),
    Verdict.NO_BETTER: mark(
        "On letters left out, the proposed costs do not surely show better which accounts came "
        "back."
    ),
    Verdict.FEW: mark(
        "At least {letters} letters whose account came back and {letters} that were rejected are "
        "needed, and a rule that spoke in at least {side} letters and kept silent in {side}."
    ),
}
ADVICE = {
    Verdict.BETTER: mark("You may try them. Check again when you have new letters."),
    Verdict.NO_BETTER: mark("Keep the costs as they are."),
    Verdict.FEW: mark(
        "Keep the costs as they are. Collect more letters with their outcomes and ask again."
    ),
}


def render(found: Calibration, page: Page, written: str | None = None) -> str:
    """Return a calibration as lines.

    Args:
        found: what is proposed.
        page: what to write on.
        written: the file that the proposed costs were written to; None where none was.

    """
    page.line(
        (page.say(WORD[found.verdict]), STYLE[found.verdict]),
        page.blank,
        page.say(MEANING[found.verdict], letters=FEW, side=SIDE),
    )
    page.line(page.say(ADVICE[found.verdict]))
    _letters(page, found)
    if found.trial is not None:
        _trial(page, found, found.trial)
        _changes(page, found)
        page.gap()
        page.line(page.say(cautions.NOT_CAUSE))
        page.line(page.say(cautions.TOGETHER))
    _next(page, found, written)
    return page.text()


def cost(say: Page, one: Cost) -> str:
    """Return a cost in words."""
    return say.say("{each} each, at most {most}", each=one.each, most=one.most)


def _letters(page: Page, found: Calibration) -> None:
    page.gap()
    page.line(
        page.say(
            "Letters that count: {of}. Account back: {back}. Rejected: {rejected}.",
            of=found.overall.of,
            back=found.overall.back,
            rejected=found.overall.of - found.overall.back,
        )
    )
    if found.unknown:
        page.line(page.say("Letters whose outcome is not known: {number}.", number=found.unknown))
    if said := cautions.copies(found.copies, found.overall.of):
        page.line(said.told(page))


def _trial(page: Page, found: Calibration, trial: Trial) -> None:
    page.title(page.say("On letters left out"))
    page.line(
        page.say(
            "The letters were cut into {folds} parts. Costs were made from {kept} of them and "
            "tried on the one left out, for each part in turn, {repeats} times.",
            folds=trial.folds,
            kept=trial.folds - 1,
            repeats=trial.repeats,
        ),
        indent=2,
    )
    page.line(
        page.say(
            "Take one letter whose account came back and one that was rejected. The first has the "
            "better score in {shipped} of 100 such pairs with the costs as they are, in "
            "{proposed} with the proposed ones. 50 would be no better than a coin.",
            shipped=_pairs(trial.shipped),
            proposed=_pairs(trial.proposed),
        ),
        indent=2,
    )
    page.line(
        page.say(
            "Difference: {difference}, very likely between {low} and {high}.",
            difference=_signed(trial.difference),
            low=_signed(trial.low),
            high=_signed(trial.high),
        ),
        indent=2,
    )
    page.line(
        page.say(
            "Mean surprise at an outcome (log-loss; less is better): {shipped} as it is, "
            "{proposed} with the proposed costs.",
            shipped=_loss(trial.shipped_loss),
            proposed=_loss(trial.proposed_loss),
        ),
        indent=2,
    )
    page.line(
        page.say(
            "Letters with 80 points or more: {now} now, {then} with the proposed costs.",
            now=found.ready_now,
            then=found.ready_then,
        ),
        indent=2,
    )


def _pairs(area: float) -> str:
    return f"{100 * area:.1f}"


def _signed(area: float) -> str:
    return f"{100 * area:+.1f}"


def _loss(value: float) -> str:
    return f"{value:.3f}"


def _changes(page: Page, found: Calibration) -> None:
    page.title(page.say("Proposed costs"))
    page.line(
        page.say(
            "Rules that could be weighed: {weighed}. All others keep their costs.",
            weighed=found.weighed,
        ),
        indent=2,
    )
    if not found.changes:
        page.line(page.say("No cost changes."), indent=2)
    for one in sorted(found.changes, key=_greatest):
        _change(page, one)


def _greatest(one: Change) -> tuple[int, str]:
    return -abs(one.now.most - one.was.most), one.rule


def _change(page: Page, one: Change) -> None:
    page.line((one.title, "bold"), f"  ({one.rule})", indent=2, hang=2)
    page.line(
        page.say(
            "now: {was}; proposed: {now}; spoke in letters: {letters}",
            was=cost(page, one.was),
            now=cost(page, one.now),
            letters=one.letters,
        ),
        indent=4,
        hang=2,
    )


def _next(page: Page, found: Calibration, written: str | None) -> None:
    page.gap()
    if written is not None:
        page.line(
            page.say(
                "The proposed costs are in {path}. They hold only where you use them:", path=written
            )
        )
        page.exact(page.clean(f"appeal-lint --config {written} draft.txt"), indent=2)
        return
    page.line(page.say("Nothing was changed."))
    if found.verdict is not Verdict.FEW:
        page.line(page.say("To write the proposed costs to a file: --output-file costs.yaml"))
