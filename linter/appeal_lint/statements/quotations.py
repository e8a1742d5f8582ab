"""Finds what a letter only quotes: words of a rule, a notice or somebody else."""

import re
from collections.abc import Iterable

LEAST = 3
"""Words. Fewer between quotation marks are a name or a stressed word, not a quotation."""

_DOUBLE = re.compile(r'(?<![\w"])"(?=\S)([^"]+)(?<=\S)"(?!\w)')
_SINGLE = re.compile(r"(?<![\w'])'(?=\w)((?:[^']|(?<=\w)'(?=\w))+)'(?![\w'])")


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return where quotations stand in a block's cleaned text, as offsets without their marks.

    A text that stands in quotation marks as a whole is the writer's own, pasted so.
    """
    if '"' not in text and "'" not in text:
        return ()
    found = [
        one.span(1)
        for shape in (_DOUBLE, _SINGLE)
        for one in shape.finditer(text)
        if len(one.group(1).split()) >= LEAST
    ]
    close = len(text.rstrip(" .")) - 1
    return tuple((start, end) for start, end in found if start > 1 or end < close)


def within(
    quoted: Iterable[tuple[int, int]], start: int, length: int
) -> tuple[tuple[int, int], ...]:
    """Return what of some quotations stands in a stretch of their text, as offsets in it.

    Args:
        quoted: offsets in the text.
        start: where the stretch begins.
        length: how long it is.

    """
    return tuple(
        (max(first - start, 0), min(last - start, length))
        for first, last in quoted
        if first < start + length and start < last
    )
