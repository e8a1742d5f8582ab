"""The lines at the end of a letter: who signs, and for which shop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_lint.redaction.known import CLOSING, ROLES
from appeal_lint.redaction.people import Span
from appeal_lint.redaction.tokens import Token, Tokens

_MOST_LINES = 8
_CHUNKS = re.compile(r"[^,|/()•·;]+(?:(?=[,|/()•·;])|$)")
_LABEL = re.compile(
    r"^\s*(?:name|signed|signature|owner|director|seller|contact|company|store|shop|seller name|"
    r"store name|shop name|company name|legal name)\s*[:#]\s*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    rf"(?:^|(?<=[.!?,]\s)|(?<=\n))(?:{CLOSING.pattern})\s*[,.!:-]+\s*(?=[^\s])", re.I
)
_LINE = re.compile(rf"\s*(?:{CLOSING.pattern})\s*[,.!:;-]*\s*", re.IGNORECASE)
_LONGEST = 6


def signature(tokens: Tokens) -> Iterator[tuple[Span, bool]]:
    """Yield stretches of who signs, each with whether it is a person; else it is a shop."""
    lines = _lines(tokens.text)
    closed = False
    for at, (_, line) in enumerate(lines):
        if _LINE.fullmatch(line) and line.strip():
            closed = True
            yield from _block(tokens, lines[at + 1 : at + 1 + _MOST_LINES])
    for found in _INLINE.finditer(tokens.text):
        end = tokens.text.find("\n", found.end())
        end = len(tokens.text) if end < 0 else end
        rest = tokens.text[found.end() : end]
        if len(rest.split()) <= 10 and not re.search(r"\b(?:we|you|our|is|are|for)\b", rest, re.I):
            closed = True
            after = [one for one in lines if one[0] > end][:_MOST_LINES]
            yield from _block(tokens, [(found.end(), rest), *after])
    if not closed:
        yield from _unclosed(tokens, lines)


def _lines(text: str) -> list[tuple[int, str]]:
    return [(one.start(), one[0]) for one in re.finditer(r"[^\n]+", text)]


def _block(tokens: Tokens, lines: list[tuple[int, str]]) -> Iterator[tuple[Span, bool]]:
    """Yield the parts of signature lines, until a line is no part of one."""
    person = False
    for start, line in lines:
        label = _LABEL.match(line)
        if not label and (len(line.split()) > 9 or re.search(r"[a-z]{3}\.\s+[A-Z]", line)):
            return
        begin = label.end() if label else 0
        for chunk in _CHUNKS.finditer(line, begin):
            words = _words(tokens, start + chunk.start(), start + chunk.end())
            if not words or any(char.isdigit() or char in "@:" for char in chunk[0]):
                continue
            shop = label and re.search(r"company|store|shop", label[0], re.IGNORECASE)
            is_person = not person and not shop
            if is_person and _is_shop(words):
                is_person = False
            else:
                person = person or is_person
            yield (words[0].start, words[-1].end), is_person


def _words(tokens: Tokens, start: int, end: int) -> list[Token]:
    """Return the words of a part of a line, without title, if they can be a name."""
    words = list(tokens[tokens.at(start) : tokens.at(end)])
    if not words or len(words) > _LONGEST:
        return []
    if all(one.low in ROLES or one.place or one.never for one in words):
        return []
    for at, one in enumerate(words):
        if one.low in ("of", "at", "for", "from", "to") and at and words[at - 1].low in ROLES:
            words = words[at + 1 :]
            break
    while words and words[0].low in ("mr", "mrs", "ms", "dr", "the", "your", "our", "your", "from"):
        words = words[1:]
    if any(
        one.low in ("attachments", "attached", "enclosed", "enclosures", "amazon") for one in words
    ):
        return []
    return words


def _is_shop(words: list[Token]) -> bool:
    """Say whether the first line of a signature is a shop: plain words, none of them a name."""
    return len(words) > 1 and all(one.plain and not one.given for one in words)


def _unclosed(tokens: Tokens, lines: list[tuple[int, str]]) -> Iterator[tuple[Span, bool]]:
    """Yield the last lines of a letter that ends with a name and no greeting."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        start, line = lines[at]
        stripped = line.strip()
        if stripped.endswith((".", "!", "?", ":")) or re.match(r"\s*(?:[-•#]|\d+[.)])", line):
            return
        words = list(tokens[tokens.at(start) : tokens.at(start + len(line))])
        contact = any(char in "@" or char.isdigit() for char in line)
        if contact and len(stripped.split()) <= 8:
            continue
        shown = len(words) <= 7 and all(one.big or one.low in ROLES for one in words)
        if not shown or not any(not one.plain or one.given for one in words) or at == 0:
            return
        yield from _block(tokens, [(start, line)])
