"""The command line. Exit status: 0 ready, 1 not ready, 2 the work could not be done."""

import sys
import traceback
from typing import Any

import click

from appeal_lint.doors import options, speech, version
from appeal_lint.doors.baseline_command import baseline
from appeal_lint.doors.calibrate_command import calibrate
from appeal_lint.doors.complain import complain
from appeal_lint.doors.config_command import config
from appeal_lint.doors.docs_command import docs
from appeal_lint.doors.doctor_command import doctor
from appeal_lint.doors.evaluate_command import evaluate
from appeal_lint.doors.fix_command import fix
from appeal_lint.doors.group import DraftGroup
from appeal_lint.doors.hook_command import hook
from appeal_lint.doors.ignore_command import ignore
from appeal_lint.doors.init_command import init
from appeal_lint.doors.kept import Kept
from appeal_lint.doors.lint_command import lint
from appeal_lint.doors.lsp_command import lsp
from appeal_lint.doors.review_command import review
from appeal_lint.doors.rules_command import explain, list_rules, schema
from appeal_lint.doors.server_command import server
from appeal_lint.doors.statements_command import statements
from appeal_lint.doors.status import FAILED, READY, STOPPED
from appeal_lint.doors.translations_command import translations
from appeal_lint.i18n import ENGLISH, mark, tongue
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

EXAMPLES = mark("""\b
Examples:
  appeal-lint draft.txt                check a letter
  appeal-lint a.txt b.md               check several
  appeal-lint - < draft.txt            check standard input
  appeal-lint --all draft.txt          show every finding
  appeal-lint --ignore tone draft.txt  leave out a family of rules
  appeal-lint --format json draft.txt  for other programs
  appeal-lint --format plain a.txt     as sentences, for a screen reader
  appeal-lint --lang zh draft.txt      the report in Chinese
  appeal-lint review letters           many letters, and what they share
  appeal-lint ./rules                  a file with the name of a command
  appeal-lint explain future-promise   why a rule is there

\b
Exit status: 0 ready, 1 not ready, 2 the command could not do its work.

\b
To complete words with the Tab key, add one line to the file of your shell:
  bash  eval "$(_APPEAL_LINT_COMPLETE=bash_source appeal-lint)"
  zsh   eval "$(_APPEAL_LINT_COMPLETE=zsh_source appeal-lint)"
  fish  _APPEAL_LINT_COMPLETE=fish_source appeal-lint | source
""")


@click.group(
    cls=DraftGroup,
    invoke_without_command=True,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    callback=version.show,
    expose_value=False,
    is_eager=True,
    help="Show the version, the engine and the language model.",
)
@options.debug
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Check an Amazon appeal letter before you send it.

    The letter stays on this computer. It is changed only by fix, and only after you agreed.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        raise AppealLintError("Name a letter to check, for example: appeal-lint draft.txt")


for command in (
    lint,
    fix,
    hook,
    ignore,
    baseline,
    config,
    init,
    doctor,
    lsp,
    statements,
    list_rules,
    explain,
    schema,
    docs,
    evaluate,
    calibrate,
    translations,
    server,
    review,
):
    cli.add_command(command)


def _spoken(language: str) -> click.Command:
    """Return the command with its help in a language, where standard output can show it."""
    if speech.shown(language) == ENGLISH:
        return cli
    from appeal_lint.doors.help import in_language  # noqa: PLC0415

    return in_language(cli, tongue(language))


def main(args: list[str] | None = None, kept: Kept | None = None) -> None:
    """Run the command and leave with its exit status; never with a traceback.

    Args:
        args: what the user wrote after the command's name; `sys.argv` where None.
        kept: what earlier runs of this process made.

    """
    asked: dict[str, Any] = {
        "language": speech.early(sys.argv[1:] if args is None else args),
        "kept": kept,
    }
    try:
        with speech.spoken(asked["language"]):
            root = _spoken(asked["language"])
            status = root.main(args=args, prog_name="appeal-lint", standalone_mode=False, obj=asked)
    except (click.exceptions.Abort, KeyboardInterrupt):
        status = STOPPED
    except click.ClickException as fault:
        with speech.spoken(asked["language"]):
            complain(" ".join(fault.format_message().split()))
        status = FAILED
    except AppealLintError as fault:
        complain(*fault.told(speech.errors(asked)).split("\n"))
        status = FAILED
    except OSError as fault:
        said = Said("The output cannot be written ({reason}).", reason=Said(str(fault.strerror)))
        complain(said.told(speech.errors(asked)))
        status = FAILED
    except Exception as fault:
        if asked.get("debug"):
            traceback.print_exc()
        said = Said(
            "something went wrong inside the program ({name}). "
            "Your letter is unchanged. Please report it to the project's issue tracker, "
            "with what the same command says with --debug.",
            name=type(fault).__name__,
        )
        complain(said.told(speech.errors(asked)))
        status = FAILED
    if status == FAILED and "let_through" in asked:
        complain(asked["let_through"].told(speech.errors(asked)))
        status = READY
    sys.exit(status if isinstance(status, int) else READY)
