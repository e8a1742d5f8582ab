"""Lines in bold that stand above others: headings that the document does not call so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from appeal_lint.draft import Paragraph
from appeal_lint.model.words import BlockKind

MOST_WORDS = 14
_TEXT_ENDS = (".", "!", ",", ";", "。")


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph and how it looks: whether all of its words are bold."""

    paragraph: Paragraph
    bold: bool = False


def with_headlines(shown: Iterable[Shown]) -> list[Paragraph]:
    """Return the paragraphs; short bold ones are headings, unless most of the letter is bold.

    Only a plain paragraph with another one behind it can become a heading, and none that ends as
    a sentence does.
    """
    every = list(shown)
    plain = [one for one in every if one.paragraph.kind is None]
    telling = sum(one.bold for one in plain) * 2 <= len(every)
    last = every[-1:]
    return [
        replace(one.paragraph, kind=BlockKind.HEADING)
        if telling and one.bold and one is not last[0] and _short(one.paragraph)
        else one.paragraph
        for one in every
    ]


def _short(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return (
        paragraph.kind is None
        and "\u2028" not in text
        and len(text.split()) <= MOST_WORDS
        and not text.endswith(_TEXT_ENDS)
    )
