"""A parsed sentence with its branches, and the finite clauses it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from appeal_lint.language.word import Sentence, Word

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_JOINING = frozenset({"conj", "parataxis"})
_BREAKS = frozenset({",", ";", ":", "-", "–", "—"})


class Tree:
    """The words of one sentence and which hangs on which.

    Args:
        sentence: its words.
        quotations: what is quoted, as offsets like those of the words.

    """

    def __init__(self, sentence: Sentence, quotations: Sequence[tuple[int, int]] = ()) -> None:
        words = self.words = sentence.words
        self._quotations = quotations
        self.children: list[list[Word]] = [[] for _ in words]
        for word in words:
            if word.head != word.index:
                self.children[word.head].append(word)

    @cached_property
    def root(self) -> int:
        """Index of the word that all others hang on."""
        return next((word.index for word in self.words if word.head == word.index), 0)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Indexes of the words that stand inside a quotation."""
        return frozenset(
            word.index
            for start, end in self._quotations
            for word in self.words
            if start <= word.start and word.end <= end
        )

    def child(self, index: int, deps: frozenset[str]) -> Word | None:
        """Return the first child that hangs by one of these labels."""
        return next((word for word in self.children[index] if word.dep in deps), None)

    def below(self, index: int) -> list[int]:
        """Return the indexes of a word and all that hangs on it, in no given order."""
        found = [index]
        for at in found:
            found.extend(word.index for word in self.children[at])
        return found


@dataclass(slots=True)
class Clause:
    """A main clause: its head, and the indexes of its words in order."""

    head: int
    words: list[int]


def clauses(tree: Tree) -> list[Clause]:
    """Cut a sentence into its main clauses, in order; subordinate ones stay with theirs."""
    heads = [tree.root]
    for at in heads:
        heads.extend(word.index for word in tree.children[at] if _opens(tree, word))
    owner = {tree.root: tree.root}
    chosen = frozenset(heads)
    for index in tree.below(tree.root):
        for word in tree.children[index]:
            owner[word.index] = word.index if word.index in chosen else owner[index]
    parts: dict[int, list[int]] = {head: [] for head in heads}
    for word in tree.words:
        parts[owner.get(word.index, tree.root)].append(word.index)
    return sorted(
        (Clause(head, words) for head, words in parts.items() if words),
        key=lambda clause: clause.words[0],
    )


def _opens(tree: Tree, word: Word) -> bool:
    """Say whether a word that hangs on a main clause is the head of another one."""
    if word.index in tree.quoted:
        return False
    subject = tree.child(word.index, SUBJECTS)
    verbal = word.tag.startswith("VB") or word.tag == "MD"
    if word.dep in _JOINING:
        return verbal or subject is not None
    if word.dep == "ccomp" and subject is not None and word.index < word.head:
        return not _said(tree, word) and _broken(tree, word.index, word.head)
    return word.dep == "advcl" and subject is not None and _so(tree, word)


def _so(tree: Tree, word: Word) -> bool:
    """A clause after "so" tells the next deed; it is no condition of the one before."""
    mark = tree.child(word.index, frozenset({"mark", "advmod"}))
    if mark is None or mark.lower != "so" or word.index < word.head:
        return False
    return tree.words[min(mark.index + 1, len(tree.words) - 1)].lower != "that"


def _said(tree: Tree, word: Word) -> bool:
    mark = tree.child(word.index, frozenset({"mark"}))
    return mark is not None and mark.lower in ("that", "if", "whether")


def _broken(tree: Tree, first: int, last: int) -> bool:
    return any(word.text in _BREAKS for word in tree.words[first:last])
