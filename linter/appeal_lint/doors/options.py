"""Options that several commands share."""

from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from appeal_lint.doors import speech
from appeal_lint.i18n import languages
from appeal_lint.model.words import EngineName, FailOn, Marketplace

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def rule_names(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of rules to the shell."""
    from appeal_lint import rulebook  # noqa: PLC0415

    return [
        CompletionItem(one.id, help=one.title)
        for one in rulebook.load().rules
        if one.id.startswith(incomplete)
    ]


def rule_and_family_names(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the names of rules and families to the shell, also after a comma."""
    from appeal_lint import rulebook  # noqa: PLC0415

    before, comma, last = incomplete.rpartition(",")
    rules = rulebook.load().rules
    names = {**{one.family: "" for one in rules}, **{one.id: one.title for one in rules}}
    return [
        CompletionItem(f"{before}{comma}{name}", help=title)
        for name, title in sorted(names.items())
        if name.startswith(last)
    ]


def _language_names(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(one) for one in languages() if one.startswith(incomplete)]


def _remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().ensure_object(dict)["debug"] = True


def formats(first: str, *others: str, help: str) -> Decorator:
    """Return the option `--format`, the first name being its default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice([first, *others]),
        default=first,
        show_default=True,
        help=help,
    )


debug: Decorator = click.option(
    "--debug",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_remember,
    help="Show where the program itself failed, if it does.",
)
drafts: Decorator = click.argument(
    "paths", nargs=-1, type=click.Path(allow_dash=True, readable=False), metavar="[PATH|-]..."
)
rules: Decorator = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(),
    metavar="DIR",
    help="Also use the rules in this folder. May be repeated.",
)
model: Decorator = click.option(
    "--model", metavar="NAME", help="Read with another spaCy model, by name or folder."
)
stdin_filename: Decorator = click.option(
    "--stdin-filename", metavar="NAME", help="What to call standard input in the report."
)


fail_on: Decorator = click.option(
    "--fail-on",
    type=click.Choice(list(map(str, FailOn))),
    help="When to leave with status 1: not ready (error; so where nothing is set); any warning "
    "too; never.",
)


def _language(*, used: bool) -> Decorator:
    return click.option(
        "--lang",
        "language" if used else "spoken",
        metavar="LANGUAGE",
        callback=speech.resolve,
        shell_complete=_language_names,
        expose_value=used,
        help="Language of the report: en, or zh for Chinese. Without it: that of your computer.",
    )


lang: Decorator = _language(used=True)
spoken: Decorator = _language(used=False)
"""The same for commands that write no report: for their help and for what goes wrong."""
form: Decorator = formats("text", "json", help="For people, or for other programs.")
width: Decorator = click.option(
    "--width",
    type=click.IntRange(40, 400),
    metavar="COLUMNS",
    help="How wide to write. Without it: as wide as the window, at most 100.",
)


def _together(*decorators: Decorator) -> Decorator:
    """Return one decorator that adds some options in the order given."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for one in reversed(decorators):
            command = one(command)
        return command

    return add


configuration: Decorator = _together(
    click.option(
        "--config",
        "config_file",
        type=click.Path(),
        metavar="FILE",
        help="Use this configuration, not the nearest one.",
    ),
    click.option(
        "--isolated", is_flag=True, help="Use no configuration: only what this line says."
    ),
)
"""Where settings come from."""

judging: Decorator = _together(
    click.option(
        "--min-score",
        type=click.IntRange(0, 100),
        metavar="N",
        help="The score from which a letter is ready (80 where nothing is set).",
    ),
    click.option(
        "--rules",
        "packs",
        multiple=True,
        type=click.Path(),
        metavar="DIR",
        help="Also use the rules in this folder. May be repeated.",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="NAMES",
        shell_complete=rule_and_family_names,
        help="Only these rules or families, with commas between.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="NAMES",
        shell_complete=rule_and_family_names,
        help="Not these rules or families, with commas between.",
    ),
    click.option(
        "--marketplace",
        type=click.Choice(list(map(str, Marketplace))),
        metavar="COUNTRY",
        help="Whose targets to show: us, uk, de, in, ... (us where nothing is set).",
    ),
    click.option(
        "--engine", type=click.Choice(list(map(str, EngineName))), help="Which engine judges."
    ),
    model,
    click.option(
        "--baseline",
        type=click.Path(),
        metavar="FILE",
        help="Ignore the findings in this list. Make one: appeal-lint baseline.",
    ),
    lang,
    configuration,
)
"""What a letter is judged by. Each stands in the configuration too, under the same name."""

speed: Decorator = _together(
    click.option(
        "--warm/--no-warm",
        default=None,
        help="Let a server in the background answer, which is started where there is none.",
    ),
    click.option(
        "--cache/--no-cache",
        default=None,
        help="Keep reports on this computer, so that the same letter is not judged twice.",
    ),
)
"""How the answer is come by; it is the same."""

no_ignores: Decorator = click.option(
    "--no-ignores", is_flag=True, help="Show also the findings that were ignored."
)
