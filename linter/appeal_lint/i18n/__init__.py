"""The languages of the report: what a person reads, in the language that was asked for.

English is written in the code, and is its own key in the catalogs of `locale/`; a text that a
catalog lacks stays English. Quotes of the letter and model sentences are never translated.
"""

from appeal_lint.i18n.choice import choose, known, languages
from appeal_lint.i18n.tongue import DOMAIN, ENGLISH, FOLDER, Tongue, mark, marks, tongue

__all__ = [
    "DOMAIN",
    "ENGLISH",
    "FOLDER",
    "Tongue",
    "choose",
    "known",
    "languages",
    "mark",
    "marks",
    "tongue",
]
