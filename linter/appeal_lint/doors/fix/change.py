"""Changes to a letter, made in its bytes and nowhere around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from appeal_lint.model.draft import Draft


@dataclass(frozen=True, slots=True)
class Change:
    """New words for `[start, end)` of the source of a draft."""

    start: int
    end: int
    text: str


def in_text(source: str, changes: Sequence[Change]) -> str:
    """Return a text with changes made; none of them may overlap another."""
    for one in sorted(changes, key=lambda one: one.start, reverse=True):
        source = f"{source[: one.start]}{one.text}{source[one.end :]}"
    return source


def fits(draft: Draft, text: str) -> bool:
    """Say whether a text can be written in the encoding of a draft."""
    try:
        text.encode(draft.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def in_bytes(data: bytes, draft: Draft, changes: Sequence[Change]) -> bytes:
    """Return the bytes of a letter with changes made; all others are as they were.

    Args:
        data: the file that `draft` was read from.
        draft: says the encoding; a byte order mark stays where it is.
        changes: in any order, none of them over another.

    Raises:
        AppealLintError: the file cannot be written back in its encoding without loss.

    """
    mark = _mark(data, draft)
    parts, at, offset = [data[:mark]], mark, 0
    for one in sorted(changes, key=lambda one: one.start):
        between = _encoded(draft.source[offset : one.start], draft)
        old = _encoded(draft.source[one.start : one.end], draft)
        if data[at : at + len(between) + len(old)] != between + old:
            raise _unkept(draft)
        parts += [between, _encoded(one.text, draft)]
        at += len(between) + len(old)
        offset = one.end
    if data[at:] != _encoded(draft.source[offset:], draft):
        raise _unkept(draft)
    return b"".join([*parts, data[at:]])


def _mark(data: bytes, draft: Draft) -> int:
    """Return the length of the byte order mark."""
    mark = _encoded("\ufeff", draft) if draft.encoding.lower().startswith("utf") else b""
    return len(mark) if mark and data.startswith(mark) else 0


def _encoded(text: str, draft: Draft) -> bytes:
    try:
        return text.encode(draft.encoding)
    except (UnicodeEncodeError, LookupError) as fault:
        raise _unkept(draft) from fault


def _unkept(draft: Draft) -> AppealLintError:
    return AppealLintError(
        "{path}: this file cannot be changed safely in its encoding ({encoding}). "
        "Save it as UTF-8 first. Nothing was changed.",
        path=draft.path,
        encoding=draft.encoding,
    )
