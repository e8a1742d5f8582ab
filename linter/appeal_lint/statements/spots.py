"""The sentences of a draft: their clauses, and what those beside change in their reading."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from appeal_lint.language import Parse, Reader, Sentence
from appeal_lint.model.draft import Block, Draft
from appeal_lint.model.memory import Memory
from appeal_lint.model.words import Excuse, Section
from appeal_lint.statements.evidence import Evidence
from appeal_lint.statements.excuses import told_failings
from appeal_lint.statements.gather import gather
from appeal_lint.statements.lexicon import Lexicon
from appeal_lint.statements.quotations import quotations, within
from appeal_lint.statements.tree import Tree

Clauses = tuple[Evidence, ...]
Told = tuple[Clauses, frozenset[Excuse]]
"""All that the reading of a sentence hangs on: its clauses, and which of its excuses the
sentences beside it undo."""


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A sentence where it stands in its draft."""

    block: Block
    section: Section
    start: int
    """Where in the text of its block it begins."""
    told: Told

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Turn offsets in the sentence into offsets in the draft's source."""
        return self.block.span(self.start + first, self.start + last)


def spots(draft: Draft, lexicon: Lexicon, reader: Reader) -> Iterator[Spot]:
    """Yield the sentences of a draft that have words, in order.

    What is found out of them is remembered with them, by the reader.
    """
    memory = reader.beside(lexicon)
    for block, parse in zip(
        draft.blocks, reader.read(block.text for block in draft.blocks), strict=True
    ):
        section = lexicon.section(block.heading)
        key = (parse, section, block.kind)
        found: list[tuple[int, Told]] | None = memory.get(key)
        if found is None:
            found = _told(block, parse, section, lexicon, memory)
            memory.keep(key, found)
        for start, told in found:
            yield Spot(block, section, start, told)


def _told(
    block: Block, parse: Parse, section: Section, lexicon: Lexicon, memory: Memory[Hashable, Any]
) -> list[tuple[int, Told]]:
    """Return where each sentence of a block begins, and all that its reading hangs on."""
    quoted = quotations(block.text)
    found = [
        (start, clauses)
        for start, sentence in parse
        if (clauses := _clauses(sentence, start, quoted, section, block, lexicon, memory))
    ]
    told = []
    for at, (start, clauses) in enumerate(found):
        beside = [near for _, near in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])]
        told.append((start, (clauses, told_failings(clauses, beside))))
    return told


def _clauses(
    sentence: Sentence,
    start: int,
    quoted: Iterable[tuple[int, int]],
    section: Section,
    block: Block,
    lexicon: Lexicon,
    memory: Memory[Hashable, Any],
) -> Clauses:
    """Return the clauses of a sentence; none where it has no words.

    Those of a sentence that has not changed are the same objects.
    """
    own = within(quoted, start, sentence.words[-1].end)
    key = (sentence, own, section, block.kind)
    found: Clauses | None = memory.get(key)
    if found is None:
        tree = Tree(sentence, own)
        found = ()
        if any(word.text.isalnum() for word in tree.words):
            hits = lexicon.index.find(tree.words)
            found = tuple(gather(tree, hits, lexicon, section, block.kind))
        memory.keep(key, found, len(sentence.words))
    return found
