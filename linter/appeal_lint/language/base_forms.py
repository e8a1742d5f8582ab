"""Base forms of words, asked of spaCy once for each word in each role.

The last two parts of an English pipeline, the attribute ruler and the lemmatizer, work word by
word in Python and take half of its time. What they say of a word hangs on the word, its tag and
its role alone, and for a few ("let's", "gonna") on the words beside it: so the answer is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from appeal_lint.language.spellings import SPELLINGS
from appeal_lint.language.word import Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
KEPT = 100_000
"""How many words in a role are remembered before all are forgotten."""
_SEEN_BY_KEY = {"LOWER", "ORTH", "TEXT", "TAG", "DEP", "IS_SPACE"}
"""What the rules of the ruler may ask of a word for the answer to hang on the key alone."""

Key = tuple[int, ...]
"""Numbers of word, tag and role in spaCy's strings; where they matter, of both neighbours too."""
_NOBODY = (0, 0, 0)
_STOP = (",", ",", "punct")
"""Stands beside a word that begins or ends its text: no rule of two words asks for it."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is known of a word in a role, as spaCy names it; rightly spelt but for `text`."""

    text: str
    lower: str
    lemma: str
    tag: str
    dep: str


class BaseForms:
    """Names base form, tag and role of every word of a parsed text.

    Attributes:
        tail: the parts of the pipeline that are asked here, not to be run before; none where the
            pipeline is of another make.

    """

    def __init__(self, pipeline: Language) -> None:
        self.tail = _tail(pipeline)
        self._parts = [part for name, part in pipeline.pipeline if name in self.tail]
        self._beside = _beside(pipeline) if self.tail else []
        self._known: dict[Key, Form] = {}
        self._by_place: dict[int, bool] = {}

    def of(self, docs: Sequence[Doc], before: Word | None = None) -> list[list[Form]]:
        """Return the form of each word of texts that have been tagged and parsed.

        Args:
            docs: the texts.
            before: the word that stands before each of them, where they are parts of a text.

        """
        if not self.tail:
            return [[_form(token) for token in doc] for doc in docs]
        if len(self._known) > KEPT:
            self._known.clear()
        keys = [self._keys(doc, before) for doc in docs]
        fresh = {key: None for own in keys for key in own if key not in self._known}
        if fresh:
            self._ask(list(fresh), docs[0].vocab)
        return [[self._known[key] for key in own] for own in keys]

    def _keys(self, doc: Doc, before: Word | None) -> list[Key]:
        """Return word, tag and role of each word, with its neighbours where they matter."""
        first = _NOBODY
        if before is not None:
            strings = doc.vocab.strings
            first = strings[before.text], strings[before.tag], strings[before.dep]
        rows: list[list[int]] = doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
        keys = [tuple(row) for row in rows]
        for at, key in enumerate(keys):
            if self._hangs_on_place(key[0], doc.vocab):
                keys[at] = (
                    *key,
                    *(rows[at - 1] if at else first),
                    *(rows[at + 1] if at + 1 < len(rows) else _NOBODY),
                )
        return keys

    def _ask(self, keys: Sequence[Key], vocab: Vocab) -> None:
        """Keep the forms of new words, of which the pipeline is given one text."""
        from spacy.tokens import Doc  # noqa: PLC0415

        asked: list[Sequence[str]] = []
        places = []
        for key in keys:
            word, *beside = (
                _STOP if whole == _NOBODY else tuple(vocab.strings[one] for one in whole)
                for whole in (key[:3], key[3:6], key[6:])
                if whole
            )
            asked += beside[:1]
            places.append(len(asked))
            asked += [word, *beside[1:]]
        words, tags, deps = map(list, zip(*asked, strict=True))
        doc = Doc(vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for part in self._parts:
            doc = part(doc)
        self._known.update((key, _form(doc[at])) for key, at in zip(keys, places, strict=True))

    def _hangs_on_place(self, orth: int, vocab: Vocab) -> bool:
        known = self._by_place.get(orth)
        if known is None:
            lower = vocab.strings[orth].lower()
            known = self._by_place[orth] = any(may(lower) for may in self._beside)
        return known


def _tail(pipeline: Language) -> tuple[str, ...]:
    """Name the last parts of a pipeline if their answers hang on the key of a word alone."""
    parts = pipeline.pipeline[-2:]
    if [name for name, _ in parts] != [RULER, LEMMATIZER]:
        return ()
    ruler, lemmatizer = (part for _, part in parts)
    if getattr(lemmatizer, "mode", "") != "rule" or not hasattr(ruler, "patterns"):
        return ()
    asked = {name for pattern in _patterns(ruler) for word in pattern for name in word}
    longest = max((len(pattern) for pattern in _patterns(ruler)), default=0)
    return (RULER, LEMMATIZER) if asked <= _SEEN_BY_KEY and longest <= 2 else ()


def _patterns(ruler: Any) -> Iterable[Sequence[dict[str, Any]]]:
    for rule in ruler.patterns:
        yield from rule["patterns"]


def _beside(pipeline: Language) -> list[Callable[[str], bool]]:
    """Return tests of a lower-case word, each true where a rule of two words may change it."""
    ruler: Any = pipeline.get_pipe(RULER)
    return [
        _may(pattern[rule["index"]])
        for rule in ruler.patterns
        for pattern in rule["patterns"]
        if len(pattern) > 1
    ]


def _may(wanted: dict[str, Any]) -> Callable[[str], bool]:
    lower = wanted.get("LOWER")
    if isinstance(lower, str):
        return lambda word: word == lower
    if isinstance(lower, dict) and set(lower) == {"IN"}:
        return lambda word: word in lower["IN"]
    if isinstance(lower, dict) and set(lower) == {"REGEX"}:
        return lambda word: re.search(lower["REGEX"], word) is not None
    return lambda word: True


def _form(token: Any) -> Form:
    lower = token.text.lower()
    lemma = token.lemma_.lower() or lower
    if lower in SPELLINGS:
        lower = lemma = SPELLINGS[lower]
    return Form(token.text, lower, lemma, token.tag_, token.dep_)
