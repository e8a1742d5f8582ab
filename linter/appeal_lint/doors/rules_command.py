"""`appeal-lint rules`, `explain` and `schema`: what the command judges by."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from appeal_lint.doors import options, output
from appeal_lint.doors.setup import load_rules, near
from appeal_lint.doors.status import READY
from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from appeal_lint.report.explain import Line

form = options.formats("text", "markdown", help="For the terminal, or as a page.")


@click.command("rules")
@form
@options.rules
@options.width
@options.debug
def list_rules(form: str, folders: tuple[str, ...], width: int | None) -> int:
    """List the rules by family."""
    from appeal_lint.report import explain as page  # noqa: PLC0415

    _show(page.every(load_rules(folders).rules), form, width)
    return READY


@click.command()
@click.argument("rule", shell_complete=options.rule_names)
@form
@options.rules
@options.width
@options.debug
def explain(rule: str, form: str, folders: tuple[str, ...], width: int | None) -> int:
    """Show why a rule is there, what it costs, and its examples."""
    from appeal_lint.report import explain as page  # noqa: PLC0415

    known = load_rules(folders).by_id
    if rule not in known:
        raise AppealLintError(
            f"There is no rule {rule!r}.{near(rule, known)} All rules: appeal-lint rules"
        )
    _show(page.one(known[rule]), form, width)
    return READY


@click.command()
@click.argument("of", type=click.Choice(["rule", "config"]), default="rule", metavar="[OF]")
@options.debug
def schema(of: str) -> int:
    """Print the JSON Schema of a rule file, or of a configuration (config), for your editor."""
    from appeal_lint import config, rulebook  # noqa: PLC0415

    made = (config if of == "config" else rulebook).json_schema()
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    output.write(text, data=True)
    return READY


def _show(lines: "Iterable[Line]", form: str, width: int | None) -> None:
    from appeal_lint.report import explain as page  # noqa: PLC0415

    if form == "markdown":
        output.write(page.markdown(lines))
        return
    color = output.wants_color()
    text = page.text(
        lines,
        width=width or output.columns(),
        unicode=output.speaks_unicode(),
        color=color,
    )
    output.write(text, color=color)
