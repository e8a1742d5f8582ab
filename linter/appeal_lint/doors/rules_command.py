"""`appeal-lint rules`, `explain` and `schema`: what the command judges by."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from appeal_lint.doors import options, output, speech
from appeal_lint.doors.setup import load_rules, near
from appeal_lint.doors.status import READY
from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from appeal_lint.report.explain import Line

form = options.formats("text", "markdown", help="For the terminal, or as a page.")


@click.command("rules")
@form
@options.rules
@options.lang
@options.width
@options.debug
def list_rules(form: str, folders: tuple[str, ...], language: str, width: int | None) -> int:
    """List the rules by family."""
    from appeal_lint.report import explain as page  # noqa: PLC0415

    language = speech.shown(language)
    known = load_rules(folders, language)
    _show(page.every(known.rules, language, known.families), form, language, width)
    return READY


@click.command()
@click.argument("rule", shell_complete=options.rule_names)
@form
@options.rules
@options.lang
@options.width
@options.debug
def explain(
    rule: str, form: str, folders: tuple[str, ...], language: str, width: int | None
) -> int:
    """Show why a rule is there, what it costs, and its examples."""
    from appeal_lint.report import explain as page  # noqa: PLC0415

    language = speech.shown(language)
    loaded = load_rules(folders, language)
    known = loaded.by_id
    if rule not in known:
        raise AppealLintError(
            "There is no rule {name!r}.{hint} All rules: appeal-lint rules",
            name=rule,
            hint=near(rule, known),
        )
    _show(page.one(known[rule], language, loaded.families), form, language, width)
    return READY


@click.command()
@options.debug
def schema() -> int:
    """Print the JSON Schema of a rule file, for your editor."""
    from appeal_lint import rulebook  # noqa: PLC0415

    text = json.dumps(rulebook.json_schema(), ensure_ascii=False, indent=2) + "\n"
    output.write(text, data=True)
    return READY


def _show(lines: "Iterable[Line]", form: str, language: str, width: int | None) -> None:
    from appeal_lint.report import explain as page  # noqa: PLC0415

    if form == "markdown":
        output.write(page.markdown(lines, language))
        return
    color = output.wants_color()
    text = page.text(
        lines,
        width=width or output.columns(),
        unicode=output.speaks_unicode(),
        color=color,
        language=language,
    )
    output.write(text, color=color)
