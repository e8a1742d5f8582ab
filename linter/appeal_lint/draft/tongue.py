"""Which lines and letters are English, by their script and their small words."""

import re

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FOREIGN = re.compile(r"[\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f]")
_MIXED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_LATIN = re.compile(r"[A-Za-z]")
_ENGLISH = frozenset({
    "the", "and", "of", "to", "in", "for", "we", "our", "i", "my", "is", "are", "was", "were",
    "have", "has", "had", "not", "with", "on", "that", "this", "you", "your", "all", "be",
    "been", "by", "from", "it", "as", "will", "an", "at", "a", "please", "every", "each", "no",
    "after", "before", "new", "their", "us", "they", "do", "does", "did", "if", "when", "which",
    "or", "but", "so", "he", "she", "his", "her", "can", "would",
})  # fmt: skip
_OTHERS = frozenset({
    "de", "la", "el", "los", "las", "en", "que", "una", "por", "con", "para", "nosotros", "del",
    "al", "se", "lo", "nuestro", "nuestra", "hemos", "ya", "muy", "der", "die", "das", "und",
    "ist", "wir", "nicht", "mit", "ein", "eine", "haben", "unsere", "sind", "auf", "den", "dem",
    "von", "zu", "wurde", "le", "les", "des", "et", "nous", "pas", "une", "dans", "pour",
    "avons", "notre", "est", "sur", "du", "ve", "bir", "için", "biz", "bu", "ile", "değil",
    "çok", "olarak", "il", "che", "per", "non", "di", "sono", "abbiamo", "della", "nostra", "e",
    "são", "nós", "não", "um", "uma", "nossa", "foram", "het", "een", "wij", "niet", "van",
    "zijn", "hebben", "onze",
})  # fmt: skip
"""Small words of the languages that sellers write most, none of them English."""
_SHARED = frozenset(["a", "all", "an", "as", "he", "her", "i", "in", "no", "on", "so", "was"])
"""Small English words that other languages write too."""
_LEAST = 5
"""Words of a line from which its small words tell the language."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_NOT_CHINESE = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
"""Kana and Hangul: Japanese and Korean."""


def foreign(line: str) -> bool:
    """Say whether a line is in another language: by its script, or by all of its small words."""
    other = len(_CJK.findall(line)) * 3 + len(_FOREIGN.findall(line))
    if other and other > len(_LATIN.findall(line)) and not _MIXED.search(line):
        return True
    ours, theirs, words = _counts(line, _ENGLISH - _SHARED)
    return words >= _LEAST and theirs >= 3 and not ours and theirs >= 0.25 * words


def english(text: str) -> bool:
    """Say whether a letter may be English; in doubt it is."""
    ours, theirs, words = _counts(text)
    return words < 8 or ours * 2 >= theirs or ours > 0.12 * words


def chinese(text: str) -> bool:
    """Say whether a letter that is not English is Chinese: mostly in its signs, with no kana."""
    signs = len(_HAN.findall(text))
    letters = len(_LATIN.findall(text)) + len(_FOREIGN.findall(text))
    return signs * 3 > letters and len(_NOT_CHINESE.findall(text)) < 0.05 * signs


def _counts(text: str, english: frozenset[str] = _ENGLISH) -> tuple[int, int, int]:
    """Return how many small words are English, how many are of other languages, and all words."""
    words = [word.strip(".,;:!?()\"'").lower() for word in text.split()]
    return (
        sum(word in english for word in words),
        sum(word in _OTHERS for word in words),
        len(words),
    )
