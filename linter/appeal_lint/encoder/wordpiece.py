"""Text to the word pieces that the transformer was trained on.

Cut as BERT's uncased tokenizer cuts (Devlin et al. 2019; Wu et al. 2016): lower case without
accents, every sign by itself, then the longest known piece first. The library `tokenizers` does
the same, but brings a client for downloads with it, and nothing here shall be able to reach a
network.
"""

import re
import unicodedata
from collections.abc import Sequence

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST = 40
"""Words of more letters are unknown: nobody writes them."""
KEPT = 50_000
"""How many words keep their pieces before all are forgotten."""
_TOKENS = re.compile(r"[^\W_]+|[^\w\s]|_")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


class WordPiece:
    """Cuts texts into pieces and numbers them.

    Args:
        pieces: the known pieces; one that goes on with a word begins with `##`.

    """

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.begin, self.end = self._numbers[BEGIN], self._numbers[END]

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text, in order."""
        found: list[int] = []
        for word in _TOKENS.findall(_plain(text)):
            pieces = self._known.get(word)
            if pieces is None:
                if len(self._known) > KEPT:
                    self._known.clear()
                pieces = self._known[word] = self._cut(word)
            found += pieces
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST:
            return (self._numbers[UNKNOWN],)
        found: list[int] = []
        first = 0
        while first < len(word):
            begins = "##" if first else ""
            for last in range(len(word), first, -1):
                number = self._numbers.get(begins + word[first:last])
                if number is not None:
                    found.append(number)
                    first = last
                    break
            else:
                return (self._numbers[UNKNOWN],)
        return tuple(found)


def _plain(text: str) -> str:
    text = text.translate(_PLAIN).lower()
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(one for one in parts if unicodedata.category(one) != "Mn")
