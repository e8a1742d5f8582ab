"""A command group whose first word may also be a file: then it means `lint`."""

import click


class DraftGroup(click.Group):
    """Runs `lint` where the first word is no subcommand.

    A word that is both a subcommand and a file's name means the subcommand;
    `./name` means the file.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `lint` before what is not for the group itself."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "--version", "-h"):
            args = ["lint", *args]
        return super().parse_args(ctx, args)
