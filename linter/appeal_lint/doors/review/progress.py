"""How far a review is, for who looks on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from appeal_lint.i18n import Tongue


class Progress(Protocol):
    """Whatever is told how many letters are done."""

    def done(self, letters: int) -> None:
        """Take note of letters that were judged."""


class _Silent:
    def done(self, letters: int) -> None:
        pass


@contextmanager
def progress(total: int, before: int, tongue: Tongue) -> Iterator[Progress]:
    """Show a bar on standard error with the rate and the time left, where a person can see it.

    Args:
        total: how many letters there are.
        before: how many of them were done earlier.
        tongue: what to say it in.

    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(tongue.say("{rate} letters a second", rate=f"{speed:.1f}") if speed else "")

    columns = (
        TextColumn(tongue.say("Letters")),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TextColumn(tongue.say("time left")),
        TimeRemainingColumn(),
    )
    with Bar(
        *columns, console=Console(stderr=True), transient=True, speed_estimate_period=60
    ) as bar:
        task = bar.add_task("", total=total, completed=before)

        class Shown:
            def done(self, letters: int) -> None:
                bar.advance(task, letters)

        yield Shown()
