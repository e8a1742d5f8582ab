"""Gold labels from JSON lines: what people say of sentences, and of whole letters.

A row is one sentence with `text` and any of the labels, or, with `letter` (the file of a
letter, by its path from the gold file) and `elements`, what is said of a whole letter. A
sentence that names its `letter` too is read where it stands in it. Keys that are not known
(a note, a voice) are left alone, so that anyone can bring labels of their own.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said
from appeal_lint.model.words import Act, Agent, Element, Excuse, Issue, Measure, Status

MOST_FAULTS = 20
"""So many faults of a gold file are told at once; the rest would only hide them."""
LARGEST = 50_000_000
"""Bytes of a gold file. More is another kind of file."""


class _Row(BaseModel):
    """One line as it is written. A label that is left out is not scored."""

    model_config = ConfigDict(frozen=True)

    text: Annotated[str, Field(min_length=1)] | None = None
    section: str | None = None
    letter: Annotated[str, Field(min_length=1)] | None = None
    act: Act | None = None
    also: tuple[Act, ...] = ()
    either: tuple[Act, ...] = ()
    agent: Agent | None = None
    issues: tuple[Issue, ...] | None = None
    measures: tuple[Measure, ...] | None = None
    excuse: Excuse | None = None
    elements: dict[Element, Status] | None = None
    ready: bool | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One labelled sentence. What is None (for `excuse`: see `excuse_labelled`) is not scored."""

    line: int
    text: str
    section: str | None
    letter: str | None
    act: Act | None
    also: frozenset[Act]
    """Further acts that the sentence plainly holds too."""
    either: frozenset[Act]
    """Readings that are not counted wrong."""
    agent: Agent | None
    issues: frozenset[Issue] | None
    measures: frozenset[Measure] | None
    excuse: Excuse | None
    excuse_labelled: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """What is said of a whole letter."""

    line: int
    letter: str
    elements: dict[Element, Status]
    ready: bool | None


@dataclass(frozen=True, slots=True)
class Gold:
    """The labels of one file. Names of letters are paths from its folder."""

    path: str
    sentences: tuple[Sentence, ...]
    letters: tuple[Letter, ...]

    @property
    def names(self) -> list[str]:
        """The letters that rows speak of, each once, in one order."""
        rows: tuple[Letter | Sentence, ...] = (*self.letters, *self.sentences)
        return sorted({one.letter for one in rows if one.letter is not None})

    def place(self, letter: str) -> str:
        """Return the path of a letter that a row names."""
        return str(Path(self.path).parent / letter)


def read_gold(path: str) -> Gold:
    """Read a gold file, UTF-8 and one JSON object a line; empty lines are passed over.

    Raises:
        AppealLintError: it cannot be read, or rows are wrong: one line for each fault, with
            file, line, field and what was expected.

    """
    sentences: list[Sentence] = []
    letters: list[Letter] = []
    faults: list[str] = []
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            written: Any = json.loads(line)
            if not isinstance(written, dict):
                raise ValueError
        except (ValueError, RecursionError):
            faults.append(f"{path}:{number}: this is no JSON object")
            continue
        try:
            row = _Row.model_validate(written)
        except ValidationError as fault:
            faults += (f"{path}:{number}: {one}" for one in _told(fault))
            continue
        if row.text is not None:
            sentences.append(_sentence(number, row, "excuse" in written))
        elif row.letter is not None and row.elements is not None:
            letters.append(Letter(number, row.letter, row.elements, row.ready))
        else:
            faults.append(f"{path}:{number}: write `text`, or `letter` and `elements`")
    if faults:
        more = len(faults) - MOST_FAULTS
        told = [*faults[:MOST_FAULTS], *([f"{path}: and {more} more"] if more > 0 else ())]
        lines = "\n".join(told)
        raise AppealLintError(lines)
    if not sentences and not letters:
        raise AppealLintError("{path}: there are no labelled sentences in this file.", path=path)
    return Gold(path, tuple(sentences), tuple(letters))


def spans(gold: Gold, sources: Mapping[str, str]) -> dict[int, tuple[int, int]]:
    """Return where each sentence of a letter stands in it, by the line of its row.

    Sentences stand in the order of their rows, so a text that comes twice is found twice.

    Args:
        gold: the rows.
        sources: the text of each letter, by its name in the rows.

    Raises:
        AppealLintError: a sentence does not stand in its letter after the one before it.

    """
    found: dict[int, tuple[int, int]] = {}
    reached: dict[str, int] = {}
    for one in gold.sentences:
        if one.letter is None:
            continue
        start = sources[one.letter].find(one.text, reached.get(one.letter, 0))
        if start < 0:
            raise AppealLintError(
                "{path}:{line}: this text does not stand in {letter} "
                "after the sentence of the line before.",
                path=gold.path,
                line=one.line,
                letter=one.letter,
            )
        reached[one.letter] = start + len(one.text)
        found[one.line] = (start, start + len(one.text))
    return found


def _lines(path: str) -> list[str]:
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "not the name of a file"
        raise AppealLintError(
            "{path}: this file cannot be read ({reason}).", path=path, reason=Said(reason)
        ) from fault
    if len(data) > LARGEST:
        raise AppealLintError("{path}: this file is too large for labels.", path=path)
    try:
        return data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as fault:
        raise AppealLintError("{path}: this file is not UTF-8.", path=path) from fault


def _sentence(number: int, row: _Row, excuse_labelled: bool) -> Sentence:
    return Sentence(
        line=number,
        text=row.text or "",
        section=row.section,
        letter=row.letter,
        act=row.act,
        also=frozenset(row.also) - {row.act},
        either=frozenset(row.either) - {row.act},
        agent=row.agent,
        issues=None if row.issues is None else frozenset(row.issues),
        measures=None if row.measures is None else frozenset(row.measures),
        excuse=row.excuse,
        excuse_labelled=excuse_labelled,
    )


def _told(fault: ValidationError) -> Iterable[str]:
    for one in fault.errors(include_url=False, include_context=False):
        where = ".".join(str(part) for part in one["loc"] if part != "[key]")
        yield f"{where}: {one['msg'][:1].lower()}{one['msg'][1:]}"
