"""Names of shops and companies, which lead to an account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from appeal_lint.language.entities import Entity
from appeal_lint.redaction.known import FORMS, OPEN, POLICIES, ROLES
from appeal_lint.redaction.people import Span
from appeal_lint.redaction.tokens import Token, Tokens

_FORM = re.compile(rf"(?<=[^\s,]),?\s+{FORMS}(?!\w)")
_LABELLED = re.compile(
    r"(?im)\b(?:store|shop|seller|business|company|brand|display|legal|trading|storefront|account|"
    r"seller account|legal entity|firm)(?:'s)?(?:\s+(?:display\s+)?name)"
    r"\s*(?::|=|\bis\b|\bwas\b)\s*\"?"
    r"(?P<value>[^\n.;\"]{2,60})"
    r"|^[ ]*(?:store|shop|company|storefront|business|seller|brand|firm)\s*:\s*"
    r"(?P<other>[^\n.;\"]{2,60})"
)
_CALLED = re.compile(
    r"\b(?:store|shop|company|account|business|storefront|firm|brand|boutique|enterprise|seller)"
    r"(?:\s+(?:called|named|is called|is|was|name|by the name of|under the name))?"
    r",?\s+[\"']?(?=[A-ZÀ-Þ0-9])",
)
_FOR = re.compile(
    r"\b(?:owner|director|manager|founder|CEO|ceo|proprietor|head|behalf|appeal|"
    r"plan of action|team|representative|partner)\s+(?:of|for|at)\s+(?:the\s+)?"
    r"(?:(?:store|shop|company|account|seller)\s+)?[\"']?(?=[A-ZÀ-Þ])"
    r"|\b(?:reinstate|reactivate|reopen|re-open|unblock|unsuspend|work at|we at|here at|us at|"
    r"[Ww]e are|[Ww]e run|[Ii] run|[Ii] own|[Ww]e own)\s+(?:the (?:shop|store|company)\s+)?"
    r"[\"']?(?=[A-ZÀ-Þ])"
    r"|\b(?:producer|supplier|factory|manufacturer|vendor|wholesaler|distributor|maker|printer|trader|"
    r"forwarder|mill|importer|agency|source),?\s+(?:(?:called|named|is)\s+)?[\"']?(?=[A-ZÀ-Þ])"
)
_QUOTES = "\"'"
_SMALL = frozenset(["of", "and", "the", "&", "de", "del", "la", "von", "y", "for"])
_LEADS = re.compile(r"(?:^|[\s(\"'])(?:[^\W_][\w'.-]*|&)$")


def companies(tokens: Tokens) -> Iterator[Span]:
    """Yield where the name of one stands; some may overlap."""
    text = tokens.text
    for found in _FORM.finditer(text):
        start = _back(tokens, found.start())
        if start is not None and tokens[tokens.at(start)].low not in OPEN:
            yield start, found.end()
    for found in _LABELLED.finditer(text):
        group = "value" if found["value"] else "other"
        value = found[group].rstrip(" ,")
        words = tokens[tokens.at(found.start(group)) : tokens.at(found.start(group) + len(value))]
        if words and not all(one.never for one in words):
            yield found.start(group), found.start(group) + len(value)
    for pattern in (_CALLED, _FOR):
        for found in pattern.finditer(text):
            yield from _forward(tokens, found.end(), quoted=found[0][-1] in _QUOTES)


def organisations(tokens: Tokens, entities: Iterable[Entity]) -> Iterator[Span]:
    """Yield the companies that only the language model sees; it is often wrong about them."""
    for one in entities:
        if one.label == "ORG":
            yield from _organisation(tokens, one)


def _back(tokens: Tokens, end: int) -> int | None:
    """Return where the name begins that ends at an offset, before the form of a company."""
    at = tokens.at(end) - 1
    first = None
    for number in range(at, max(-1, at - 6), -1):
        one = tokens[number]
        gap = tokens.text[one.end : tokens[number + 1].start if number < at else end]
        if gap.strip(" &.-'+0123456789") or "\n" in gap or (". " in gap and len(one.text) > 3):
            break
        if not one.big and one.low not in _SMALL:
            break
        if one.never and (one.opens or one.low not in _SMALL):
            break
        if one.big:
            first = one.start
    return first


def _forward(tokens: Tokens, offset: int, *, quoted: bool) -> Iterator[Span]:
    """Yield the capitalised words from an offset on, if they are the name of a shop."""
    text = tokens.text
    if quoted:
        end = text.find(text[offset - 1], offset)
        if 0 < end - offset <= 50:
            yield offset, end
            return
    at = first = tokens.at(offset)
    if at >= len(tokens) or tokens[at].start - offset > 4 or tokens[at].opens:
        return
    while at < len(tokens) and at - first < 6:
        one = tokens[at]
        gap = text[tokens[at - 1].end : one.start] if at > first else " "
        if (at > first and gap.strip(" &-+'")) or "\n" in gap:
            break
        if one.never or not (one.big or (one.low in _SMALL and at > first)):
            break
        at += 1
    while at > first and not tokens[at - 1].big:
        at -= 1
    words = tokens[first:at]
    if words and _telling(tokens, words):
        yield words[0].start, words[-1].end


def _telling(tokens: Tokens, words: list[Token]) -> bool:
    """Say whether capitals mean a name here: not in a title, where every word has one."""
    if all(one.low in ROLES or one.place or one.low in POLICIES for one in words):
        return False
    if words[0].low in OPEN or words[0].low in POLICIES:
        return False
    text = tokens.text
    begin = text.rfind("\n", 0, words[0].start) + 1
    end = text.find("\n", words[0].start)
    line = tokens[tokens.at(begin) : tokens.at(end if end >= 0 else len(text))]
    small = sum(one.text[0].islower() for one in line)
    return small >= 2 or any(not one.plain for one in words)


def _organisation(tokens: Tokens, entity: Entity) -> Iterator[Span]:
    """Yield a company that the language model sees, if a word of it is in no dictionary."""
    words = [one for one in tokens[tokens.at(entity.start) : tokens.at(entity.end)] if one.big]
    words = [one for one in words if not one.never]
    odd = [one for one in words if not one.plain and not one.place and len(one.text) > 3]
    if len(words) > 1 and odd and not any(one.low in OPEN | POLICIES for one in words):
        start, end = words[0].start, words[-1].end
        if "\n" not in tokens.text[start:end] and not odd[0].text.isupper():
            yield start, end
