"""What the translation of some folders lacks: for who translates."""

from collections.abc import Sequence
from pathlib import Path

from appeal_lint.rulebook.faults import Faults
from appeal_lint.rulebook.load import load_folders
from appeal_lint.rulebook.translation import Gap, gaps, read_overlays


def untranslated(folders: Sequence[Path], language: str) -> tuple[list[str], list[Gap]]:
    """Return the faults of the files of a language, a line each, and what else is to be done.

    Raises:
        RulebookError: the rules themselves cannot be used.

    """
    ruleset = load_folders(folders)
    faults = Faults()
    overlays = read_overlays(folders, language, ruleset, faults)
    return faults.lines, list(gaps(folders, ruleset, overlays, language))
