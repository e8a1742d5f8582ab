"""Persons, companies and places that the language model sees in a text.

They take a part of the model that the analysis of a letter does not need: it is loaded when it is
first asked, in a pipeline of its own that has nothing else (0.6 s and 36 MB, once).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appeal_lint.language.reader import default_model
from appeal_lint.language.spacy_import import import_spacy

if TYPE_CHECKING:
    from spacy.language import Language

_OTHER_PARTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_NO_WORD = re.compile(r"\S{81,}")
"""So much without a space is no name, and the tokenizer takes time by its square."""
_AT_ONCE = 4_000
"""Characters of a text that are read at a time, up to the end of the line."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What a name stands for; `start` and `end` are offsets in the text that was asked for.

    `label` is one of spaCy's, such as PERSON, ORG and GPE.
    """

    start: int
    end: int
    label: str


class Entities:
    """Finds named entities with a spaCy model; used by one thread at a time.

    Args:
        model: name or path of a spaCy pipeline; the shipped one where None. One that knows no
            entities finds none.

    """

    def __init__(self, model: str | None = None) -> None:
        self._model = model or default_model()
        self._pipeline: Language | None = None

    def of(self, text: str) -> tuple[Entity, ...]:
        """Return the entities of a text, in order of place."""
        if self._pipeline is None:
            self._pipeline = import_spacy().load(self._model, exclude=_OTHER_PARTS)
        parts = list(_parts(_NO_WORD.sub(lambda found: " " * len(found[0]), text)))
        docs = self._pipeline.pipe(part for _, part in parts)
        return tuple(
            Entity(begin + one.start_char, begin + one.end_char, one.label_)
            for (begin, _), doc in zip(parts, docs, strict=True)
            for one in doc.ents
        )


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield pieces of whole lines and where they begin, for the sake of memory."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin + _AT_ONCE) + 1 or len(text)
        end = min(end, begin + 2 * _AT_ONCE)
        yield begin, text[begin:end]
        begin = end
