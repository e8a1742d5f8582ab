"""A draft of a formatted document, whose paragraphs are known."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from appeal_lint.draft.blocks import (
    NOT_ENGLISH,
    Run,
    blocks_of,
    bullet_in,
    cut_stretch,
    heading_in,
    skip_signs,
)
from appeal_lint.draft.open import check_blocks, check_size, check_words
from appeal_lint.draft.tongue import foreign
from appeal_lint.model.draft import Aside, Draft
from appeal_lint.model.words import BlockKind, Counted

_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2029]")
_NUMBER = "1. "
"""Stands for the number of an item, which is no part of its text."""
_TEXT_ENDS = (".", "!", "?", ":", ";", "。", "！", "：", ")", "”", '"')
_GOES_ON = re.compile(r"(?:,|\b(?:and|or|the|an?|our|of|to|from|with|by|in|on|at|for))$")
_WRAPPED, _FULL = range(45, 111), 0.75
"""Characters of the longest paragraph where each is a line that was wrapped, and what part of it
those have at least that go on in the next one."""
_HEADING_WORDS, _SENTENCE_WORDS = 14, 5
"""Words of a heading at most, and of a sentence at least that ends as one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading, list item or table cell."""

    text: str
    """On one line: a line break inside it is a space or U+2028."""
    kind: BlockKind | None = None
    """None where the document does not say; then its words do, as in plain text."""
    numbered: bool = False
    """Whether an item has a number rather than a sign. Word makes a list of headings that begin
    with numbers, so the words of such an item may say that it is one, as in plain text."""


def from_paragraphs(
    paragraphs: Iterable[Paragraph], path: str, *, notes: tuple[str, ...] = ()
) -> Draft:
    """Return the draft of a document, whose source has a line for each paragraph.

    Headings, items and the paragraphs in cells count as paragraphs, in the order of reading.
    Those without text are left out and not counted: nobody sees them, and Word's own count of
    paragraphs leaves them out too. A paragraph is one block, or several where its words say so
    (`Root cause: …`, a line break before a bullet that was typed). A block has parts of two only
    where all paragraphs are as short as the lines of an email, and a sentence goes on.

    Raises:
        DraftError: as in `from_text`; or there are more than `LARGEST` characters.

    """
    seen = list(_with_text(paragraphs, path))
    going_on = _going_on(seen)
    source = "\n".join(one.text for one in seen)
    check_words(source, path)
    runs: list[Run] = []
    asides: list[Aside] = []
    starts: list[int] = []
    start = 0
    for at, one in enumerate(seen):
        after = seen[at + 1].text if at + 1 < len(seen) else ""
        own, apart = _runs(source, start, one, after)
        if at in going_on and _one_text(own, runs, start):
            runs[-1].end = own.pop().end
        runs += own
        asides += apart
        starts.append(start)
        start += len(one.text) + 1
    blocks = blocks_of(source, runs)
    check_blocks(source, path, blocks, asides)
    return Draft(
        path,
        source,
        blocks,
        asides=tuple(asides),
        counted=Counted.PARAGRAPHS,
        notes=notes,
        _lines=tuple(starts),
    )


def _with_text(paragraphs: Iterable[Paragraph], path: str) -> Iterator[Paragraph]:
    """Yield what has text, each on one line."""
    size = 0
    for one in paragraphs:
        text = _LINE_ENDS.sub("\u2028", one.text.replace("\0", " ")).strip()
        if not text:
            continue
        size += len(text) + 1
        check_size(size - 1, path)
        sentence = one.kind is BlockKind.HEADING and _is_sentence(text)
        yield Paragraph(text, None if sentence else one.kind, one.numbered)


def _is_sentence(text: str) -> bool:
    """Say whether what is called a heading is text: some give a whole letter such a style."""
    words = len(text.split())
    ends = text.endswith((".", "!", "。")) and words >= _SENTENCE_WORDS
    return ends or words > _HEADING_WORDS


def _going_on(seen: Sequence[Paragraph]) -> frozenset[int]:
    """Return which paragraphs go on with the one before: lines of an email that was pasted."""
    plain = [len(one.text) for one in seen if one.kind is None]
    width = max(plain, default=0)
    if width not in _WRAPPED:
        return frozenset()
    found = frozenset(at for at in range(1, len(seen)) if _goes_on(seen[at - 1], seen[at], width))
    return found if len(found) > 1 and 3 * len(found) >= len(plain) else frozenset()


def _one_text(own: Sequence[Run], runs: Sequence[Run], start: int) -> bool:
    """Say whether a paragraph is text alone, and text ends just before it."""
    return (
        [one.kind for one in own] == [BlockKind.PARAGRAPH]
        and bool(runs)
        and runs[-1].kind is not BlockKind.HEADING
        and runs[-1].end == start - 1
    )


def _goes_on(before: Paragraph, one: Paragraph, width: int) -> bool:
    if before.kind or one.kind or before.text.endswith(_TEXT_ENDS) or bullet_in(one.text):
        return False
    if len(before.text) < _FULL * width:
        return False
    return not one.text[:1].isupper() or _GOES_ON.search(before.text) is not None


def _runs(source: str, start: int, one: Paragraph, after: str) -> tuple[list[Run], list[Aside]]:
    """Return what makes the blocks of one paragraph, and what of it is set aside."""
    end = start + len(one.text)
    if one.kind is None:
        return cut_stretch(source, start, end, after)
    if foreign(one.text):
        return [], [Aside(start, end, NOT_ENGLISH)]
    if one.kind is BlockKind.ITEM and one.numbered and "\u2028" not in one.text:
        found = heading_in(_NUMBER + one.text, "", False, after)
        if found is not None:
            return _headed(source, start, end, found[1] - len(_NUMBER)), []
    typed = 0 if one.kind is BlockKind.PARAGRAPH else bullet_in(one.text)
    return [Run(one.kind, start + typed, end)], []


def _headed(source: str, start: int, end: int, length: int) -> list[Run]:
    """Return a heading of so many characters, and the paragraph that follows it on its line."""
    heading = Run(BlockKind.HEADING, start, start + length)
    rest = skip_signs(source, start + length, end)
    return [heading] if rest >= end else [heading, Run(BlockKind.PARAGRAPH, rest, end)]
