"""One clear line on standard error for each thing that went wrong."""

import click


def complain(message: str) -> None:
    """Write each line of a message; nothing in it can steer the terminal."""
    for line in message.splitlines():
        shown = "".join(char if char.isprintable() else "?" for char in line)
        if shown.strip():
            click.echo(f"appeal-lint: {shown}", err=True)
