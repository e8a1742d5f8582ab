"""Sentences varied: other words of like meaning, and slips.

What the varied sentences mean nobody knows; the large model labels them, and the small one learns
from it what words mean that no writer used (Tang et al. 2019, "Distilling Task-Specific Knowledge
from BERT"; Jiao et al. 2020, "TinyBERT").
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

KEPT = frozenset(
    re.findall(
        r"\w+",
        "will would shall can could may might must should not no never have has had been be is are "
        "was were am being do does did done doing already now if once when after before because "
        "since by until we i our us me my mine they them their you your he she it its his her the "
        "a an and or but so to of in on at for with from as that this these those which who what "
        "where how than then there here all any each every some more most less only also too very",
    )
)
"""Words that say who, when and whether; they stay as they are."""
ENDINGS = ("ing", "ed", "s", "ly", "er", "est")
LIKE = 0.26
"""How alike two words must be, as the cosine of their vectors."""
MOST = 10
HOW_MANY = (0.12, 0.25, 0.4)
"""What share of the words changes, one of these for each sentence."""
SLIPS = 0.25
"""In what share of the sentences articles and words are lost."""
_TOKENS = re.compile(r"\w+(?:'\w+)?|\s+|[^\w\s]")


def neighbours(
    texts: Iterable[str], pieces: Sequence[str], vectors: np.ndarray
) -> Mapping[str, Sequence[str]]:
    """Return for each word of the texts the words nearest in meaning that end as it does.

    Args:
        texts: where the words are taken from.
        pieces: the pieces of the large model.
        vectors: what it knows of each, a row for each piece.

    """
    whole = [at for at, piece in enumerate(pieces) if re.fullmatch("[a-z]{3,}", piece)]
    words = [pieces[at] for at in whole]
    table = vectors[whole] - vectors[whole].mean(axis=0)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    place = {word: at for at, word in enumerate(words)}
    used = {word for text in texts for word in re.findall("[a-z]+", text.lower())}
    found = {}
    for word in sorted(used & set(place) - KEPT):
        alike = table @ table[place[word]]
        near = [words[at] for at in np.argsort(-alike)[1:40] if alike[at] > LIKE]
        if own := [one for one in near if _ending(one) == _ending(word) and one not in KEPT]:
            found[word] = own[:MOST]
    return found


def varied(text: str, near: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    """Return a text with some of its words changed."""
    share, slips = chance.choice(HOW_MANY), chance.random() < SLIPS
    return re.sub(" +", " ", "".join(_tokens(text, near, chance, share, slips))).strip()


def _tokens(
    text: str,
    near: Mapping[str, Sequence[str]],
    chance: random.Random,
    share: float,
    slips: bool,
) -> Iterator[str]:
    for token in _TOKENS.findall(text):
        lower = token.lower()
        if lower in near and chance.random() < share:
            new = chance.choice(near[lower])
            yield new.capitalize() if token[0].isupper() else new
        elif not (slips and token.isalpha() and chance.random() < _lost(lower)):
            yield token


def _lost(word: str) -> float:
    """Return how likely a word is lost."""
    return 0.6 if word in ("the", "a", "an") else 0.03


def _ending(word: str) -> str:
    return next((one for one in ENDINGS if word.endswith(one)), "")
