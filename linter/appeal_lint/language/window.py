"""Where a text has changed, and how much of it has to be read again.

The parser works from left to right. Between two sentences it holds nothing, looks at the next two
words, and knows of each word only the few beside it. So a sentence whose words, and those around
it, are as they were is read as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from appeal_lint.language.word import Parse, Sentence, Word

AHEAD = 2
"""How many words the parser looks at that it has not yet taken up."""
_CLOSING = "."
"""Others ("Our! Customers left.") sometimes leave the parser looking on."""


class _Place(NamedTuple):
    """A word of the known text."""

    start: int
    end: int
    word: Word
    begins: int | None
    """The number of the sentence that begins with it."""


@dataclass(frozen=True, slots=True)
class Window:
    """What is to be read again. Numbers of sentences are those of the known parse.

    The characters [start, end) of the new text are looked at. Of their words the first `before`
    and the last `after` only stand beside; the others are parsed.
    """

    start: int
    end: int
    before: int
    after: int
    first: int
    """Sentences before this one stay."""
    last: int | None
    """This sentence and those after it stay; None where the text is read to its end."""
    rest: int
    """Where in the new text sentence `last` begins."""
    outer: Word | None
    """The word before those that are parsed."""


def window(known: str, parse: Parse, text: str, reach: int) -> Window | None:
    """Return what of a text has to be read again, or None where that is all of it.

    Args:
        known: a text that has been read.
        parse: what came of it.
        text: the new text.
        reach: how many words to each side the model sees of a word.

    """
    places = _places(parse)
    head, tail = _same(known, text)
    # A word is as it was if the space after it is, or before it; others may be cut otherwise.
    left, right = known.rfind(" ", 0, head), known.find(" ", len(known) - tail)
    before = sum(one.end <= left for one in places)
    after = sum(one.start > right for one in places) if right >= 0 else 0
    first = _first(places, before - AHEAD - reach)
    last = _last(places, len(places) - after + reach)
    if first == 0 and last is None:
        return None
    moved = len(text) - len(known)
    begin = _chunk(places, first - reach, -1) if first else 0
    stop = len(places)
    if last is not None:
        # One more, since a word is not seen to be the last of the window by the others.
        stop = _chunk(places, last + AHEAD + reach + 1, 1)
    number = places[first].begins
    assert number is not None
    return Window(
        start=places[begin].start if begin else 0,
        end=places[stop].start + moved if stop < len(places) else len(text),
        before=first - begin,
        after=max(0, stop - last - AHEAD) if last is not None else 0,
        first=number,
        last=places[last].begins if last is not None else None,
        rest=places[last].start + moved if last is not None else len(text),
        outer=places[first - 1].word if first else None,
    )


def spliced(parse: Parse, part: Window, read: Parse) -> Parse | None:
    """Return the parse of the new text, or None where what was read does not fit to the rest.

    Args:
        parse: what came of the known text.
        part: what was read again.
        read: what came of that, with places in the new text.

    """
    if part.last is not None and all(start != part.rest for start, _ in read):
        return None
    middle = tuple((start, one) for start, one in read if start < part.rest)
    rest = parse[part.last :] if part.last is not None else ()
    moved = part.rest - rest[0][0] if rest else 0
    return (
        *parse[: part.first],
        *kept(middle, parse[part.first : part.last]),
        *((start + moved, one) for start, one in rest),
    )


def kept(parse: Parse, known: Parse) -> Parse:
    """Return a parse with the sentences that are known already, where they are the same."""
    same = {_content(one): one for _, one in known}
    return tuple((start, same.get(_content(one), one)) for start, one in parse)


def _content(sentence: Sentence) -> tuple[tuple[str, str, str, str, int, int], ...]:
    return tuple(
        (one.text, one.lemma, one.tag, one.dep, one.head, one.start) for one in sentence.words
    )


def _places(parse: Parse) -> list[_Place]:
    return [
        _Place(base + word.start, base + word.end, word, None if word.index else number)
        for number, (base, sentence) in enumerate(parse)
        for word in sentence.words
    ]


def _same(known: str, text: str) -> tuple[int, int]:
    """Return how many characters are the same from the beginning, and how many to the end."""
    head = _alike(known, text)
    return head, _alike(known[head:][::-1], text[head:][::-1])


def _alike(one: str, other: str) -> int:
    """Return how many characters are the same from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _clean(places: list[_Place], at: int) -> bool:
    """Say whether a sentence begins here and the one before was closed.

    Where none was, the parser may have looked into this sentence before it gave up the last.
    """
    here = places[at]
    return (
        here.begins is not None
        and places[at - 1].word.text == _CLOSING
        and here.word.text[0].isupper()
    )


def _first(places: list[_Place], most: int) -> int:
    """Return where the last sentence begins that surely begins there still."""
    return next((at for at in range(min(most, len(places) - 1), 0, -1) if _clean(places, at)), 0)


def _last(places: list[_Place], least: int) -> int | None:
    """Return where the first sentence begins that may be as it was."""
    return next((at for at in range(max(least, 1), len(places)) if _clean(places, at)), None)


def _chunk(places: list[_Place], at: int, step: int) -> int:
    """Return the nearest word from here on that a space stands before, as the tokenizer cuts."""
    at = max(at, 0)
    while 0 < at < len(places) and places[at].start == places[at - 1].end:
        at += step
    return min(at, len(places))
