"""What users wrote, made harmless inside a page: no sign of it is taken for part of the page."""

import html
import re

from appeal_lint.report.safe import safe

_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")


def escaped(text: str) -> str:
    """Return a text of the program's own for a page, also for the value of an attribute."""
    return html.escape(text)


def foreign(text: str) -> str:
    """Return a name or a sentence of the user's on one line, for an attribute or plain text."""
    return html.escape(safe(text))


def apart(text: str) -> str:
    """Return the same as an element whose direction of writing changes nothing around it."""
    return f"<bdi>{foreign(text)}</bdi>"


def lines(text: str) -> str:
    """Return a piece of a letter, with its line ends."""
    return "\n".join(html.escape(safe(row)) for row in _LINE_END.split(text))
