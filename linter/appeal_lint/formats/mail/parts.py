"""The parts of a mail: its own text, what is attached, and mails inside it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import policy
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from pathlib import PurePath

from appeal_lint.formats.charset import text_of
from appeal_lint.formats.html import charset
from appeal_lint.formats.mail.line import Line, of_page, of_text
from appeal_lint.formats.page import page_of
from appeal_lint.model.errors import DraftError

DEEPEST = 30
"""Parts inside one another that are looked at."""
_MOST_PARTS = 500
_LONGEST_HEADER = 4_000
_FEW = 0.2
"""Of the words of the HTML, the plain text of some programs has only a hint."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is attached."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Parts:
    """What a mail has."""

    lines: tuple[Line, ...]
    """Its text."""
    attached: tuple[Attached, ...]
    mails: tuple[Message, ...]
    """Mails that are attached to it."""


def parsed(data: bytes, path: str) -> Message:
    """Return a mail.

    Raises:
        DraftError: it is none, or its parts are too deep in one another.

    """
    try:
        mail: Message = BytesParser(policy=policy.compat32).parsebytes(data)
    except RecursionError as fault:
        raise DraftError(
            "{path}: there are too many mails inside this mail. Save the letter as a text file.",
            path=path,
        ) from fault
    if not mail.keys() or not any(header(mail, name) for name in ("From", "Subject", "Date", "To")):
        raise DraftError(
            "{path}: this is not an email. Save it again as .eml, or the letter as plain text.",
            path=path,
        )
    return mail


def parts_of(mail: Message, path: str) -> Parts:
    """Return the parts of a mail."""
    lines: list[Line] = []
    attached, mails = [], []
    for leaf in _leaves(mail):
        if isinstance(leaf, list):
            lines += _best(leaf, path)
        elif leaf.get_content_type() == "message/rfc822":
            inner = leaf.get_payload()
            mails += [one for one in inner if isinstance(one, Message)] if inner else []
        elif _is_text(leaf):
            lines += _lines(leaf, path)
        elif leaf.get_content_maintype() not in ("image", "audio", "video", "multipart"):
            attached.append(Attached(_name(leaf), _bytes(leaf)))
    return Parts(tuple(lines), tuple(attached), tuple(mails))


def header(mail: Message, name: str) -> str:
    """Return a header on one line, "" where there is none; what cannot be decoded is kept."""
    raw = str(mail.get(name) or "")[:_LONGEST_HEADER]
    with suppress(ValueError, LookupError, UnicodeError):
        raw = str(make_header(decode_header(raw)))
    return " ".join(raw.split())


def _leaves(mail: Message) -> Iterator[Message | list[Message]]:
    """Yield the parts without parts, in order; of those that say the same, a list."""
    stack: list[tuple[Message, int]] = [(mail, 0)]
    seen = 0
    while stack and seen < _MOST_PARTS:
        part, depth = stack.pop()
        seen += 1
        inner = part.get_payload()
        if part.get_content_maintype() != "multipart" or not isinstance(inner, list):
            yield part
        elif depth < DEEPEST:
            found = [one for one in inner if isinstance(one, Message)]
            if part.get_content_subtype() == "alternative":
                yield found
            else:
                stack += [(one, depth + 1) for one in reversed(found)]


def _best(ways: list[Message], path: str) -> list[Line]:
    """Return the lines of the plain text, or of the page where that has more to say."""
    found: dict[str, list[Line]] = {}
    for way in ways:
        for leaf in _leaves(way):
            if isinstance(leaf, Message) and _is_text(leaf):
                found.setdefault(leaf.get_content_subtype(), []).extend(_lines(leaf, path))
    plain, page = found.get("plain", []), found.get("html", [])
    few = sum(len(one.text.split()) for one in plain)
    return page if few <= _FEW * sum(len(one.text.split()) for one in page) else plain


def _is_text(part: Message) -> bool:
    if part.get_content_maintype() == "multipart":
        return isinstance(part.get_payload(), str)  # its boundary is missing
    kinds = ("text/plain", "text/html")
    return part.get_content_type() in kinds and part.get_content_disposition() != "attachment"


def _lines(part: Message, path: str) -> list[Line]:
    label, data = part.get_content_charset("") or "", _bytes(part)
    if part.get_content_subtype() == "html":
        return of_page(page_of(text_of(data, label or charset(data), path), path))
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    return of_text(text_of(data, label, path), flowed) if data.strip() else []


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _name(part: Message) -> str:
    try:
        name = part.get_filename("") or ""
        name = str(make_header(decode_header(name)))
    except (ValueError, LookupError, UnicodeError, TypeError):
        name = ""
    return PurePath(name.replace("\\", "/")).name[:200]
