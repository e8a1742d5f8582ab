"""Proposed costs as a configuration file, with what is known of them in comments.

It is in English, as every configuration that the program writes.
"""

import json
from collections.abc import Iterator, Sequence

from appeal_lint.model.calibration import Calibration, Change, Trial, Verdict
from appeal_lint.report.safe import safe

FIRST = "# Costs of rules, proposed by: appeal-lint calibrate"
"""The first line, by which such a file is known again."""

_FOUND = {
    Verdict.BETTER: "BETTER: on letters left out they did better than the costs as they are.",
    Verdict.NO_BETTER: "NO BETTER: on letters left out they did not surely do better.",
    Verdict.FEW: "TOO FEW LETTERS to say anything.",
}
_USE = """\
#
# Nothing was adopted by itself. These costs hold only where you ask for them:
#   appeal-lint --config THIS-FILE draft.txt
# This file then takes the place of your .appeal-lint.yaml. To use the costs for good, copy the
# lines below into that file. To undo it, leave the option out, or take the lines out again.
"""


def render(found: Calibration, patterns: Sequence[str] = ()) -> str:
    """Return the file.

    Args:
        found: what is proposed.
        patterns: where the costs shall hold, as in a `.gitignore`; everywhere without any.

    """
    rows = [FIRST, "#", *(f"# {row}" for row in _told(found))]
    text = "\n".join(rows) + "\n" + _USE + "\n"
    if not found.changes:
        return text + "# No cost changes.\n"
    body = ["rules:", *(f"  {row}" for one in found.changes for row in _rule(one))]
    if patterns:
        paths = ", ".join(json.dumps(one, ensure_ascii=True) for one in patterns)
        body = [f"profiles:\n  - paths: [{paths}]", *(f"    {row}" for row in body)]
    return text + "\n".join(body) + "\n"


def _told(found: Calibration) -> Iterator[str]:
    back, of = found.overall.back, found.overall.of
    yield f"Made from {of} letters: {back} accounts came back, {of - back} were rejected."
    if found.unknown:
        yield f"Letters without an outcome, not used: {found.unknown}."
    if found.copies:
        yield f"Letters that nearly say the same as another one, not used: {found.copies}."
    yield _FOUND[found.verdict]
    if found.trial is not None:
        yield from _tried(found.trial)
    yield f"Letters with 80 points or more: {found.ready_now} before, {found.ready_then} with them."


def _tried(trial: Trial) -> Iterator[str]:
    yield (
        f"Area under the ROC curve: {trial.shipped:.3f} as it is, {trial.proposed:.3f} with them; "
        "difference"
    )
    yield f"{trial.difference:+.3f}, 95 % interval {trial.low:+.3f} to {trial.high:+.3f}."
    yield (
        f"Log-loss (less is better): {trial.shipped_loss:.3f} as it is, "
        f"{trial.proposed_loss:.3f} with them."
    )


def _rule(one: Change) -> tuple[str, str]:
    was = f"was: {one.was.each} each, at most {one.was.most}; spoke in {one.letters} letters"
    return (
        f"# {safe(one.title)} ({was})",
        f"{one.rule}: {{cost: {{each: {one.now.each}, most: {one.now.most}}}}}",
    )
