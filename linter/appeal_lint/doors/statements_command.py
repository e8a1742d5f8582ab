"""`appeal-lint statements`: what each clause of a draft was read as."""

import click

from appeal_lint.doors import options, output
from appeal_lint.doors.setup import check_paths, load_rules, open_drafts, reader_for
from appeal_lint.doors.status import FAILED, READY


@click.command()
@options.drafts
@options.stdin_filename
@options.rules
@options.model
@options.debug
def statements(
    paths: tuple[str, ...], stdin_filename: str | None, folders: tuple[str, ...], model: str | None
) -> int:
    """Show what each clause was read as, one JSON object a line."""
    check_paths(paths)
    vocabulary = load_rules(folders).vocabulary
    drafts, all_read = open_drafts(paths, stdin_filename)

    from appeal_lint import statements as room  # noqa: PLC0415
    from appeal_lint.report import statements_jsonl  # noqa: PLC0415

    for draft in drafts:
        found = room.read(draft, vocabulary, reader_for(model))
        output.write(statements_jsonl.render(draft.path, found), data=True)
    return READY if all_read else FAILED
