"""Forms of English verbs, by LemmInflect, which is loaded when the first form is asked for."""

from functools import cache

from appeal_lint.language.spacy_import import import_spacy

_CHOSEN = {
    ("program", "VBN"): "programmed",
    ("resend", "VBN"): "resent",
    ("focus", "VBN"): "focused",
    ("cost", "VBN"): "cost",
    ("be", "VBP"): "are",
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
    import_spacy()  # first, since LemmInflect would bring in all of it
    from lemminflect import getInflection  # noqa: PLC0415

    forms = [form for form in getInflection(lemma, tag) if "-" not in form or "-" in lemma]
    if not forms:
        return lemma
    if lemma.endswith("l"):
        return str(max(forms, key=len))  # "labelled" is right on both sides of the ocean
    return str(forms[0])
