"""A row of a review without what names a person, an account or an order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from appeal_lint.model.row import RowText
from appeal_lint.redaction.redacted import Redacted
from appeal_lint.redaction.redactor import Redactor

_OURS = frozenset(
    [
        "rule",
        "title",
        "severity",
        "why",
        "advice",
        "like",
        "page",
        "status",
        "language",
        "engine",
        "date",
        "outcome",
        "name",
    ]
)
"""Keys whose values are the program's own words, or closed ones."""
_OTHERS = frozenset(["notice", "reason", "notes"])
"""Keys whose values somebody else may have written, about persons that the letter does not name."""
_FILE = "file"
"""The key of the name of a file of ignores, which is that of the letter or leads to its folder."""
_FINDINGS = ("findings", "ignored")


def redact_row(
    row: Mapping[str, Any], text: str, redactor: Redactor, names: Mapping[str, str]
) -> tuple[dict[str, Any], RowText]:
    """Redact a row of the JSON lines, and the text of its letter.

    Args:
        row: a draft as in the JSON report, with what is known about it; it is not changed.
        text: the source of the draft, of which its offsets are.
        redactor: what redacts.
        names: what to call the letter: new values for keys of the row, such as
            `{"path": "letter 12", "id": "", "author": "author 3"}`. What they replace is taken out
            elsewhere in the row, too.

    Returns:
        The row, whose offsets, lines and columns are still those of `text`, and the redacted text
        with the place of each finding in it.

    """
    done = redactor.redact(text)
    named = {old: new for key, new in names.items() if (old := row.get(key)) and len(old) > 2}
    result = {key: _value(key, value, done, named) for key, value in row.items()}
    result.update({key: new for key, new in names.items() if key in row})
    for kind in _FINDINGS:
        result[kind] = [_finding(one, done, named) for one in row.get(kind, ())]
    spans = tuple(done.span(one["start"], one["end"]) for one in row.get("findings", ()))
    return result, RowText(done.text, spans)


def _finding(
    finding: Mapping[str, Any], done: Redacted, named: Mapping[str, str]
) -> dict[str, Any]:
    result = {key: _value(key, value, done, named) for key, value in finding.items()}
    start, end = finding["start"], finding["end"]
    if end > start:
        first, last = done.span(start, end)
        result["quote"] = done.text[first:last]
        result["message"] = _value("message", _message(finding, done), done, named)
    return result


def _message(finding: Mapping[str, Any], done: Redacted) -> str:
    """Return the message with its quotation redacted, which may be cut after any word."""
    message: str = finding["message"]
    quote: str = done.source[finding["start"] : finding["end"]]
    words = quote.split()
    for count in range(len(words), 0, -1):
        shown = " ".join(words[:count])
        if shown in message and (count == len(words) or f"{shown} …" in message):
            end = finding["start"] + _length(quote, count)
            first, last = done.span(finding["start"], end)
            return message.replace(shown, " ".join(done.text[first:last].split()))
    cut = next((at for at in range(len(quote), 2, -1) if quote[:at] in message), 0)
    if not cut:
        return message
    first, last = done.span(finding["start"], finding["start"] + cut)
    return message.replace(quote[:cut], done.text[first:last])


def _length(quote: str, count: int) -> int:
    """Return how long a quotation is up to the end of some of its words."""
    at = 0
    for word in quote.split()[:count]:
        at = quote.index(word, at) + len(word)
    return at


def _value(key: str, value: Any, done: Redacted, named: Mapping[str, str]) -> Any:
    if key in _OURS:
        return value
    if key == _FILE:
        return "[file]" if value else value
    if isinstance(value, str):
        for old, new in named.items():
            value = re.sub(
                rf"(?<!\w){re.escape(old)}(?!\w)", (new or "…").replace("\\", r"\\"), value
            )
        redact = done.afresh if key in _OTHERS else done.again
        return redact(value) if value else value
    if isinstance(value, Mapping):
        return {name: _value(name, one, done, named) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_value(key, one, done, named) for one in value]
    return value
