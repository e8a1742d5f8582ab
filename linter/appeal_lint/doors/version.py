"""What `--version` says; it imports neither spaCy nor durable-rules."""

import click

from appeal_lint.model.installed import installed


def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    """Print the versions of the command, the engine in use and the language model, then leave."""
    if not value or ctx.resilient_parsing:
        return
    from appeal_lint.engine import available  # noqa: PLC0415
    from appeal_lint.language.reader import default_model  # noqa: PLC0415

    name = available()
    engine = f"{name} (durable-rules {_shown('durable-rules')})" if name == "durable" else name
    model = default_model()
    click.echo(f"appeal-lint {_shown('appeal-lint')}")
    click.echo(f"engine: {engine}")
    click.echo(f"model: {model} {_shown(model.replace('_', '-'))} (spaCy {_shown('spacy')})")
    ctx.exit()


def _shown(name: str) -> str:
    return installed(name) or "not installed"
