"""The help of every command in another language than English."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Iterable
from itertools import pairwise

import click

from appeal_lint.i18n import Tongue

_SPACE = 2
"""Columns between an option and what it does."""
_WIDEST = 30
"""Columns; a longer option stands on a row of its own."""
_STOPS = "。．."


class SpokenFormatter(click.HelpFormatter):
    """Wraps help by columns, for writing whose words are not parted by blanks."""

    def write_text(self, text: str) -> None:
        """Write paragraphs; one whose first row is a backspace keeps its rows."""
        room = self.width - self.current_indent
        for at, paragraph in enumerate(text.split("\n\n")):
            if at:
                self.write_paragraph()
            first, _, rest = paragraph.partition("\n")
            rows = rest.split("\n") if first.strip() == "\b" else _rows(paragraph, room)
            for row in rows:
                self.write(f"{'':>{self.current_indent}}{row}".rstrip() + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST, col_spacing: int = _SPACE
    ) -> None:
        """Write options or commands, each with what it does beside it."""
        rows = list(rows)
        column = min(max(len(first) for first, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        room = max(self.width - self.current_indent - column, 10)
        for first, second in rows:
            head = first.ljust(column)
            told = _rows(second, room)
            if len(first) > column - col_spacing:
                self.write(f"{indent}{first}\n")
                head = " " * column
            for at, row in enumerate(told or [""]):
                self.write(f"{indent}{head if not at else ' ' * column}{row}".rstrip() + "\n")


class SpokenContext(click.Context):
    """A context whose help is wrapped by columns."""

    formatter_class = SpokenFormatter


def in_language(command: click.Command, tongue: Tongue) -> click.Command:
    """Return a command, and all below it, with the help in another language.

    The command that is given stays as it is.
    """
    spoken = copy.copy(command)
    spoken.context_class = SpokenContext
    vars(spoken)["_help_option"] = None  # click keeps the one it made, in whatever language
    spoken.params = [_param(one, tongue) for one in command.params]
    if command.help:
        spoken.help = tongue.say(inspect.cleandoc(command.help))
        spoken.short_help = _first_sentence(spoken.help)
    if command.epilog:
        spoken.epilog = tongue.say(command.epilog)
    if isinstance(spoken, click.Group) and isinstance(command, click.Group):
        spoken.commands = {name: in_language(one, tongue) for name, one in command.commands.items()}
    return spoken


def _param(param: click.Parameter, tongue: Tongue) -> click.Parameter:
    if not isinstance(param, click.Option) or not param.help:
        return param
    spoken = copy.copy(param)
    spoken.help = tongue.say(param.help)
    return spoken


def _rows(text: str, room: int) -> list[str]:
    from appeal_lint.report.wrap import cuts  # noqa: PLC0415  (only where help is shown)

    line = " ".join(text.split("\n"))
    places = [0, *cuts(line, room, room), len(line)]
    return [line[a:b].strip() for a, b in pairwise(places)]


def _first_sentence(text: str) -> str:
    line = text.split("\n\n", maxsplit=1)[0].replace("\n", "")
    end = min((at for stop in _STOPS if (at := line.find(stop)) >= 0), default=len(line))
    return line[:end]
