"""Stretches that a letter itself shows to be a person's name, by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from appeal_lint.language.entities import Entity
from appeal_lint.redaction.known import ROLES
from appeal_lint.redaction.tokens import Token, Tokens

Span = tuple[int, int]

_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Mister|Herr|Frau|Señor|Señora|Sr|Sra|Shri|Sri|Smt|Eng|Engr|"
    r"Sheikh|Mme|Monsieur|Madame|MR|MRS|MS|mr|mrs|ms|dr)\b\.?\s+(?!or\b|and\b)"
)
_SAYS = re.compile(
    r"\b(?:my name is|my name's|i am called|name\s*:|name of (?:the )?(?:owner|contact|seller)\s*:?"
    r"|(?:full|contact|owner|director|legal) name\s*(?::|is)|contact person\s*:|signed by\s*:?|"
    r"signed\s*:|prepared by\s*:?|written by\s*:?|attn\.?\s*:?|c/o|"
    r"(?m:^)[ ]*(?:from|to|cc|sent by|sender|owner|director|manager|contact|signature|name)\s*:)"
    r"\s*\"?",
    re.IGNORECASE,
)
_I_AM = re.compile(r"\b(?:I am|I'm|i am|This is|this is|It is|me,|I,)\s+(?=[A-ZÀ-ÞŁŚŻŞİČŠŽ])")
_TAKEN = re.compile(
    r"\b(?:hired|employed|appointed|named|assigned|promoted|dismissed|fired|trained|engaged|"
    r"recruited|asked|asks|told|tells|called|calls|lets|thank|thanked|replaced|"
    r"(?:signed|checked|led|managed|run|done|packed|supervised|"
    r"owned|inspected|trained|approved|reviewed|counted|verified|confirmed) by|under|"
    r"responsible is|is now|together with|named after)\s+(?=[A-ZÀ-ÞŁŚŻŞİČŠŽ])"
)
_DEAR = re.compile(r"(?m)^[ ]*(?:Dear|Hello|Hi|Hey|Attention)\s+")
_BEFORE = ROLES - frozenset(
    ["of", "and", "or", "for", "our", "my", "amazon", "fba", "store", "shop"]
)


def people(tokens: Tokens, entities: Iterable[Entity]) -> Iterator[Span]:
    """Yield where a name stands, with none of the words around it; some may overlap."""
    text = tokens.text
    for found in _TITLE.finditer(text):
        yield from _named(tokens, found.end(), most=3, small=found[0][0].islower(), titled=True)
    for found in _SAYS.finditer(text):
        yield from _named(tokens, found.end(), small=True)
    for found in _I_AM.finditer(text):
        yield from _named(tokens, found.end(), strict=True)
    for found in _TAKEN.finditer(text):
        yield from _named(tokens, found.end(), strict=True)
    for found in _DEAR.finditer(text):
        yield from _named(tokens, found.end(), strict=True)
    yield from _beside_roles(tokens)
    yield from _by_words(tokens)
    for one in entities:
        if one.label == "PERSON":
            yield from _witnessed(tokens, one)


def _named(
    tokens: Tokens,
    offset: int,
    *,
    most: int = 4,
    small: bool = False,
    strict: bool = False,
    titled: bool = False,
) -> Iterator[Span]:
    """Yield the name that begins at an offset, if one does; a strict one is no plain word."""
    first = tokens.at(offset)
    if first >= len(tokens) or tokens[first].start - offset > 2:
        return
    end = tokens.run(first, most=most, small=small, titled=titled)
    if end > first and not (strict and not _likely(tokens[first:end])):
        yield tokens[first].start, tokens[end - 1].end


def _likely(words: list[Token]) -> bool:
    """Say whether words with a capital letter are a name by themselves."""
    if all(one.low in ROLES or one.place for one in words):
        return False
    if any(one.given and not one.place for one in words):
        return True
    odd = [one for one in words if not one.plain and not one.place]
    return bool(odd) and (len(odd) * 2 >= len(words)) and not words[-1].never


def _beside_roles(tokens: Tokens) -> Iterator[Span]:
    """Yield "our packer Selin" and "Selin, our packer"."""
    text = tokens.text
    for at, one in enumerate(tokens):
        if one.low not in _BEFORE:
            continue
        gap = text[one.end : tokens[at + 1].start] if at + 1 < len(tokens) else ""
        if gap in (" ", ", ", ": ", " (", " - ") and not tokens[at + 1].never:
            end = tokens.run(at + 1)
            words = tokens[at + 1 : end]
            if words and _likely(words) and (one.text.islower() or not tokens[at + 1].plain):
                yield words[0].start, words[-1].end
        first = at
        while first and tokens[first - 1].low in ROLES and text[tokens[first - 1].end] == " ":
            first -= 1
        if first and tokens[first - 1].low in ("a", "an", "new"):
            first -= 1
        if first and text[tokens[first - 1].end : tokens[first].start] in (", ", " (", " - "):
            yield from _ending(tokens, first - 1)


def _ending(tokens: Tokens, last: int) -> Iterator[Span]:
    """Yield the name that ends with a word."""
    first = last
    while first > last - 4 and first >= 0 and tokens[first].big and not tokens[first].never:
        if first < last and not tokens.joined(first):
            break
        first -= 1
    words = tokens[first + 1 : last + 1]
    if words and _likely(words):
        yield words[0].start, words[-1].end


def _by_words(tokens: Tokens) -> Iterator[Span]:
    """Yield what is a name by its own words: a given name, or words that are in no dictionary."""
    at = 0
    while at < len(tokens):
        end = tokens.run(at, most=5)
        words = tokens[at:end]
        at = max(end, at + 1)
        while words and words[0].opens and not words[0].given:
            two = len(words) > 1 and words[0].known and words[1].known
            if two or (not words[0].plain and len(words[0].text) > 1):
                break
            words = words[1:]  # "Yesterday Selin Aksoy ...", "B. Root cause"
        if not words:
            continue
        if len(words) == 1:
            alone = words[0].given or (words[0].known and len(words[0].text) > 4)
            if alone and not words[0].plain and not words[0].place:
                yield words[0].start, words[0].end
        elif _sure(words):
            yield words[0].start, words[-1].end


def _sure(words: list[Token]) -> bool:
    if any(one.place for one in words):
        return any(one.given for one in words)
    if all(one.known for one in words):
        return True
    if any(one.given or (one.known and not one.plain) for one in words):
        return sum(one.plain for one in words) <= len(words) / 2
    odd = [one for one in words if one.big and len(one.text) > 1]
    return len(odd) > 1 and not any(one.plain for one in odd)


def _witnessed(tokens: Tokens, entity: Entity) -> Iterator[Span]:
    """Yield the words of a person that the language model sees, if they can be a name."""
    words: list[Token] = []
    for at in range(tokens.at(entity.start), tokens.at(entity.end)):
        if not tokens[at].never:
            words.append(tokens[at])
        if tokens[at].never or not tokens.joined(at):
            yield from _credible(words)
            words = []
    yield from _credible(words)


def _credible(words: list[Token]) -> Iterator[Span]:
    """Yield words that the language model takes for a person, without titles, if they are one."""
    while words and words[-1].low in ROLES and words[-1].plain:
        words = words[:-1]
    while words and words[0].low in ROLES and words[0].plain:
        words = words[1:]
    if all(one.plain or one.place for one in words):
        return
    if not any(one.big or one.given for one in words):
        return
    single = words[0].text
    if len(words) == 1 and (len(single) < 3 or single.islower() or single.isupper()):
        return
    yield words[0].start, words[-1].end
