"""`appeal-lint docs`: the pages of the rules and of the commands, written from the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from appeal_lint.doors import files, options, output, speech
from appeal_lint.doors.setup import load_rules
from appeal_lint.doors.status import NOT_READY, READY
from appeal_lint.i18n import ENGLISH
from appeal_lint.model.errors import AppealLintError

COLUMNS = 80


@click.command()
@click.argument("folder", type=click.Path(), metavar="DIR")
@click.option("--check", is_flag=True, help="Write nothing. Say which files are not up to date.")
@options.rules
@options.spoken
@options.debug
def docs(folder: str, check: bool, folders: tuple[str, ...]) -> int:
    """Write the pages of all rules and commands into DIR.

    These are DIR/rules/README.md, a page for each rule beside it, and DIR/cli.md. Pages of
    rules that are gone are removed. No other file is touched.
    """
    from appeal_lint.report import docs as report  # noqa: PLC0415

    home = Path(folder)
    with speech.spoken(ENGLISH):
        wanted = report.files(load_rules(folders).rules, _commands())
    there = _there(home, wanted)
    foreign = [path for path, text in there.items() if path in wanted and not report.ours(text)]
    if foreign:
        raise AppealLintError(
            "{path}: this was not written by this command. Move it away, or name another folder.",
            path=home / foreign[0],
        )
    gone = [path for path, text in there.items() if path not in wanted and report.ours(text)]
    stale = [path for path, text in wanted.items() if there.get(path) != text]
    if check:
        output.write_lines(
            *(f"{home / one}: {'differs' if one in there else 'is missing'}" for one in stale),
            *(f"{home / one}: belongs to no rule" for one in gone),
        )
        return NOT_READY if stale or gone else READY
    for path in stale:
        files.put(home / path, wanted[path])
    for path in gone:
        files.remove(home / path)
    output.write_lines(f"{home}: {len(wanted)} files. Written: {len(stale)}. Removed: {len(gone)}.")
    return READY


def _there(home: Path, wanted: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each file that is there, of those wanted and of the pages of rules."""
    from appeal_lint.report.docs import RULES  # noqa: PLC0415

    try:
        pages = [f"{RULES}/{one.name}" for one in sorted((home / RULES).glob("*.md"))]
        names = [name for name in {**wanted, **dict.fromkeys(pages)} if (home / name).exists()]
        return {name: (home / name).read_text("utf-8", errors="replace") for name in names}
    except (OSError, ValueError) as fault:
        raise AppealLintError(
            "{path}: this folder cannot be read ({reason}).", path=home, reason=files.reason(fault)
        ) from fault


def _commands() -> Iterator[tuple[str, str]]:
    """Yield each command and its help, whatever the terminal and the language are."""
    from appeal_lint.doors.cli import cli  # noqa: PLC0415  (this command is a part of it)

    yield from _helps(cli, "appeal-lint", None)


def _helps(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[tuple[str, str]]:
    settings = {**command.context_settings, "terminal_width": COLUMNS, "max_content_width": COLUMNS}
    ctx = click.Context(command, info_name=name, parent=parent, **settings)
    yield ctx.command_path, command.get_help(ctx)
    if isinstance(command, click.Group):
        for word in sorted(command.commands):
            yield from _helps(command.commands[word], word, ctx)
