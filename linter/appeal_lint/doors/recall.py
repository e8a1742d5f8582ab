"""Reports of earlier runs, in place of judging the same letter by the same rules again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.model.words import Counted

if TYPE_CHECKING:
    from appeal_lint.cache import Results
    from appeal_lint.config import Settings
    from appeal_lint.ignores import Entry
    from appeal_lint.model.draft import Draft
    from appeal_lint.model.report import Report


def cache_folder() -> Path:
    """Return the folder for what may be thrown away, as the system has it."""
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("appeal-lint", appauthor=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a letter is judged by beside rules and model: its language, its ignores, and whether
    findings say how they would read if they were done.
    """

    settings: Settings
    language: str
    entries: tuple[Entry, ...]
    rewrites: bool


class Recall:
    """Finds and keeps reports while it is entered, for settings that want it."""

    def __init__(self) -> None:
        self._results: Results | None = None
        self._bases: dict[Settings, str] = {}

    def __enter__(self) -> None:
        from appeal_lint.cache import open_results  # noqa: PLC0415

        folder = cache_folder()
        if folder.is_absolute():  # else nobody knows where the home of the user is
            self._results = open_results(folder)

    def __exit__(self, *_: object) -> None:
        if self._results is not None:
            self._results.close()
            self._results = None

    def sound(self, settings: Settings) -> bool:
        """Say whether a letter was judged by these rules, as they are, before."""
        results = self._for(settings)
        return results is not None and results.sound(self.basis(settings))

    def report(self, asked: Asked, draft: Draft) -> Report | None:
        """Return the report of a letter that was judged before, or None."""
        results = self._for(asked.settings)
        return None if results is None else results.get(self._name(asked, draft), draft)

    def keep(self, asked: Asked, report: Report) -> None:
        """Keep a report for the next time."""
        results = self._for(asked.settings)
        if results is not None:
            name = self._name(asked, report.draft)
            results.put(name, self.basis(asked.settings), report)

    def _for(self, settings: Settings) -> Results | None:
        return self._results if settings.cache else None

    def _name(self, asked: Asked, draft: Draft) -> str:
        from appeal_lint.cache import reads_as  # noqa: PLC0415

        parts = (asked.language, asked.rewrites, draft.path, draft.source, *asked.entries)
        return reads_as(self.basis(asked.settings), asked.settings, _shape(draft), *parts)

    def basis(self, settings: Settings) -> str:
        """Return a name for the program, the rules and the model, as they are on the disk."""
        if settings not in self._bases:
            from appeal_lint.cache import reads_as, stamp  # noqa: PLC0415
            from appeal_lint.doors.kept import stamp_of  # noqa: PLC0415
            from appeal_lint.engine import available  # noqa: PLC0415
            from appeal_lint.language.reader import default_model  # noqa: PLC0415

            self._bases[settings] = reads_as(
                stamp.program(),
                stamp.libraries(),
                stamp.model(settings.model or default_model()),
                stamp_of(settings.packs),
                settings.engine or available(),
            )
        return self._bases[settings]


def _shape(draft: Draft) -> tuple[object, ...]:
    """Return what the text and the name of a draft do not say of its blocks."""
    if draft.counted is Counted.LINES:
        return ()
    blocks = ((str(one.kind), one.home[0], one.home[-1]) for one in draft.blocks)
    return (str(draft.counted), *blocks)
