"""A parsed sentence as plain records, so that no other room depends on spaCy."""

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Word:
    """One token. `start` and `end` are offsets from the first letter of its sentence; `head` is
    the index in the sentence of the word it hangs on (its own index for the root). `tag` is a
    Penn Treebank tag, `dep` a label of spaCy's English parser. `lower` and `lemma` are rightly
    spelt where `text` is a misspelling in `SPELLINGS`.

    Never changed once made; not declared frozen because that makes the one record of
    which there are thousands four times as slow to make.
    """

    index: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Sentence:
    """The words of one sentence, wherever it stands: one that has moved stays the same object.

    So whatever hangs on the sentence alone can be remembered by it.
    """

    words: tuple[Word, ...]


Parse = tuple[tuple[int, Sentence], ...]
"""The sentences of a text, in order, and where in the text each begins."""
