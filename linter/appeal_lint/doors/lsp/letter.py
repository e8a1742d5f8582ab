"""A letter as it was sent to be checked, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from pygls.workspace import PositionCodec, TextDocument

from appeal_lint.config import Settings
from appeal_lint.doors.entries import ENDING
from appeal_lint.doors.lsp.document import path_of
from appeal_lint.doors.lsp.lines import Lines
from appeal_lint.model.report import Finding, Report
from appeal_lint.model.said import Said

LANGUAGES = frozenset({"plaintext", "markdown", "text", ""})
"""What editors call the text that letters are written in."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A version of a document; nothing in it changes while it is checked."""

    uri: str
    version: int | None
    text: str
    path: str | None
    """Where it lies; None for one that is in no file."""
    name: str
    """What to call it, with an ending that tells Markdown."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check: a report, or why there is none."""

    letter: Letter
    report: Report | None = None
    fault: Said | None = None
    """Why the letter itself cannot be checked; nothing for a page that is still empty."""
    broken: Said | None = None
    """What else keeps the letter from being checked: configuration, rules, ignores."""
    notes: tuple[Said, ...] = ()
    language: str = "en"
    settings: Settings | None = None
    """What it was judged by."""
    rewrites: dict[int, str | None] = field(default_factory=dict)
    """How findings would read if what they promise were done, by number; asked for one by one,
    since each takes a second reading."""

    def lines(self, codec: PositionCodec) -> Lines:
        """Return the lines of the text that was checked."""
        return Lines(self.letter.text, codec)

    def spots(self) -> Iterator[tuple[Finding, int, int]]:
        """Yield the findings with the spans that they are shown at.

        What is about the whole letter stands at the first line that has words.
        """
        if self.report is None:
            return
        first = first_line(self.letter.text)
        for one in self.report.findings:
            yield (one, *(first if one.whole else (one.start, one.end)))


def is_letter(document: TextDocument) -> bool:
    """Say whether a document may be a letter, by its language and name."""
    return (document.language_id or "") in LANGUAGES and not document.uri.endswith(ENDING)


def letter_of(document: TextDocument) -> Letter:
    """Return a document as it is now."""
    path = path_of(document.uri)
    ending = ".md" if document.language_id == "markdown" else ".txt"
    return Letter(
        document.uri,
        document.version,
        document.source,
        path,
        PurePath(path).name if path else f"letter{ending}",
    )


def first_line(text: str) -> tuple[int, int]:
    """Return where the words of the first line that has any begin and end."""
    start = len(text) - len(text.lstrip())
    line = text[start:].splitlines()[:1]
    return start, start + len(line[0].rstrip() if line else "")
