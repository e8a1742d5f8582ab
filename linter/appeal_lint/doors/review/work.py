"""What a worker does: reads a letter, judges it, and packs what is to be kept of it."""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from appeal_lint.doors.kept import Kept
from appeal_lint.doors.review.source import Done, Plan, Source
from appeal_lint.i18n import Tongue, tongue
from appeal_lint.model.errors import AppealLintError, DraftError
from appeal_lint.model.row import RowText
from appeal_lint.model.said import Said

if TYPE_CHECKING:
    from appeal_lint.config import Settings
    from appeal_lint.lint import Linter
    from appeal_lint.model.draft import Draft
    from appeal_lint.model.letter import Letter
    from appeal_lint.model.report import Report
    from appeal_lint.redaction import Redactor

QUICK = 1
"""Level of compression: rows of JSON shrink to a fifth in a third of a millisecond."""

_json = msgspec.json.Encoder()


class Judge:
    """Judges letters one after another; the language model is loaded at the first.

    Args:
        plan: what all letters have in common.

    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._kept = Kept()
        self._tongue = tongue(plan.language)
        self._redactor: Redactor | None = None
        self._settled = False

    def all(self, sources: Iterable[Source]) -> list[Done]:
        """Judge some letters, in order; whatever is wrong with one is part of its answer."""
        opened = [(source, self._opened(source)) for source in sources]
        together: dict[tuple[Settings, int], list[Draft]] = {}
        for source, letter in opened:
            if not isinstance(letter, Done):
                together.setdefault((source.settings, source.rules), []).append(letter.draft)
        for (settings, rules), drafts in together.items():
            if len(drafts) > 1:
                with suppress(Exception):  # then they are read one by one, and each tells
                    self._linter(settings, rules).read_ahead(drafts)
        answers = [
            letter if isinstance(letter, Done) else self._answer(source, letter)
            for source, letter in opened
        ]
        if not self._settled:
            self._settled = True
            gc.freeze()  # models and rules stay: each search for garbage would go through them
        return answers

    def _opened(self, source: Source) -> Letter | Done:
        try:
            return _letter(source)
        except Exception as fault:  # one letter never stops the rest
            return refused(source, fault, self._tongue)

    def _answer(self, source: Source, letter: Letter) -> Done:
        try:
            return self._judged(source, letter)
        except Exception as fault:
            return refused(source, fault, self._tongue)

    def _linter(self, settings: Settings, rules: int) -> Linter:
        return self._kept.linter(settings, self._plan.rules[rules])

    def _judged(self, source: Source, letter: Letter) -> Done:
        from appeal_lint import ignores  # noqa: PLC0415

        entries = source.entries
        if self._plan.ignores:
            entries = (*ignores.in_comments(letter.draft), *entries)
        report = self._linter(source.settings, source.rules).lint(letter.draft, entries)
        row = _row(report, letter)
        shown = RowText(letter.draft.source, tuple((one.start, one.end) for one in report.findings))
        if self._plan.redact:
            row, shown = self._redacted(source, row, letter)
        return Done(
            source.name,
            source.stamp,
            row=_packed(row),
            own=_json.encode(letter.about),
            text=zlib.compress(_json.encode(shown), QUICK),
            sketch=_sketch(letter.draft.source) if self._plan.sketch else b"",
        )

    def _redacted(
        self, source: Source, row: dict[str, Any], letter: Letter
    ) -> tuple[dict[str, Any], RowText]:
        from appeal_lint.doors.setup import reader_for  # noqa: PLC0415
        from appeal_lint.redaction import Redactor, redact_row  # noqa: PLC0415

        if self._redactor is None:
            self._redactor = Redactor(reader_for(source.settings.model))
        known = source.about.over(letter.about)
        gone = {"author": known.author, "id": known.id}
        about = {**gone, "type": known.type}  # which stays, without what names somebody
        hidden = {"author": "[author]", "id": "[id]"}  # they may stand in the letter too
        text = letter.draft.source
        row, shown = redact_row({**row, **about}, text, self._redactor, hidden)
        return {key: value for key, value in row.items() if key not in gone}, shown


def refused(source: Source, fault: Exception, tongue: Tongue) -> Done:
    """Return what became of a letter that could not be read or judged."""
    if isinstance(fault, AppealLintError):
        said = fault.said
    elif isinstance(fault, OSError):
        reason = Said(fault.strerror or type(fault).__name__)
        said = Said("{path}: this file cannot be read ({reason}).", path=source.name, reason=reason)
    else:
        said = Said(
            "{path}: something went wrong inside the program ({name}).",
            path=source.name,
            name=type(fault).__name__,
        )
    return Done(source.name, source.stamp, fault=said.told(tongue))


def _packed(row: dict[str, Any]) -> bytes:
    from appeal_lint.report.safe import escaped  # noqa: PLC0415

    return zlib.compress(escaped(json.dumps(row, ensure_ascii=False)).encode(), QUICK)


def _letter(source: Source) -> Letter:
    from appeal_lint import draft, formats  # noqa: PLC0415
    from appeal_lint.model.letter import Letter  # noqa: PLC0415

    if source.text is not None:
        text = source.text.encode("utf-8", "replace").decode()  # half of a sign is none
        draft.check_size(len(text.encode()), source.name)
        return Letter(draft.from_text(text, source.name))
    if source.data is not None:
        return formats.read(source.data, source.name, mail=source.mail)
    if source.address is not None:
        return _elsewhere(source, source.address)
    draft.check_regular(source.name)  # whoever writes to a pipe in a folder may never come
    return formats.read_file(source.name)


def _elsewhere(source: Source, address: str) -> Letter:
    from appeal_lint import formats  # noqa: PLC0415
    from appeal_lint.doors.review.address import member  # noqa: PLC0415
    from appeal_lint.doors.review.remote import read  # noqa: PLC0415

    data = read(address, source.name)
    try:  # what is in a zip file ends as it does, not as the zip file
        letter = formats.read(data, member(source.name))
    except DraftError as fault:
        values = {**fault.said.values, "path": source.name}
        raise DraftError(Said(fault.said.text, **values)) from fault
    return replace(letter, draft=replace(letter.draft, path=source.name))


def _row(report: Report, letter: Letter) -> dict[str, Any]:
    from appeal_lint.report.json import of_draft  # noqa: PLC0415

    row = {**of_draft(report), "words": len(letter.draft.source.split()), "notice": letter.notice}
    del row["path"]  # which it has in the outputs is for them to say
    return row


def _sketch(text: str) -> bytes:
    from appeal_lint.survey.alike import sketch  # noqa: PLC0415

    return sketch(text)
