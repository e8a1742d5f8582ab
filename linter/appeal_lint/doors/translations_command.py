"""`appeal-lint translations`: what a translation lacks, for who makes it."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from appeal_lint.doors import files, options, output, speech
from appeal_lint.doors.status import NOT_READY, READY
from appeal_lint.i18n import ENGLISH, languages, tongue
from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from appeal_lint.rulebook.untranslated import Gap

_CODE = re.compile(r"[a-z]{2,3}")
_OF = re.compile(r'\bof:\s*"?[^",}\s]*"?')


@click.command()
@click.argument("language", metavar="[LANGUAGE]", required=False)
@click.option(
    "--update",
    is_flag=True,
    help="The stale texts are right again: write their new fingerprints (`of:`), nothing else.",
)
@options.rules
@options.spoken
@options.debug
def translations(language: str | None, update: bool, folders: tuple[str, ...]) -> int:
    """List what a translation lacks, or has from an English text that has changed since.

    Exit status: 0 nothing to do, 1 something to do.
    """
    chosen = [language] if language else [one for one in languages() if one != ENGLISH]
    done = True
    for one in chosen:
        if not _CODE.fullmatch(one) or one == ENGLISH:
            raise AppealLintError(
                "{name!r} is no code of a language to translate to. Write for example: zh",
                name=one,
            )
        lines = list(_to_do(one, [Path(folder) for folder in folders], update))
        done = done and not lines
        lines.append(f"{one}: {len(lines)} to do." if lines else f"{one}: nothing to do.")
        output.write("".join(f"{line}\n" for line in lines))
    return READY if done else NOT_READY


def _to_do(language: str, extra: Sequence[Path], update: bool) -> Iterable[str]:
    from appeal_lint import rulebook  # noqa: PLC0415
    from appeal_lint.i18n.strings import strings  # noqa: PLC0415
    from appeal_lint.rulebook.untranslated import untranslated  # noqa: PLC0415

    faults, gaps = untranslated([rulebook.shipped_folder(), *extra], language)
    spoken = tongue(speech.of_run())
    yield from (fault.told(spoken) for fault in faults)
    if update and not faults:
        _write([gap for gap in gaps if gap.fingerprint])
        gaps = [gap for gap in gaps if not gap.fingerprint]
    for gap in gaps:
        yield f"{gap.path}:{gap.line}: {gap.where}: {gap.message}"
    has = tongue(language).has
    for text in strings():
        if not has(text):
            yield f"interface: {text!r} is missing"


def _write(stale: Sequence["Gap"]) -> None:
    """Write the new fingerprints into their lines."""
    for path in dict.fromkeys(gap.path for gap in stale):
        rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        for gap in stale:
            if gap.path == path:
                row = rows[gap.line - 1]
                rows[gap.line - 1] = _OF.sub(f'of: "{gap.fingerprint}"', row, count=1)
        files.put(path, "".join(rows))
