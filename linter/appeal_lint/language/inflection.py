"""Forms of English verbs, by LemmInflect, which is loaded when the first form is asked for."""

from functools import cache
from typing import Any

from appeal_lint.language.spacy_import import import_spacy

_CHOSEN = {
    ("program", "VBN"): "programmed",
    ("resend", "VBN"): "resent",
    ("focus", "VBN"): "focused",
    ("cost", "VBN"): "cost",
    ("enrol", "VBN"): "enrolled",
    ("quit", "VBN"): "quit",
    ("light", "VBN"): "lit",
    ("wake", "VBN"): "woken",
    ("mimic", "VBN"): "mimicked",
    ("be", "VBP"): "are",
    ("get", "VBN"): "got",
}
"""Where LemmInflect puts another spelling first, or cannot choose."""


@cache
def inflected(lemma: str, tag: str) -> str:
    """Return a form of a verb, in small letters.

    Args:
        lemma: the base form ("hire"); one that is in no dictionary is inflected by rule.
        tag: a Penn Treebank tag: VB, VBP, VBZ, VBD, VBN or VBG.

    """
    if tag == "VB" or (tag == "VBP" and lemma != "be"):
        return lemma
    if (lemma, tag) in _CHOSEN:
        return _CHOSEN[lemma, tag]
    given = _lemminflect().getInflection(lemma, tag)
    forms = [form for form in given if "-" not in form or "-" in lemma]
    if not forms:
        return lemma
    if lemma.endswith("l"):
        return str(max(forms, key=len))  # "labelled" is right on both sides of the ocean
    return str(forms[0])


@cache
def is_verb(word: str) -> bool:
    """Say whether a dictionary has a verb of that base form; `word` is in small letters."""
    return bool(_lemminflect().getAllInflections(word, upos="VERB"))


@cache
def is_adjective(word: str) -> bool:
    """Say whether a dictionary has an adjective of that base form; `word` is in small letters."""
    return bool(_lemminflect().getAllInflections(word, upos="ADJ"))


@cache
def is_word(word: str) -> bool:
    """Say whether a dictionary has a noun, verb, adjective or adverb; `word` is in small letters.

    It has forms ("lamps", "rose") too, hardly any names, and not every word.
    """
    return bool(_lemminflect().getAllLemmas(word))


def _lemminflect() -> Any:
    import_spacy()  # first, since LemmInflect would bring in all of it
    import lemminflect  # noqa: PLC0415

    return lemminflect
