"""`appeal-lint rules test`: do the examples of the rules hold, and if not, why?"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from appeal_lint.doors import options, output, speech
from appeal_lint.doors.setup import load_rules, make_linter, same_folder
from appeal_lint.doors.status import NOT_READY, READY
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.near import near

if TYPE_CHECKING:
    from appeal_lint.model.rule import Rule, RuleSet


@click.command("test")
@click.argument("folders", nargs=-1, type=click.Path(), metavar="[DIR]...")
@click.option(
    "--rule",
    "chosen",
    multiple=True,
    metavar="ID",
    shell_complete=options.rule_names,
    help="Only this rule. May be repeated.",
)
@options.model
@options.lang
@options.width
@options.debug
def test(
    folders: tuple[str, ...],
    chosen: tuple[str, ...],
    model: str | None,
    language: str | None,
    width: int | None,
) -> int:
    """Judge the examples of your rules in DIR, or of the shipped rules.

    Your rules are judged together with the shipped ones. For each example that fails you
    see what each sentence was read as, and what of the rule does not hold for it.
    """
    from appeal_lint.model.shipped import shipped_folder  # noqa: PLC0415

    shipped = shipped_folder()
    homes = [
        shipped if same_folder(Path(one), shipped) else Path(one) for one in dict.fromkeys(folders)
    ]
    ruleset = load_rules([str(one) for one in homes if one != shipped])
    rules = _rules(ruleset, homes or [shipped], chosen)

    from appeal_lint import draft, proof  # noqa: PLC0415
    from appeal_lint.report import proof as report  # noqa: PLC0415

    linter = make_linter(ruleset, model)
    linter.lint(draft.from_text("We hired two packers.", "x"))  # loading is no rule's time
    proofs, seconds = [], {}
    for rule in rules:
        start = time.perf_counter()
        proofs.append(proof.prove_rule(rule, linter))
        seconds[rule.id] = time.perf_counter() - start
    spoken = speech.of_run() if language is None else speech.shown(language)
    output.show(lambda page: report.render(proofs, seconds, page), width, spoken)
    return READY if all(one.passed for one in proofs) else NOT_READY


def _rules(ruleset: RuleSet, folders: Sequence[Path], chosen: Sequence[str]) -> list[Rule]:
    """Return the rules of some folders, and of those the chosen ones where any are.

    Raises:
        AppealLintError: there is no such rule in these folders, or none at all.

    """
    rules = [one for one in ruleset.rules if Path(one.path).parents[1] in folders]
    known = [one.id for one in rules]
    where = ", ".join(map(str, folders))
    if not rules:
        raise AppealLintError("There is no rule to test in {where}.", where=where)
    for name in chosen:
        if name not in known:
            raise AppealLintError(
                "There is no rule {name!r} in {where}.{hint}",
                name=name,
                where=where,
                hint=near(name, known),
            )
    return [one for one in rules if not chosen or one.id in chosen]
