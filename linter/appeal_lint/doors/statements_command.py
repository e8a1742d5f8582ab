"""`appeal-lint statements`: what each clause of a draft was read as."""

from __future__ import annotations

import click

from appeal_lint.doors import options, output
from appeal_lint.doors.linters import Linters
from appeal_lint.doors.scope import make_scope
from appeal_lint.doors.setup import check_paths, open_draft, reader_for
from appeal_lint.doors.status import FAILED, READY


@click.command()
@options.drafts
@options.stdin_filename
@options.rules
@options.model
@options.configuration
@options.spoken
@options.debug
def statements(
    paths: tuple[str, ...],
    stdin_filename: str | None,
    folders: tuple[str, ...],
    model: str | None,
    config_file: str | None,
    isolated: bool,
) -> int:
    """Show what each clause was read as, one JSON object a line."""
    check_paths(paths)
    linters = Linters(make_scope(config_file, isolated, {"packs": folders, "model": model}))
    chosen = [linters.settings(stdin_filename if path == "-" else path) for path in paths]
    words = [linters.rules(settings).vocabulary for settings in chosen]

    from appeal_lint import statements as room  # noqa: PLC0415
    from appeal_lint.report import statements_jsonl  # noqa: PLC0415

    all_read = True
    for path, settings, vocabulary in zip(paths, chosen, words, strict=True):
        draft = open_draft(path, stdin_filename)
        if draft is None:
            all_read = False
            continue
        found = room.read(draft, vocabulary, reader_for(settings.model))
        output.write(statements_jsonl.render(draft.path, found), data=True)
    return READY if all_read else FAILED
