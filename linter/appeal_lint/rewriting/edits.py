"""Changes to single words of a sentence, made in the source and nowhere around it."""

from dataclasses import dataclass, field

from appeal_lint.language.word import Word
from appeal_lint.model.draft import Block

_PLAIN = " \t\u00a0"


@dataclass(slots=True)
class Edits:
    """What becomes of the words of a sentence; those not named stay as they are.

    Attributes:
        words: the sentence.
        new: what takes the place of a word, by its index.
        gone: indexes of words that are taken out.
        before: what is put before a word, without the space after it.
        after: what is put right after a word, with its own space or comma.

    """

    words: tuple[Word, ...]
    new: dict[int, str] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    before: dict[int, str] = field(default_factory=dict)
    after: dict[int, str] = field(default_factory=dict)

    @property
    def touched(self) -> set[int]:
        """The indexes of all words that a change stands at."""
        return self.new.keys() | self.gone | self.before.keys() | self.after.keys()

    def drop(self, indexes: range | list[int] | set[int]) -> None:
        """Take words out."""
        self.gone.update(indexes)

    def applied(self, source: str, block: Block, at: int, start: int, end: int) -> str:
        """Return `source[start:end]` changed.

        The spaces before a word that is taken out go with it. A line break or a sign of Markdown
        beside it stays.

        Args:
            source: of the draft.
            block: that the sentence stands in.
            at: offset in the text of the block at which the sentence begins.
            start: offset in `source` of the first word that may be changed.
            end: offset in `source` after the last one.

        """
        out: list[str] = []
        last, swallow, opened = start, True, False
        capital = False
        for word in self.words:
            begin, stop = block.span(at + word.start, at + word.end)
            if begin < start or stop > end:
                continue
            gap, last = source[last:begin], stop
            if word.index in self.gone:
                if not opened and word.text[:1].isupper():
                    capital = True
                if gap.strip(_PLAIN):
                    out.append(gap)
                    swallow = True
                continue
            if swallow and not gap.strip(_PLAIN):
                gap = ""
            swallow = False
            text = self._text(word, source[begin:stop], opened, capital)
            if not opened and text[:1].isalpha():
                opened = True
            if not gap and text[:1].isalpha() and "".join(out)[-1:].isalnum():
                gap = "" if word.index not in self.new and not self._parted(word) else " "
            out += [gap, text, self.after.get(word.index, "")]
        return "".join([*out, source[last:end]])

    def _parted(self, word: Word) -> bool:
        """Say whether something else stands before a word now than did."""
        return word.index > 0 and self.words[word.index - 1].index in (self.gone | self.new.keys())

    def _text(self, word: Word, given: str, opened: bool, capital: bool) -> str:
        """Return a word as it is now written, with what stands before it."""
        text = self.new.get(word.index, given)
        before = self.before.get(word.index, "")
        if opened:
            return f"{before} {text}" if before else text
        upper = capital or word.text[:1].isupper()
        if before:
            text = f"{before} {_small(word, text)}"
        return text[:1].upper() + text[1:] if upper else text


def _small(word: Word, text: str) -> str:
    """Return a word that no longer opens its sentence."""
    kept = (
        word.tag.startswith("NNP")
        or word.lower in ("i", "i'm")
        or (len(text) > 1 and text[:2].isupper())
    )
    return text if kept else text[:1].lower() + text[1:]
