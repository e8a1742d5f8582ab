"""The linter for each letter, by the configuration that is in force where the letter lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.doors.entries import ENDING, entries_for, read
from appeal_lint.doors.kept import Kept, unwritten
from appeal_lint.doors.recall import Asked, Recall
from appeal_lint.doors.scope import place
from appeal_lint.doors.setup import open_draft
from appeal_lint.doors.voice import OfRun, Voice
from appeal_lint.i18n import ENGLISH
from appeal_lint.model.errors import AppealLintError, ConfigError, RulebookError
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from appeal_lint.config import Merged, Scope, Settings
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
        kept: what earlier runs made and this one may use.
        voice: speaks in place of the run of the command line.

    """

    def __init__(
        self,
        scope: Scope,
        *,
        screen: bool = False,
        kept: Kept | None = None,
        voice: Voice | None = None,
    ) -> None:
        self.scope = scope
        self.language = ENGLISH
        """That of the run: of the settings that were asked for first."""
        self._voice = voice or OfRun(screen)
        self._spoken = False
        self._kept = kept or Kept()
        self._rules: dict[tuple[object, ...], RuleSet] = {}
        self._linters: dict[Settings, Linter] = {}
        self._baselines: dict[str, tuple[Entry, ...]] = {}
        self._recall = Recall()
        self._engine = ""

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
            self._rules[key] = self._kept.rules(settings.packs, language)
        return self._rules[key]

    def _language(self, settings: Settings) -> str:
        language = self._voice.language(settings.language)
        if not self._spoken:
            self._spoken = True
            self.language = language
        return language

    def linter(self, settings: Settings) -> Linter:
        """Return the linter of some settings.

        Raises:
            AppealLintError: the engine cannot be had.

        """
        if settings not in self._linters:
            rules = self.checked(settings)
            made = self._linters[settings] = self._kept.linter(settings, rules)
            self._engine = self._engine or made.engine.name
        return self._linters[settings]

    def checked(self, settings: Settings) -> RuleSet:
        """Return the rules of some settings, and say which of them are left out."""
        rules = self.rules(settings)
        for one in unwritten(rules):
            self._voice.tell(
                Said("{path}: this rule is not filled in yet, so it is left out.", path=one.path)
            )
        return rules

    def engine_name(self) -> str:
        """Return the name of the engine that judges, also where no letter could be read."""
        from appeal_lint.engine import available  # noqa: PLC0415

        return self._engine or available()

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
                self._voice.tell(
                    Said("{path}: this is a list of ignores, not a letter.", path=path)
                )
        names = [stdin_filename if path == "-" else path for path in letters]
        judged = []
        with self._recall:
            chosen = self._chosen(names)
            for path, name, settings in zip(letters, names, chosen, strict=True):
                draft = open_draft(path, stdin_filename) if settings is not None else None
                if draft is None or settings is None:
                    continue
                try:
                    judged.append(
                        self._judged(draft, name, settings, ignores=ignores, rewrites=rewrites)
                    )
                except ConfigError as fault:
                    self._voice.tell(fault)
        return judged, len(judged) == len(letters) > 0

    def judge_draft(
        self, draft: Draft, name: str | None, *, ignores: bool = True, rewrites: bool = False
    ) -> Judged:
        """Judge a letter that was read.

        Args:
            draft: the letter.
            name: its path; None where it has none.
            ignores: whether findings may be ignored.
            rewrites: see `Linter.lint`.

        Raises:
            AppealLintError: the configuration, a file of ignores, a rule or the engine is at fault.

        """
        return self._judged(draft, name, self.settings(name), ignores=ignores, rewrites=rewrites)

    def _judged(
        self,
        draft: Draft,
        name: str | None,
        settings: Settings,
        *,
        ignores: bool,
        rewrites: bool,
    ) -> Judged:
        entries = entries_for(draft, name, self._shared(settings)) if ignores else []
        asked = Asked(settings, self._language(settings), tuple(entries), rewrites)
        report = self._recall.report(asked, draft)
        if report is None:
            linter = self.linter(settings)
            report = linter.lint(draft, entries, rewrites=rewrites)
            if not unwritten(linter.ruleset):
                self._recall.keep(asked, report)
        self._engine = self._engine or report.engine
        return Judged(report, settings)

    def _chosen(self, names: Sequence[str | None]) -> list[Settings | None]:
        """Return what each letter is judged by; None where a configuration or rule is at fault.

        Raises:
            AppealLintError: those of all letters are at fault.

        """
        found: list[Settings | None] = []
        faults: dict[str, AppealLintError] = {}
        for name in names:
            try:
                settings = self.settings(name)
                self._language(settings)
                if not self._recall.sound(settings):
                    self.linter(settings)
                found.append(settings)
            except (ConfigError, RulebookError) as fault:
                faults[str(fault)] = fault
                found.append(None)
        if faults and not any(found):
            raise next(iter(faults.values()))
        for one in faults.values():
            self._voice.tell(one)
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
