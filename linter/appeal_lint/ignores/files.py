"""The file beside a letter, or for many letters, that says what may be ignored."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, Field

from appeal_lint.ignores.entry import Entry
from appeal_lint.model.errors import ConfigError
from appeal_lint.model.said import Said
from appeal_lint.rulebook.choices import raised
from appeal_lint.rulebook.faults import Faults
from appeal_lint.rulebook.schema import Shape, Text
from appeal_lint.rulebook.validate import validate
from appeal_lint.rulebook.yaml_source import read_yaml

VERSION = 1


def _version(number: int) -> int:
    if number != VERSION:
        raise raised(
            Said(
                "is {number}, but this program reads {known}; install a newer one",
                number=number,
                known=VERSION,
            )
        )
    return number


class EntryShape(Shape):
    """One finding that may stay; without words, one on the whole letter."""

    rule: Text
    words: Text | None = None
    sentence: Text | None = None
    reason: Text | None = None
    date: Text | None = None


class FileShape(Shape):
    """A whole file."""

    version: Annotated[int, Field(strict=True), AfterValidator(_version)]
    ignores: tuple[EntryShape, ...]


def read_file(path: Path, *, shared: bool = False) -> tuple[Entry, ...]:
    """Read a file of ignores.

    Args:
        path: the file.
        shared: whether it is a list for many letters.

    Raises:
        ConfigError: with a line for each fault: file, line, field, what was expected.

    """
    faults = Faults()
    source = read_yaml(path, faults)
    shape = None
    if source is not None:
        shape = validate(FileShape, source.data, source, (), faults)
    faults.stop(ConfigError)
    assert source is not None
    assert shape is not None
    return tuple(
        Entry(
            one.rule,
            one.words or "",
            one.sentence or "",
            one.reason or "",
            one.date or "",
            str(path),
            source.line(("ignores", at)),
            shared=shared,
        )
        for at, one in enumerate(shape.ignores)
    )


def dump(entries: Iterable[Entry], above: str) -> str:
    """Return what a file of some entries holds; `above` is a comment of one line for its top."""
    rows = [
        {
            key: value
            for key, value in (
                ("rule", one.rule),
                ("words", one.words),
                ("sentence", one.sentence),
                ("reason", one.reason),
                ("date", one.date),
            )
            if value
        }
        for one in entries
    ]
    data: dict[str, Any] = {"version": VERSION, "ignores": rows}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=96)
    return f"# {above}\n{text}"
