"""Rules, reader and engine as the options ask for them; heavy parts are imported here, late."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from appeal_lint.language import Reader
    from appeal_lint.lint import Linter
    from appeal_lint.model.draft import Draft
    from appeal_lint.model.rule import RuleSet

_readers: dict[str | None, Reader] = {}


def load_rules(folders: Sequence[str]) -> RuleSet:
    """Load the shipped rules and those of further folders."""
    from appeal_lint import rulebook  # noqa: PLC0415

    return rulebook.load([Path(folder) for folder in folders])


def reader_for(model: str | None) -> Reader:
    """Return the reader of a model, one a process."""
    from appeal_lint.language import Reader  # noqa: PLC0415

    if model not in _readers:
        _readers[model] = Reader(model)
    return _readers[model]


def make_linter(
    ruleset: RuleSet,
    engine: str | None,
    model: str | None,
    minimum: int,
    select: Iterable[str],
    ignore: Iterable[str],
) -> Linter:
    """Make a linter; the names in `select` and `ignore` must be rules or families."""
    from appeal_lint.engine import engine as make_engine  # noqa: PLC0415
    from appeal_lint.lint import Linter  # noqa: PLC0415

    chosen = [list(_names(words, ruleset)) for words in (select, ignore)]
    judge = make_engine(engine, [rule.compiled for rule in ruleset.rules])
    return Linter(ruleset, reader_for(model), judge, minimum, *chosen)


def _names(words: Iterable[str], ruleset: RuleSet) -> Iterable[str]:
    known = {*ruleset.by_id, *(rule.family for rule in ruleset.rules)}
    for word in words:
        for name in filter(None, (part.strip() for part in word.split(","))):
            if name not in known:
                raise AppealLintError(f"There is no rule or family {name!r}.{near(name, known)}")
            yield name


def near(name: str, known: Iterable[str]) -> str:
    """Return a hint at the nearest known name, or nothing."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean {close[0]!r}?" if close else ""


def open_draft(path: str, stdin_filename: str | None) -> Draft:
    """Read a draft from a file, or from standard input where the path is `-`."""
    import sys  # noqa: PLC0415

    from appeal_lint import draft  # noqa: PLC0415

    if path != "-":
        return draft.read_file(path)
    return draft.read_bytes(sys.stdin.buffer.read(), stdin_filename or "<stdin>")
