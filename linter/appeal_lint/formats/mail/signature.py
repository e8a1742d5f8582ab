"""What stands under a mail: the closing, the name, the telephone; never a part of the letter."""

import re
from collections.abc import Sequence
from functools import cache

from appeal_lint.formats.mail.line import Line, words_of
from appeal_lint.model.extras import load

_CLOSING = re.compile(
    r"(?i:(?:(?:with )?(?:my |our )?(?:best|kind|kindest|warm|warmest|many) )?regards|"
    r"(?:best|kind) wishes|(?:yours )?(?:very )?(?:sincerely|faithfully|truly|respectfully)"
    r"(?: yours)?|(?:many )?thanks(?:,? (?:and|&) (?:best |kind )?regards)?|"
    r"thank you(?: very much| so much)?(?: and (?:best |kind )?regards)?|cheers|best)"
    r"\s*[,.!—-]?\s*(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})?[,.]?"
)
_KEPT = re.compile(
    r"(?:P\.? ?S\.?\b|attach|enclos|encl\b|evidence|annex|appendi|exhibit|documents?\b|"
    r"files?\b|invoices?\b|list of)",
    re.IGNORECASE,
)
"""How a part of the letter begins that writers put below their name."""
_SECRET = re.compile(
    r"(?:[*_ ]*(?:confidential|disclaimer|caution|notice|privileged|this (?:e-?mail|message)|"
    r"the (?:information|contents?)|please consider the environment))",
    re.IGNORECASE,
)
_SECRET_TOO = re.compile(
    r"confidential|intended (?:recipient|only|solely|for)|privileged|printing this",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-*•·]|\(?\d{1,2}[.)])\s+\S")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DEED = re.compile(
    rf"\b(?:we|our|has|have|was|were)\b|\bon \d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?!\w)|"
    rf"\d(?:st|nd|rd|th)? {_MONTH}(?!\w).*[a-z]{{3}}|\b{_MONTH} \d{{1,2}}\b.*[a-z]{{3}}",
    re.IGNORECASE,
)
"""What a line of the letter has, and no name or address; a date alone may stand under a name."""
_MOST_WORDS, _MOST_LINES = 120, 15


def without_signature(lines: Sequence[Line]) -> list[Line]:
    """Return lines without the closing and what stands under it.

    Where anything under the closing may be a part of the letter, nothing is taken away.
    """
    rest = list(lines)
    _strip(rest)
    _cut_secrets(rest)
    while rest and _is_device(rest[-1].text):
        rest.pop()
        _strip(rest)
    marks = [at for at, line in enumerate(rest) if line.text.rstrip() in ("--", "—", "__")]
    if marks and _is_small(rest[marks[-1] + 1 :]) and words_of(rest[: marks[-1]]):
        del rest[marks[-1] :]
        _strip(rest)
    closings = [at for at, line in enumerate(rest) if _CLOSING.fullmatch(line.text.strip())]
    if closings and words_of(rest[: closings[-1]]):
        at = closings[-1]
        kept = _kept_from(rest, at + 1)
        if kept is not None and _is_small(rest[at + 1 : kept]):
            return [*rest[:at], *rest[kept:]]
    return rest


def _kept_from(lines: Sequence[Line], start: int) -> int | None:
    """Return where the letter goes on below the name; None where lines look like the letter."""
    for at in range(start, len(lines)):
        text = lines[at].text.strip()
        if _KEPT.match(text):
            return at
        if text and not _is_name(text):
            return None
    return len(lines)


def _is_name(text: str) -> bool:
    """Say whether a line is a name, a title, a shop, an address or a number."""
    if _BULLET.match(text) or len(text.split()) > 10 or _DEED.search(text):
        return False
    return text[-1] not in ".!?:" or len(text.split()) <= 4


def _is_small(lines: Sequence[Line]) -> bool:
    full = [line for line in lines if line.text.strip()]
    return len(full) <= _MOST_LINES and words_of(full) <= _MOST_WORDS


def _is_device(text: str) -> bool:
    """Say whether a line is "Sent from my iPhone"."""
    return len(text) <= 80 and _devices().match(text.strip()) is not None


@cache
def _devices() -> re.Pattern[str]:
    languages = load("mailparser_reply.constants", "mail").MAIL_LANGUAGES
    known = [one["sent_from"] for one in languages.values() if one.get("sent_from")]
    known += ["Sent from (?:Mail|Outlook|Yahoo)", "发自我的", "来自我的"]
    return re.compile("|".join(f"(?:{one})" for one in known), re.IGNORECASE)


def _cut_secrets(lines: list[Line]) -> None:
    """Take away the notice of a law department at the end, from its first line."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _MOST_LINES), -1):
        alone = at == 0 or not lines[at - 1].text.strip()
        tail = " ".join(line.text for line in lines[at:])
        if alone and _SECRET.match(lines[at].text) and _SECRET_TOO.search(tail[:600]):
            if words_of(lines[:at]) and not any(_BULLET.match(one.text) for one in lines[at:]):
                del lines[at:]
                _strip(lines)
            return


def _strip(lines: list[Line]) -> None:
    while lines and not lines[-1].text.strip():
        lines.pop()
