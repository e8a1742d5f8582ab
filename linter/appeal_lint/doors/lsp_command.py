"""`appeal-lint lsp`: the language server, for editors."""

from __future__ import annotations

import click

from appeal_lint.doors import options
from appeal_lint.doors.scope import make_scope


@click.command()
@click.option("--stdio", is_flag=True, hidden=True)  # what it does anyway; some editors say so
@options.configuration
@options.spoken
@options.debug
def lsp(stdio: bool, config_file: str | None, isolated: bool) -> None:
    """Check letters in an editor while you write. Your editor starts this by itself.

    It speaks the Language Server Protocol on standard input and output. How to set up an editor:
    docs/editors.md
    """
    make_scope(config_file, isolated, {})
    from appeal_lint.doors.lsp.run import run  # noqa: PLC0415

    run(lambda: make_scope(config_file, isolated, {}))
