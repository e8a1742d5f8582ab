"""Says the program's own sentences in one language, from the catalogs of gettext."""

import gettext
from functools import lru_cache
from pathlib import Path

DOMAIN = "appeal_lint"
FOLDER = Path(__file__).resolve().parent / "locale"
ENGLISH = "en"
UNSPACED = frozenset({"zh", "ja"})
"""Languages that write no blank between sentences."""


class Tongue:
    """Says the program's own sentences in one language.

    Args:
        language: a code such as `en` or `zh`; English where there is no catalog for it.

    """

    def __init__(self, language: str = ENGLISH) -> None:
        self.language = language
        self.blank = "" if language in UNSPACED else " "
        """What stands between two sentences."""
        self._texts = gettext.translation(DOMAIN, FOLDER, [language], fallback=True)

    def say(self, text: str, /, **values: object) -> str:
        """Return a sentence, its `{names}` filled in after it was translated."""
        found = self._texts.gettext(text) if text else ""
        return found.format_map(values) if values else found

    def many(self, number: int, one: str, more: str, /, **values: object) -> str:
        """Return the form for a number, which both forms may show as `{number}`."""
        found = self._texts.ngettext(one, more, number)
        return found.format_map({"number": number, **values})

    def has(self, text: str) -> bool:
        """Say whether the catalog has a sentence (of two forms: the first)."""
        found = self._texts.gettext(text)
        return found != text or self._texts.ngettext(text, "", 1) != text


def mark(text: str) -> str:
    """Return a text as it is: it is held in a constant, and said where it is shown."""
    return text


def marks(one: str, more: str) -> tuple[str, str]:
    """Return the forms for one and for more as they are; they are said where they are shown."""
    return one, more


@lru_cache
def tongue(language: str = ENGLISH) -> Tongue:
    """Return the tongue of a language, made once."""
    return Tongue(language)
