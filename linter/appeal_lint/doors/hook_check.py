"""The check of the hook itself, in this process."""

from appeal_lint.doors import output
from appeal_lint.doors.later import Later
from appeal_lint.doors.lint_command import fails
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.status import FAILED, NOT_READY, READY
from appeal_lint.model.words import HookMode


def check(
    linters: Linters,
    paths: tuple[str, ...],
    stdin_filename: str | None,
    later: Later | None,
    ignores: bool,
) -> int:
    """Check letters, and write what is found to standard output and to the report.

    Args:
        linters: with the settings, the mode among them.
        paths: as for `Linters.judge`, as the next and `ignores`.
        stdin_filename: what to call standard input.
        later: where the report goes too; None for nowhere.
        ignores: whether findings may be ignored.

    Returns:
        The exit status: that of a letter which is not ready only where a save is to be refused.

    Raises:
        AppealLintError: as `Linters.judge`; or something cannot be written.

    """
    from appeal_lint.report import short  # noqa: PLC0415

    try:
        judged, all_read = linters.judge(paths, stdin_filename, ignores=ignores)
        text = short.render([one.report for one in judged])
        if later is not None and judged:
            later.finish(text)
    finally:
        if later is not None:
            later.end()
    output.write(text)
    refused = any(
        one.settings.hook == HookMode.REFUSE and fails(one.report, one.settings.fail_on)
        for one in judged
    )
    if refused:
        return NOT_READY
    return READY if all_read else FAILED
