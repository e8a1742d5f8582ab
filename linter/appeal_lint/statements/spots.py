"""The sentences of a draft: their clauses, and what those beside change in their reading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from appeal_lint.language import Reader, Sentence
from appeal_lint.model.draft import Block, Draft
from appeal_lint.model.words import Excuse, Section
from appeal_lint.statements.evidence import Evidence
from appeal_lint.statements.excuses import told_failings
from appeal_lint.statements.gather import gather
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.quotations import quotations
from appeal_lint.statements.tree import Tree

Clauses = tuple[Evidence, ...]
Told = tuple[Clauses, frozenset[Excuse]]
"""The clauses of a sentence, and which of its excuses the sentences beside it undo."""


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A sentence where it stands in its draft."""

    block: Block
    section: Section
    start: int
    """Where in the text of its block it begins."""
    clauses: Clauses
    failings: frozenset[Excuse]
    """The families of excuse that it names and that the sentences beside it undo."""

    @property
    def told(self) -> Told:
        """All that its reading hangs on."""
        return self.clauses, self.failings

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Turn offsets in the sentence into offsets in the draft's source."""
        return self.block.span(self.start + first, self.start + last)


def spots(draft: Draft, lexicon: Lexicon, reader: Reader) -> Iterator[Spot]:
    """Yield the sentences of a draft that have words, in order."""
    for block, parse in zip(
        draft.blocks, reader.read(block.text for block in draft.blocks), strict=True
    ):
        section = lexicon.section(block.heading)
        quoted = quotations(block.text)
        told = [
            (start, clauses)
            for start, sentence in parse
            if (clauses := _clauses(sentence, start, quoted, section, block, lexicon, reader))
        ]
        for at, (start, clauses) in enumerate(told):
            beside = [near for _, near in (*told[max(0, at - 1) : at], *told[at + 1 : at + 2])]
            yield Spot(block, section, start, clauses, told_failings(clauses, beside))


def _clauses(
    sentence: Sentence,
    start: int,
    quoted: Iterable[tuple[int, int]],
    section: Section,
    block: Block,
    lexicon: Lexicon,
    reader: Reader,
) -> Clauses:
    """Return the clauses of a sentence; none where it has no words.

    They are remembered with the sentence: those that have not changed are the same objects.
    """
    length = sentence.words[-1].end
    own = tuple(
        (max(first - start, 0), min(last - start, length))
        for first, last in quoted
        if first < start + length and start < last
    )
    key = (sentence, own, section, block.kind, lexicon)
    found: Clauses | None = reader.beside.get(key)
    if found is None:
        tree = Tree(sentence, own)
        found = ()
        if any(word.text.isalnum() for word in tree.words):
            hits = lexicon.index.find(tree.words)
            found = tuple(gather(tree, hits, lexicon, section, block.kind))
        reader.beside.keep(key, found, len(sentence.words))
    return found
