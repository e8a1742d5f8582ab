"""Cleans a stretch of text for reading, and keeps the way home of every character."""

import re
import unicodedata

LONGEST_WORD = 60
"""Letters. A longer run is cut for reading: the tokenizer takes time by its square."""
MOST_SIGNS = 12
"""Punctuation and symbols in a row that are read; more say no more."""
_DROPPED = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d"
    "\u202e\u2066\u2067\u2068\u2069"
)
_STRAIGHT = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "、": ",",
        "。": ".",
        "…": "…",
    }
)
_LOOKALIKE = dict(
    zip("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo", strict=True)
)
_WORD = re.compile(r"[^\W\d_]+")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)\*(?=\w)|(?<=[\w.,!?])\*(?!\w)")
_ROMAN = re.compile(r"[IVX]+s?")
_INK = rf"[!-)+-^`-~]{{1,{LONGEST_WORD}}}"
_PLAIN = re.compile(rf"{_INK}(?:[ \n]{_INK})*")
"""Words of ASCII without emphasis, none of them too long, a space or line break between them."""
_MANY_SIGNS = re.compile(rf"[!-/:-@[-`{{-~]{{{MOST_SIGNS + 1}}}")


def clean(source: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    """Return `source[start:end]` cleaned, and for each character its offset in `source`.

    Most blocks are plain and need nothing of it: they take the short way, which is far quicker.

    The offsets have one more entry: the end.
    """
    if _PLAIN.fullmatch(source, start, end) and not _MANY_SIGNS.search(source, start, end):
        text = source[start:end].replace("\n", " ")
        return _mend_lookalikes(text), tuple(range(start, end + 1))
    chars: list[str] = []
    home: list[int] = []
    skipped = {at for one in _EMPHASIS.finditer(source, start, end) for at in range(*one.span())}
    letters = signs = 0
    for at in range(start, end):
        char = source[at]
        if char.isascii():
            if at in skipped or (char < " " and not char.isspace()):
                continue
            new = " " if char.isspace() else char
        elif char in _DROPPED:
            continue
        else:
            new = _plain(char)
        for one in new:
            if one == " ":
                letters = signs = 0
                if not chars or chars[-1] == " ":
                    continue
            elif one.isalnum():
                letters, signs = letters + 1, 0
                if letters > LONGEST_WORD:
                    chars.append(" ")
                    home.append(at)
                    letters = 1
            else:
                signs += 1
                if signs > MOST_SIGNS:
                    continue
            chars.append(one)
            home.append(at)
    while chars and chars[-1] == " ":
        chars.pop()
        home.pop()
    text = _mend_lookalikes("".join(chars))
    return text, (*home, home[-1] + 1 if home else end)


def _plain(char: str) -> str:
    if char.isspace():
        return " "
    straight = char.translate(_STRAIGHT)
    if straight != char:
        return straight
    folded = unicodedata.normalize("NFKC", char)
    if unicodedata.category(char)[0] == "C":
        return " "
    if " " in folded or not folded.isprintable():
        return char  # a ligature of whole words has one place for all of them
    return folded.translate(_STRAIGHT)


def _mend_lookalikes(text: str) -> str:
    """Undo capital I for small l, and Cyrillic or Greek letters inside Latin words."""
    if "I" not in text and "l " not in text and text.isascii():
        return text
    return _WORD.sub(_mend_word, text)


def _mend_word(found: re.Match[str]) -> str:
    word = found.group()
    if not word.isascii() and any(char.isascii() for char in word):
        word = "".join(_LOOKALIKE.get(char, char) for char in word)
    if word == "l":
        return "I"
    if "I" not in word or word.isupper() or _ROMAN.fullmatch(word):
        return word
    inner = word[0] + word[1:].replace("I", "l") if any(c.islower() for c in word) else word
    if (
        word[0] == "I"
        and len(word) > 2
        and word[1] in "aeiouy"
        and word[1:].islower()
        and word not in _KEPT
    ):
        return "l" + inner[1:]
    return inner


_KEPT = frozenset({"Ian", "Iain", "Iowa", "Iouri", "Ionic", "Iona", "Ireland", "Iodine", "Iota"})
