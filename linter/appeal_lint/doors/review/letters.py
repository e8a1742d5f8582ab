"""The letters of a review: what is known of each before it is read, and what a worker needs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from appeal_lint.cache import reads_as
from appeal_lint.doors.entries import read, side_file
from appeal_lint.doors.recall import Recall
from appeal_lint.doors.review.address import ending, is_address, member
from appeal_lint.doors.review.find import has_many, is_mailbox
from appeal_lint.doors.review.source import Done, Plan, Source
from appeal_lint.doors.review.state import Listed, State
from appeal_lint.i18n import tongue
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.letter import About
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from appeal_lint.config import Settings
    from appeal_lint.doors.linters import Linters
    from appeal_lint.doors.review.remote import Remote
    from appeal_lint.formats.table import Doubts, Outcomes
    from appeal_lint.ignores import Entry
    from appeal_lint.model.rule import RuleSet

WINDOW = 1_000
"""Letters of a table or mailbox that are sorted by length at a time."""
WINDOW_SIZE = 20_000_000
"""Bytes of them: mails may have large files with them."""

_json = msgspec.json.Encoder()


class Letters:
    """The letters in some files.

    Args:
        files: their paths.
        linters: knows the settings of each.
        plan: what all have in common, still without rules.
        columns: which column of a table is what, where its name does not say so.
        outcomes: what a file of outcomes says, if there is one.
        remote: those of the files that are addresses, by name.

    """

    def __init__(
        self,
        files: Sequence[str],
        linters: Linters,
        plan: Plan,
        columns: Mapping[str, str],
        outcomes: Outcomes | None = None,
        remote: Mapping[str, Remote] | None = None,
    ) -> None:
        self._files = files
        self._linters = linters
        self._plan = plan
        self._columns = columns
        self._outcomes = outcomes
        self._remote = remote or {}
        self._recall = Recall()
        self._rules: list[RuleSet] = []
        self._judged_by: dict[Settings, tuple[int, str]] = {}
        self._baselines: dict[str, tuple[Entry, ...]] = {}
        self.doubts: dict[str, Doubts] = {}
        """What was not understood in each table."""
        self.of_amazon: set[str] = set()
        """The mails in mailboxes that Amazon sent: they are passed over."""

    @property
    def plan(self) -> Plan:
        """What all letters have in common; whole once `listed` has come to its end."""
        return replace(self._plan, rules=tuple(self._rules))

    @property
    def settings(self) -> frozenset[Settings]:
        """All that any letter is judged by; whole once `listed` has come to its end."""
        return frozenset(self._judged_by)

    @property
    def endings(self) -> frozenset[str]:
        """Those of the names of the files."""
        return frozenset(map(ending, self._files))

    def listed(self) -> Iterator[Listed]:
        """Return every letter, in the order of the review.

        Raises:
            AppealLintError: the configuration, a rule or a table is at fault.

        """
        place = 0
        for path in self._files:
            for one, _ in self._in(path):
                known = _json.encode(one.about)
                yield Listed(one.name, place, one.size, one.stamp, known)
                place += 1

    def left(self, state: State, refuse: Callable[[Done], None]) -> Iterator[Source]:
        """Return the letters that are not done: those in tables, then files, the longest first.

        Args:
            state: what is done.
            refuse: is told of those that cannot be read, before anybody tries.

        """
        for path in self._files:
            if has_many(path):
                yield from self._rows_left(path, state, refuse)
        alone = {path for path in self._files if not has_many(path)}
        for name in state.left():
            if name in alone:
                source = self._known(self._file(name), About())
                try:
                    yield self._with_entries(source)
                except AppealLintError as fault:
                    refuse(self._refused(source, fault.said))

    def _rows_left(
        self, path: str, state: State, refuse: Callable[[Done], None]
    ) -> Iterator[Source]:
        window: list[Source] = []
        size = 0
        for source, fault in self._in(path):
            if not state.is_left(source.name):
                continue
            if fault:
                refuse(self._refused(source, fault))
                continue
            window.append(self._with_entries(source))
            size += source.size
            if len(window) == WINDOW or size > WINDOW_SIZE:
                yield from sorted(window, key=_longest_first)
                window, size = [], 0
        yield from sorted(window, key=_longest_first)

    def _refused(self, source: Source, why: Said) -> Done:
        return Done(source.name, source.stamp, fault=why.told(tongue(self._plan.language)))

    def _in(self, path: str) -> Iterator[tuple[Source, Said | None]]:
        """Return each letter in a file, or why it is none."""
        if not has_many(path):
            yield self._known(self._file(path), About()), None
            return
        for source, about, fault in self._mails(path) if is_mailbox(path) else self._rows(path):
            yield self._known(source, about), fault

    def _mails(self, path: str) -> Iterator[tuple[Source, About, Said | None]]:
        from appeal_lint.formats import mbox  # noqa: PLC0415

        settings = self._settings(path)
        with self._opened(path) as file:
            for one in mbox.messages(file, path=path):
                if one.from_amazon:
                    self.of_amazon.add(one.path)
                    continue
                stamp = blake2b(one.data, digest_size=20).hexdigest()
                source = self._source(one.path, len(one.data), settings, stamp)
                yield replace(source, data=one.data, mail=True), About(), one.fault

    def _rows(self, path: str) -> Iterator[tuple[Source, About, Said | None]]:
        from appeal_lint.formats import table  # noqa: PLC0415

        settings = self._settings(path)
        doubts = self.doubts[path] = table.Doubts()
        with self._opened(path) as file:
            for row in table.rows(file, self._columns, path=member(path)):
                doubts.add(row)
                name = f"{path}#{row.number}"
                source = self._source(name, len(row.text), settings, reads_as(row.text))
                yield replace(source, text=row.text), row.about, row.fault

    def _opened(self, path: str) -> AbstractContextManager[str | BinaryIO]:
        """Return a table or mailbox as its readers want it: by name, or open."""
        if (at := self._remote.get(path)) is None:
            return nullcontext(path)
        from appeal_lint.doors.review.remote import opened  # noqa: PLC0415

        return opened(at.address, path)

    def _settings(self, path: str) -> Settings:
        """Return what a file is judged by; at an address there is no configuration beside it."""
        return self._linters.settings(None if path in self._remote else path)

    def _file(self, path: str) -> Source:
        if (at := self._remote.get(path)) is not None:
            source = self._source(path, at.size, self._settings(path), at.stamp)
            return replace(source, address=at.address)
        try:
            there = os.stat(path)
        except OSError:  # why it cannot be read is said by whoever reads it
            return self._source(path, 0, self._linters.settings(path), "")
        stamp = f"{there.st_size} {there.st_mtime_ns}"
        return self._source(path, there.st_size, self._linters.settings(path), stamp)

    def _source(self, name: str, size: int, settings: Settings, content: str) -> Source:
        number, basis = self._basis(settings)
        beside = ""
        if self._plan.ignores and not is_address(name):
            beside = _stamp(side_file(name))
        return Source(name, size, reads_as(basis, content, beside), settings, number)

    def _basis(self, settings: Settings) -> tuple[int, str]:
        """Return which rules judge by some settings, and a stamp of all that judges by them."""
        known = self._judged_by.get(settings)
        if known is None:
            rules = self._linters.checked(settings)
            if not any(one is rules for one in self._rules):
                self._rules.append(rules)
            number = next(at for at, one in enumerate(self._rules) if one is rules)
            baseline = ""
            if (shared := settings.baseline) is not None:
                baseline = _stamp(Path(shared))
                if self._plan.ignores and shared not in self._baselines:
                    self._baselines[shared] = read(Path(shared), shared=True)
            parts = (self._recall.basis(settings), settings, baseline, self._plan)
            known = self._judged_by[settings] = (number, reads_as(*parts))
        return known

    def _with_entries(self, source: Source) -> Source:
        """Return a source with what may stay in it, beside what its own comments say.

        Raises:
            ConfigError: a file of ignores is at fault.

        """
        if not self._plan.ignores:
            return source
        beside = side_file(source.name)
        own = read(beside) if not is_address(source.name) and beside.exists() else ()
        shared = source.settings.baseline or ""
        return replace(source, entries=(*own, *self._baselines.get(shared, ())))

    def _known(self, source: Source, about: About) -> Source:
        """Return a source with what tables say of it; the file of outcomes has the last word."""
        said = self._outcomes.about(source.name, about.id) if self._outcomes is not None else None
        about = about if said is None else said.over(about)
        if not self._plan.redact:
            return replace(source, about=about)
        seen = (about.author, about.id, about.type)
        return replace(source, about=about, stamp=reads_as(source.stamp, *seen))


def _longest_first(source: Source) -> int:
    return -source.size


def _stamp(path: Path) -> str:
    """Return a text that changes with a small file; empty where it is not there."""
    try:
        there = path.stat()
    except (OSError, ValueError):
        return ""
    return f"{there.st_size} {there.st_mtime_ns}"
