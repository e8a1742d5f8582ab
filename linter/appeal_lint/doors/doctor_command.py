"""`appeal-lint doctor`: does everything work on this computer, and if not, what mends it."""

from __future__ import annotations

from typing import Any

import click

from appeal_lint.doors import options, output, speech
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.status import NOT_READY, READY


@click.command("doctor")
@options.judging
@options.width
@options.debug
def doctor(width: int | None, config_file: str | None, isolated: bool, **flags: Any) -> int:
    """Try every part of the program, and say what mends what does not work."""
    from appeal_lint.doors.checkup import checks  # noqa: PLC0415
    from appeal_lint.i18n import tongue  # noqa: PLC0415
    from appeal_lint.report import doctor as page  # noqa: PLC0415

    language = speech.of_run()
    linters = Linters(make_scope(config_file, isolated, flags))
    found = list(checks(linters, tongue(language)))
    output.show(lambda sheet: page.render(found, sheet), width, language)
    return NOT_READY if any(one.bad for one in found) else READY
