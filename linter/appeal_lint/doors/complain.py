"""One clear line on standard error for each thing that went wrong."""

import contextlib

import click

from appeal_lint.model.said import printable


def complain(*messages: str) -> None:
    """Write each message on one line; nothing in it can steer the terminal or forge a line.

    Where standard error cannot be written to, the exit status still tells.
    """
    for message in messages:
        shown = printable(message)
        if shown.strip():
            with contextlib.suppress(OSError):
                click.echo(f"appeal-lint: {shown}", err=True)
