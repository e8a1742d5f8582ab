"""`appeal-lint rules`, `explain` and `schema`: what the command judges by."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from appeal_lint.doors import options, output
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.rules_new import new
from appeal_lint.doors.rules_test import test
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.status import READY
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.near import near

if TYPE_CHECKING:
    from appeal_lint.model.rule import Rule, RuleSet
    from appeal_lint.report.explain import Line

form = options.formats("text", "markdown", help="For the terminal, or as a page.")


@click.group("rules", invoke_without_command=True, subcommand_metavar="[COMMAND] [ARGS]...")
@form
@options.rules
@options.lang
@options.configuration
@options.width
@options.debug
@click.pass_context
def list_rules(
    ctx: click.Context,
    form: str,
    folders: tuple[str, ...],
    language: str | None,
    width: int | None,
    config_file: str | None,
    isolated: bool,
) -> int | None:
    """List the rules by family, make a new one, or test the examples."""
    if ctx.invoked_subcommand is not None:
        _refuse_options(ctx, ctx.invoked_subcommand)
        return None
    from appeal_lint.report import explain as page  # noqa: PLC0415

    known = _in_force(folders, language, config_file, isolated)
    _show(page.every(known), form, known.language, width)
    return READY


list_rules.add_command(new)
list_rules.add_command(test)


def _in_force(
    folders: tuple[str, ...], language: str | None, config_file: str | None, isolated: bool
) -> RuleSet:
    flags = {"packs": folders, "language": language}
    return Linters(make_scope(config_file, isolated, flags), screen=True).rules_in_force()


def _refuse_options(ctx: click.Context, command: str) -> None:
    """Make sure that no option of the list stands before a command that would not see it.

    Raises:
        AppealLintError: one does.

    """
    for param in ctx.command.params:
        given = ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE
        if given and param.expose_value:
            raise AppealLintError(
                "{option} belongs to the list of rules. Leave it out before {command!r}.",
                option=param.opts[0],
                command=command,
            )


@click.command()
@click.argument("rule", shell_complete=options.rule_names)
@form
@options.rules
@options.lang
@options.configuration
@options.width
@options.debug
def explain(
    rule: str,
    form: str,
    folders: tuple[str, ...],
    language: str | None,
    width: int | None,
    config_file: str | None,
    isolated: bool,
) -> int:
    """Show why a rule is there, what it costs, and its examples."""
    from appeal_lint.report import explain as report  # noqa: PLC0415

    loaded = _in_force(folders, language, config_file, isolated)
    known = loaded.by_id
    if rule not in known:
        raise AppealLintError(
            "There is no rule {name!r}.{hint} All rules: appeal-lint rules",
            name=rule,
            hint=near(rule, known),
        )
    found = known[rule]
    lines = report.one(
        found, loaded.language, loaded.families, page=_page(found), off=rule in loaded.off
    )
    _show(lines, form, loaded.language, width)
    return READY


def _page(rule: Rule) -> str | None:
    """Return where the page of a rule is: its file where that is on this machine."""
    if rule.page is None or "://" in rule.page:
        return rule.page
    from appeal_lint.model.shipped import shipped_folder  # noqa: PLC0415

    file = shipped_folder().parent / rule.page
    return str(file) if file.is_file() else rule.page


@click.command()
@click.argument("of", type=click.Choice(["rule", "pack", "config"]), default="rule", metavar="[OF]")
@options.spoken
@options.debug
def schema(of: str) -> int:
    """Print a JSON Schema for your editor: of a rule file, of pack.yaml, or of a configuration.

    OF is rule (without it too), pack or config.
    """
    from appeal_lint import rulebook  # noqa: PLC0415
    from appeal_lint.config import shape  # noqa: PLC0415

    made = {
        "rule": rulebook.json_schema,
        "pack": rulebook.pack_schema,
        "config": shape.json_schema,
    }[of]()
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    output.write(text, data=True)
    return READY


def _show(lines: Iterable[Line], form: str, language: str, width: int | None) -> None:
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
