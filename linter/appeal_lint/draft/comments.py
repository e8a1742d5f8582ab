"""Comments of a Markdown draft: nobody who reads the letter sees them."""

import re
from pathlib import PurePath

from appeal_lint.model.draft import Comment

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_SIGN = re.compile(r"[^\r\n]")
MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
"""How names of Markdown files end."""


def is_markdown(path: str) -> bool:
    """Say whether a draft is Markdown, by the ending of its name."""
    return PurePath(path).suffix.lower() in MARKDOWN


def take_out(text: str) -> tuple[tuple[Comment, ...], str]:
    """Return the comments of a text, and the text with blanks in their place.

    Every offset and every line end stays where it is. A comment without an end is text.
    """
    if "<!--" not in text:
        return (), text
    found = tuple(Comment(*one.span(), one[1]) for one in _COMMENT.finditer(text))
    return found, _COMMENT.sub(lambda one: _SIGN.sub(" ", one[0]), text)
