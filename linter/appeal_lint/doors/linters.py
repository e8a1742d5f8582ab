"""The linter for each letter, by the configuration that is in force where the letter lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.doors import speech
from appeal_lint.doors.entries import ENDING, entries_for, read
from appeal_lint.doors.scope import place
from appeal_lint.doors.setup import load_rules, open_draft, reader_for
from appeal_lint.doors.speech import tell
from appeal_lint.i18n import ENGLISH
from appeal_lint.model.errors import AppealLintError, ConfigError, RulebookError
from appeal_lint.model.said import Said
from appeal_lint.model.words import Marketplace

if TYPE_CHECKING:
    from appeal_lint.config import Merged, Scope, Settings
    from appeal_lint.engine import Engine
    from appeal_lint.ignores import Entry
    from appeal_lint.lint import Linter
    from appeal_lint.model.draft import Draft
    from appeal_lint.model.report import Report
    from appeal_lint.model.rule import RuleSet


@dataclass(frozen=True, slots=True)
class Judged:
    """A letter's report, and what it was judged by."""

    report: Report
    settings: Settings


class Linters:
    """Makes a linter for each kind of settings, once.

    Args:
        scope: where configuration is looked for.
        screen: whether a person reads the answer on standard output, which may lack the letters
            of a language; then English takes its place.

    """

    def __init__(self, scope: Scope, *, screen: bool = False) -> None:
        self.scope = scope
        self.language = ENGLISH
        """That of the run: of the settings that were asked for first."""
        self._screen = screen
        self._spoken = False
        self._rules: dict[tuple[object, ...], RuleSet] = {}
        self._engines: dict[tuple[object, ...], Engine] = {}
        self._linters: dict[Settings, Linter] = {}
        self._baselines: dict[str, tuple[Entry, ...]] = {}

    def merged(self, name: str | None) -> Merged:
        """Return the settings for a letter with their origins.

        Args:
            name: the path of the letter; None for one without a name.

        Raises:
            ConfigError: with a line for each fault.

        """
        from appeal_lint import config  # noqa: PLC0415

        letter, folder = place(name)
        layers = self.scope.applied(letter, folder)
        merged = config.merge(layers)
        named = (key for key, one in merged.items() if one.value not in (None, ()))
        if any(key.startswith("rules.") or key in ("select", "ignore") for key in named):
            from appeal_lint.config.read import check_names  # noqa: PLC0415

            known = self.rules(config.settings(merged))
            check_names(layers, known.by_id, {rule.family for rule in known.rules})
        return merged

    def settings(self, name: str | None) -> Settings:
        """Return the settings for a letter; parameter and errors as in `merged`."""
        from appeal_lint import config  # noqa: PLC0415

        return config.settings(self.merged(name))

    def rules(self, settings: Settings) -> RuleSet:
        """Return the rules of some settings, as they were written, in the language to speak."""
        language = self._language(settings)
        key = (settings.packs, language)
        if key not in self._rules:
            self._rules[key] = load_rules(settings.packs, language)
        return self._rules[key]

    def _language(self, settings: Settings) -> str:
        language = speech.language(settings.language)
        if self._screen:
            language = speech.shown(language)
        if not self._spoken:
            self._spoken = True
            self.language = language
            speech.speak(settings.language)
        return language

    def linter(self, settings: Settings) -> Linter:
        """Return the linter of some settings.

        Raises:
            AppealLintError: the engine cannot be had.

        """
        if settings not in self._linters:
            self._linters[settings] = self._made(settings)
        return self._linters[settings]

    def engine_name(self) -> str:
        """Return the name of the engine that judges, also where no letter could be read."""
        from appeal_lint.engine import available  # noqa: PLC0415

        return next((one.name for one in self._engines.values()), available())

    def judge_draft(
        self, draft: Draft, name: str | None, *, ignores: bool = True, rewrites: bool = False
    ) -> Judged:
        """Judge a letter that was read already.

        Args:
            draft: the letter.
            name: its path, which says what configuration and ignores it has; None for none.
            ignores: whether findings may be ignored.
            rewrites: see `Linter.lint`.

        Raises:
            AppealLintError: the configuration, the ignores, a rule or the engine is at fault.

        """
        settings = self.settings(name)
        entries = entries_for(draft, name, self._shared(settings)) if ignores else []
        return Judged(self.linter(settings).lint(draft, entries, rewrites=rewrites), settings)

    def judge(
        self,
        paths: Sequence[str],
        stdin_filename: str | None,
        *,
        ignores: bool = True,
        rewrites: bool = False,
    ) -> tuple[list[Judged], bool]:
        """Judge letters; say in one line each which of them cannot be read.

        Args:
            paths: their files; `-` for standard input.
            stdin_filename: what to call standard input.
            ignores: whether findings may be ignored.
            rewrites: see `Linter.lint`.

        Returns:
            Those that could be read, in order, and whether all could.

        Raises:
            AppealLintError: the configuration, a rule or the engine is at fault.

        """
        letters = [path for path in paths if not path.endswith(ENDING)]
        for path in paths:
            if path.endswith(ENDING):
                tell(Said("{path}: this is a list of ignores, not a letter.", path=path))
        names = [stdin_filename if path == "-" else path for path in letters]
        chosen = self._chosen(names)
        judged = []
        for path, name, found in zip(letters, names, chosen, strict=True):
            draft = open_draft(path, stdin_filename) if found is not None else None
            if draft is None or found is None:
                continue
            settings, linter = found
            try:
                entries = entries_for(draft, name, self._shared(settings)) if ignores else []
            except ConfigError as fault:
                tell(fault)
                continue
            judged.append(Judged(linter.lint(draft, entries, rewrites=rewrites), settings))
        return judged, len(judged) == len(letters) > 0

    def _chosen(self, names: Sequence[str | None]) -> list[tuple[Settings, Linter] | None]:
        """Return what each letter is judged by; None where a configuration or rule is at fault.

        Raises:
            AppealLintError: those of all letters are at fault.

        """
        found: list[tuple[Settings, Linter] | None] = []
        faults: dict[str, AppealLintError] = {}
        for name in names:
            try:
                settings = self.settings(name)
                found.append((settings, self.linter(settings)))
            except (ConfigError, RulebookError) as fault:
                faults[str(fault)] = fault
                found.append(None)
        if faults and not any(found):
            raise next(iter(faults.values()))
        for one in faults.values():
            tell(one)
        return found

    def _shared(self, settings: Settings) -> tuple[Entry, ...]:
        """Return the ignores of the baseline, read once."""
        path = settings.baseline
        if path is None:
            return ()
        if path not in self._baselines:
            self._baselines[path] = read(Path(path), shared=True)
        return self._baselines[path]

    def rules_in_force(self) -> RuleSet:
        """Return the rules for a letter in this folder, changed as the configuration says."""
        from appeal_lint.config.adjust import adjusted  # noqa: PLC0415

        settings = self.settings(None)
        return adjusted(self.rules(settings), settings.rules)

    def _made(self, settings: Settings) -> Linter:
        from appeal_lint.config.adjust import adjusted  # noqa: PLC0415
        from appeal_lint.engine import engine  # noqa: PLC0415
        from appeal_lint.lint import Linter  # noqa: PLC0415

        rules = self.rules(settings)
        key = (settings.packs, settings.engine)
        if key not in self._engines:
            self._engines[key] = engine(settings.engine, [one.compiled for one in rules.rules])
        changed = adjusted(rules, settings.rules)
        return Linter(
            changed,
            reader_for(settings.model),
            self._engines[key],
            settings.min_score,
            _split(settings.select),
            _split(settings.ignore),
            Marketplace(settings.marketplace),
            [*changed.off, *self._unwritten(rules)],
        )

    def _unwritten(self, rules: RuleSet) -> list[str]:
        """Return the rules that are not filled in yet, and say so of each."""
        from appeal_lint.rulebook import UNWRITTEN  # noqa: PLC0415

        found = [one for one in rules.rules if one.message.startswith(UNWRITTEN)]
        for one in found:
            tell(Said("{path}: this rule is not filled in yet, so it is left out.", path=one.path))
        return [one.id for one in found]


def _split(names: tuple[str, ...]) -> list[str]:
    return [part.strip() for one in names for part in one.split(",") if part.strip()]
