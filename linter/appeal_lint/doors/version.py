"""What `--version` says; it imports neither spaCy nor durable-rules."""

import click


def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    """Print the versions of the command, the engine in use and the language model, then leave."""
    if not value or ctx.resilient_parsing:
        return
    from appeal_lint.engine import available  # noqa: PLC0415
    from appeal_lint.language.reader import default_model  # noqa: PLC0415

    name = available()
    engine = f"{name} (durable-rules {_installed('durable-rules')})" if name == "durable" else name
    model = default_model()
    click.echo(f"appeal-lint {_installed('appeal-lint')}")
    click.echo(f"engine: {engine}")
    click.echo(
        f"model: {model} {_installed(model.replace('_', '-'))} (spaCy {_installed('spacy')})"
    )
    ctx.exit()


def _installed(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (slow)

    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
