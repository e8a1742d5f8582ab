"""A command group whose first word may also be a file: then it means `lint`."""

from collections.abc import Collection
from gettext import gettext
from typing import Any

import click
from click.shell_completion import CompletionItem

OWN = ("--help", "-h", "--version")
"""Options that belong to the group even where no subcommand follows."""

DEFAULT = "lint"


def _language_behind(args: list[str], commands: Collection[str]) -> list[str]:
    """Let `--lang zh rules` mean `rules --lang zh`."""
    taken = 1 if args[:1] and args[0].startswith("--lang=") else 2 if args[:1] == ["--lang"] else 0
    follows = args[taken] if taken < len(args) else ""
    if taken and follows in OWN:
        return args[taken:]  # the language is known before the options are read
    if taken and follows in commands:
        return [follows, *args[:taken], *args[taken + 1 :]]
    return args


class DraftGroup(click.Group):
    """Runs `lint` where the first word is no subcommand.

    A word that is both a subcommand and a file's name means the subcommand;
    `./name` means the file.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `lint` before what is not for the group itself."""
        args = _language_behind(args, self.commands)
        at = 0
        while args[at : at + 1] == ["--debug"]:
            at += 1
        if args[at:] and args[at] not in self.commands and args[at] not in OWN:
            args = [*args[:at], DEFAULT, *args[at:]]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write both ways to call the command."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [PATH|-]...")
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] [ARGS]...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of `lint` with those of the group, then the commands."""
        lint = self.commands[DEFAULT]
        inner = click.Context(lint, info_name=DEFAULT, parent=ctx)
        rows: dict[str, str] = {}
        for param, where in [
            *((one, inner) for one in lint.get_params(inner)),
            *((one, ctx) for one in self.get_params(ctx)),
        ]:
            record = param.get_help_record(where) if isinstance(param, click.Option) else None
            if record is not None:
                rows[record[0]] = record[1]
        with formatter.section(gettext("Options")):
            formatter.write_dl(list(rows.items()))
        self.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer files and the options of `lint` beside the subcommands."""
        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            lint = self.commands[DEFAULT]
            known = {one.value for one in found}
            inner = click.Context(lint, info_name=DEFAULT, parent=ctx)
            more: Any = lint.shell_complete(inner, incomplete)
            return found + [one for one in more if one.value not in known]
        return [*found, CompletionItem(incomplete, type="file")]
