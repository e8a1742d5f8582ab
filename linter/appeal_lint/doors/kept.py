"""Rules, engines and linters, kept as long as the files that they were made of stay as they are."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from appeal_lint.doors.setup import load_rules, reader_for
from appeal_lint.model.shipped import shipped_folder
from appeal_lint.model.words import Marketplace

if TYPE_CHECKING:
    from appeal_lint.config import Settings
    from appeal_lint.engine import Engine
    from appeal_lint.language import Reader
    from appeal_lint.lint import Linter
    from appeal_lint.model.rule import Rule, RuleSet

Key = TypeVar("Key")
Held = TypeVar("Held")

MOST = 12
"""Rule sets, and linters, of a process that lives long; who works on rules makes many."""


class Kept:
    """What is made once and used for many letters, in one run or in all runs of a server.

    Not for several threads at once.
    """

    def __init__(self) -> None:
        self._rules: OrderedDict[tuple[object, ...], tuple[str, RuleSet]] = OrderedDict()
        self._engines: OrderedDict[tuple[object, ...], tuple[RuleSet, Engine]] = OrderedDict()
        self._linters: OrderedDict[tuple[object, ...], tuple[RuleSet, Linter]] = OrderedDict()

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
            self._rules[key] = known = (now, load_rules(packs, language))
        return _kept(self._rules, key)[1]

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
            self._linters[key] = (rules, self._made(settings, rules, reader))
        return _kept(self._linters, key)[1]

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
            self._engines[key] = (rules, engine(settings.engine, compiled))
        return _kept(self._engines, key)[1]


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


def _kept(held: OrderedDict[Key, Held], key: Key) -> Held:
    """Return what is held under a key, and let go of what was not asked for longest."""
    held.move_to_end(key)
    while len(held) > MOST:
        held.popitem(last=False)
    return held[key]
