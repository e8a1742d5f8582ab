"""Rules, engines and linters, kept as long as the files that they were made of stay as they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from appeal_lint.doors.setup import load_rules, reader_for
from appeal_lint.model.memory import Memory
from appeal_lint.model.shipped import shipped_folder
from appeal_lint.model.words import Marketplace

if TYPE_CHECKING:
    from appeal_lint.config import Settings
    from appeal_lint.engine import Engine
    from appeal_lint.language import Reader
    from appeal_lint.lint import Linter
    from appeal_lint.model.rule import Rule, RuleSet

MOST = 12
"""Rule sets, and linters, of a process that lives long; who works on rules makes many."""


class Kept:
    """What is made once and used for many letters, in one run or in all runs of a server.

    Not for several threads at once.
    """

    def __init__(self) -> None:
        self.engines = 0
        """How many were made. Of each 2 MB stay with durable-rules, though it is let go here."""
        self._rules: Memory[tuple[object, ...], tuple[str, RuleSet]] = Memory(MOST, MOST)
        self._engines: Memory[tuple[object, ...], tuple[RuleSet, Engine]] = Memory(MOST, MOST)
        self._linters: Memory[tuple[object, ...], tuple[RuleSet, Linter]] = Memory(MOST, MOST)

    @classmethod
    def of_run(cls) -> Kept:
        """Return what the process that runs a command keeps for it; nothing yet, mostly."""
        held = click.get_current_context().find_root().ensure_object(dict).get("kept")
        return held if isinstance(held, cls) else cls()

    def rules(self, packs: tuple[str, ...], language: str) -> RuleSet:
        """Return the shipped rules and those of further folders, as they are on the disk now.

        Raises:
            RulebookError: with a line for each fault of any file.

        """
        key = (packs, language)
        now = stamp_of(packs)
        known = self._rules.get(key)
        if known is None or known[0] != now:
            known = (now, load_rules(packs, language))
            self._rules.keep(key, known)
        return known[1]

    def linter(self, settings: Settings, rules: RuleSet) -> Linter:
        """Return the linter of some settings.

        Args:
            settings: what letters are judged by.
            rules: those of `settings.packs`, as `rules` returned them.

        Raises:
            AppealLintError: the engine cannot be had.

        """
        key = (settings, rules.language)
        known = self._linters.get(key)
        reader = reader_for(settings.model)
        if known is None or known[0] is not rules or known[1].reader is not reader:
            known = (rules, self._made(settings, rules, reader))
            self._linters.keep(key, known)
        return known[1]

    def _made(self, settings: Settings, rules: RuleSet, reader: Reader) -> Linter:
        from appeal_lint.config.adjust import adjusted  # noqa: PLC0415
        from appeal_lint.lint import Linter  # noqa: PLC0415

        changed = adjusted(rules, settings.rules)
        return Linter(
            changed,
            reader,
            self._engine(settings, rules),
            settings.min_score,
            _split(settings.select),
            _split(settings.ignore),
            Marketplace(settings.marketplace),
            [*changed.off, *(one.id for one in unwritten(rules))],
        )

    def _engine(self, settings: Settings, rules: RuleSet) -> Engine:
        from appeal_lint.engine import engine  # noqa: PLC0415

        key = (settings.packs, settings.engine)
        known = self._engines.get(key)
        compiled = [one.compiled for one in rules.rules]
        if known is None or [one.compiled for one in known[0].rules] != compiled:
            known = (rules, engine(settings.engine, compiled))
            self._engines.keep(key, known)
            self.engines += 1
        return known[1]


def stamp_of(packs: tuple[str, ...]) -> str:
    """Return a text that changes whenever a file of the rules does."""
    from appeal_lint.cache.stamp import stamp  # noqa: PLC0415

    return stamp([shipped_folder(), *map(Path, packs)])


def unwritten(rules: RuleSet) -> list[Rule]:
    """Return the rules that are not filled in yet; they judge no letter."""
    from appeal_lint.rulebook import UNWRITTEN  # noqa: PLC0415

    return [one for one in rules.rules if one.message.startswith(UNWRITTEN)]


def _split(names: tuple[str, ...]) -> list[str]:
    return [part.strip() for one in names for part in one.split(",") if part.strip()]
