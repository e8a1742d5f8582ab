"""Reads a part of a text as it is read in the whole, with a pipeline that allows for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARTS = ("tok2vec", "tagger", "parser")
"""The parts that are run, all of which the pipeline must have, by the names of their factories."""
_EMBEDDINGS = ("spacy.MultiHashEmbed", "spacy.CharacterEmbed")
_ENCODERS = ("spacy.MaxoutWindowEncoder", "spacy.MishWindowEncoder")
_SETTINGS: Mapping[str, Mapping[tuple[str, ...], tuple[Any, ...]]] = {
    "tok2vec": {
        ("model", "@architectures"): ("spacy.Tok2Vec",),
        ("model", "embed", "@architectures"): _EMBEDDINGS,
        ("model", "encode", "@architectures"): _ENCODERS,
    },
    "tagger": {
        ("model", "@architectures"): ("spacy.Tagger",),
        ("model", "tok2vec", "@architectures"): ("spacy.Tok2VecListener",),
    },
    "parser": {
        ("model", "@architectures"): ("spacy.TransitionBasedParser",),
        ("model", "state_type"): ("parser",),
        ("model", "tok2vec", "@architectures"): ("spacy.Tok2VecListener",),
        ("learn_tokens",): (False,),
    },
}
"""How the parts must be made; architectures in any version."""


class Local:
    """Runs the parts of a pipeline that sees of each word only a few to its sides.

    Args:
        pipeline: one that `reach` is known of.
        reach: how many words to each side it sees.

    """

    def __init__(self, pipeline: Language, reach: int) -> None:
        self.reach = reach
        self._pipeline = pipeline
        self._sees, *self._parts = (pipeline.get_pipe(name) for name in PARTS)

    def parse(self, text: str, before: int, after: int) -> tuple[Doc, int]:
        """Tag and parse some words of a text.

        Args:
            text: these words, and as many to each side as the pipeline sees.
            before: how many of its first words are only looked at.
            after: how many of its last words are.

        Returns:
            The words that were parsed, and where in the text the first begins.

        """
        from spacy.tokens import Doc  # noqa: PLC0415

        around = self._pipeline.make_doc(text)
        sees: Any = self._sees
        (seen,) = sees.predict([around])
        end = len(around) - after
        words = [around[at] for at in range(before, end)]
        doc = Doc(
            around.vocab,
            words=[word.text for word in words],
            spaces=[bool(word.whitespace_) for word in words],
        )
        doc.tensor = seen[before:end]
        for part in self._parts:
            doc = part(doc)
        return doc, words[0].idx if words else 0


def local(pipeline: Language, tail: Sequence[str]) -> Local | None:
    """Return what reads parts of texts, or None where the pipeline may see further than we know.

    Args:
        pipeline: the whole of it.
        tail: the names of the last parts, if nothing but the word itself matters to them.

    """
    made = [(name, pipeline.get_pipe_meta(name).factory) for name in pipeline.pipe_names]
    if not tail or made[: -len(tail)] != [(name, name) for name in PARTS]:
        return None
    settings = pipeline.config["components"]
    for name, wanted in _SETTINGS.items():
        for path, allowed in wanted.items():
            found = _at(settings[name], path)
            if (found.rpartition(".")[0] if path[-1][0] == "@" else found) not in allowed:
                return None
    parser: Any = pipeline.get_pipe("parser")
    encode = settings["tok2vec"]["model"]["encode"]
    beam = parser.cfg.get("beam_width", 1)
    return Local(pipeline, encode["depth"] * encode["window_size"]) if beam == 1 else None


def _at(settings: Any, path: Sequence[str]) -> Any:
    for name in path:
        settings = settings.get(name, "") if isinstance(settings, Mapping) else ""
    return settings
