"""Rules, reader, engine and drafts as the options ask for them; heavy parts are imported late."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from appeal_lint.doors.complain import complain
from appeal_lint.doors.speech import errors
from appeal_lint.i18n import ENGLISH
from appeal_lint.model.errors import AppealLintError, DraftError
from appeal_lint.model.limits import LARGEST
from appeal_lint.model.near import near
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from appeal_lint.language import Reader
    from appeal_lint.lint import Linter
    from appeal_lint.model.draft import Draft
    from appeal_lint.model.rule import RuleSet

LIKE_A_COMMAND = 0.75
"""How like a command the name of a letter that is not there must be, for a hint."""

UNNAMED = "<stdin>"
"""What reports call a letter from standard input that has no name."""

_readers: dict[str | None, tuple[str, Reader]] = {}
"""By name of the model, with the stamp of its files; a name may be a folder near the letter."""


def load_rules(folders: Sequence[str], language: str = ENGLISH) -> RuleSet:
    """Load the shipped rules and those of further folders, with their texts in a language."""
    from appeal_lint import rulebook  # noqa: PLC0415

    shipped = os.path.realpath(rulebook.shipped_folder())
    once = {os.path.realpath(folder): folder for folder in reversed(folders)}
    once.pop(shipped, None)
    return rulebook.load([Path(folder) for folder in reversed(once.values())], language)


def same_folder(one: Path, other: Path) -> bool:
    """Say whether two paths lead to one folder that is there."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # what is wrong with it is said where it is loaded
        return False


def reader_for(model: str | None) -> Reader:
    """Return the reader of a model as it is on the disk now, one a process."""
    from appeal_lint.cache import stamp  # noqa: PLC0415
    from appeal_lint.language import Reader  # noqa: PLC0415

    now = stamp.model(model) if model is not None else ""
    known = _readers.get(model)
    if known is None or known[0] != now:
        _readers[model] = known = (now, Reader(model))
    return known[1]


def make_linter(ruleset: RuleSet, model: str | None) -> Linter:
    """Make a linter with the best engine there is and all rules."""
    from appeal_lint.engine import engine  # noqa: PLC0415
    from appeal_lint.lint import Linter  # noqa: PLC0415

    judge = engine(None, [rule.compiled for rule in ruleset.rules])
    return Linter(ruleset, reader_for(model), judge)


def check_paths(paths: Sequence[str]) -> None:
    """Make sure that there is something to read, before anything slow starts.

    Raises:
        AppealLintError: there is no path, or standard input is asked for twice.

    """
    if not paths:
        raise AppealLintError("Name a letter to check, for example: appeal-lint draft.txt")
    if paths.count("-") > 1:
        raise AppealLintError("Standard input (-) can be read only once.")


def open_draft(path: str, stdin_filename: str | None) -> Draft | None:
    """Read a draft; where it cannot be read, say so in one line and return None."""
    try:
        return _open(path, stdin_filename)
    except DraftError as fault:
        tongue = errors()
        complain(fault.told(tongue) + _command_meant(path).told(tongue))
        return None


def _command_meant(path: str) -> Said:
    """Return a hint where a name without a file looks like a mistyped command."""
    root = click.get_current_context().find_root()
    asked = click.get_current_context().info_name
    if path == "-" or not isinstance(root.command, click.Group) or asked != "lint" or _there(path):
        return Said()
    known = root.command.list_commands(root)
    return Said() if path in known else near(path, known, LIKE_A_COMMAND)


def _there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # too long a name, or a folder that may not be entered
        return False


def _open(path: str, stdin_filename: str | None) -> Draft:
    from appeal_lint import formats  # noqa: PLC0415

    if path != "-":
        return formats.read_file(path).draft
    return formats.read(standard_input(stdin_filename), stdin_filename or UNNAMED).draft


def standard_input(name: str | None) -> bytes:
    """Return what standard input holds, and one byte more than the most where it is too much.

    Args:
        name: what the letter is called; None where it has no name.

    Raises:
        DraftError: there is none.

    """
    if sys.stdin is None:
        raise DraftError("-: there is no standard input.")
    if sys.stdin.isatty():
        prompt = errors().say(
            "Write or paste the letter. End with Ctrl-D (Windows: Ctrl-Z, Enter)."
        )
        click.echo(prompt, err=True)
    data = sys.stdin.buffer.read(LARGEST + 1)  # more is refused, and may have no end
    if len(data) <= LARGEST:
        return data

    from appeal_lint import formats  # noqa: PLC0415

    return data + sys.stdin.buffer.read(max(0, formats.most(data, name or UNNAMED) - LARGEST))
