"""What a user asks of a review; kept with it, so that it can be gone on with."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

import msgspec

from appeal_lint.formats.table.columns import NAMES
from appeal_lint.model.errors import AppealLintError

FLAGS = (
    "min_score", "packs", "select", "ignore", "marketplace", "engine", "model", "baseline",
    "language", "cache",
)  # fmt: skip
"""Those of the options that stand in the configuration too."""
FILES = ("outcomes", "html", "jsonl", "csv", "config_file", "baseline")
"""Those that name a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of the command, by their names; and the folder in which they were said."""

    paths: tuple[str, ...]
    folder: str
    outcomes: str | None
    columns: tuple[str, ...]
    html: str | None
    jsonl: str | None
    csv: str | None
    jobs: int | None
    redact: bool
    fail_on: str
    no_ignores: bool
    config_file: str | None
    isolated: bool
    min_score: int | None
    packs: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    marketplace: str | None
    engine: str | None
    model: str | None
    baseline: str | None
    language: str | None
    cache: bool | None
    scheduler: str | None = None

    @property
    def flags(self) -> dict[str, Any]:
        """Return what was said of the settings."""
        known = asdict(self)
        return {name: known[name] for name in FLAGS}

    @property
    def targets(self) -> dict[str, str]:
        """Return the files that are to be written, by option."""
        named = {"--html": self.html, "--jsonl": self.jsonl, "--csv": self.csv}
        return {option: path for option, path in named.items() if path is not None}

    def named_columns(self) -> dict[str, str]:
        """Return the name of each column that was said.

        Raises:
            AppealLintError: it was not said as `WHAT=NAME`.

        """
        found = {}
        for one in self.columns:
            what, equals, name = one.partition("=")
            what = what.strip().lower()
            if not equals or not name.strip() or what not in NAMES:
                raise AppealLintError(
                    "--column {said}: write it as WHAT=NAME, for example text=Letter. "
                    "WHAT is one of: {known}.",
                    said=one,
                    known=", ".join(NAMES),
                )
            found[what] = name.strip()
        return found

    def as_text(self) -> str:
        """Return all of it in JSON."""
        return json.dumps(msgspec.to_builtins(self))  # a name of a file may be no UTF-8


def go_on(given: Mapping[str, Any]) -> Asked:
    """Return what was asked of the last review that was stopped, and go to its folder.

    Args:
        given: options that are said anew, by name; files are those of this folder.

    Raises:
        AppealLintError: there is no such review.

    """
    from appeal_lint.doors.review.place import unfinished  # noqa: PLC0415

    known = unfinished()
    nothing = AppealLintError("No review was stopped. Name the letters: appeal-lint review FOLDER")
    if known is None:
        raise nothing
    said = {name: _from_here(name, value) for name, value in given.items()}
    try:
        asked = msgspec.convert(known, Asked)
        os.chdir(asked.folder)
    except (msgspec.ValidationError, OSError) as fault:
        raise nothing from fault
    if said.get("jobs") is not None:
        asked = replace(asked, scheduler=None)  # on with the processes of this computer
    elif said.get("scheduler") is not None:
        asked = replace(asked, jobs=None)
    return replace(asked, **said)


def _from_here(name: str, value: Any) -> Any:
    """Return the value of an option so that it means the same in every folder."""
    if name in FILES and value and value != "-":
        return os.path.abspath(value)
    if name == "packs":
        return tuple(os.path.abspath(one) for one in value)
    if name == "model" and value and os.path.isdir(value):
        return os.path.abspath(value)
    return value
