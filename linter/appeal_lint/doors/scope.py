"""Where configuration is looked for: the folder of the user, and that of the letter."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from appeal_lint.config import Scope


def user_file() -> Path:
    """Return where the configuration of the user is looked for, as the system has it."""
    return Path(click.get_app_dir("appeal-lint")) / "config.yaml"


def make_scope(config: str | None, isolated: bool, flags: Mapping[str, Any]) -> Scope:
    """Return where configuration is looked for.

    Args:
        config: a file to use in place of the nearest one.
        isolated: whether files and the environment are left out.
        flags: what was said on the command line, by key; None or empty where it was not said.

    """
    from appeal_lint.config import Scope  # noqa: PLC0415

    if config is not None and isolated:
        raise AppealLintError("--config and --isolated cannot stand together. Leave one out.")
    given = Path(config) if config is not None else None
    return Scope(user_file(), os.environ, flags, given, isolated)


def place(name: str | None) -> tuple[Path | None, Path]:
    """Return the whole path of a letter, if it has one, and the folder to look in."""
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        here = Path(os.sep)
    if name is None or "\0" in name:
        return None, here
    letter = Path(os.path.abspath(here / name))
    return letter, letter.parent
