"""Small words that several answers share, and letters' own words made harmless."""

import re

from appeal_lint.i18n import Tongue, mark
from appeal_lint.model.words import Act
from appeal_lint.report.safe import safe

ACTS = {
    Act.COMPLETED: mark("something you have done"),
    Act.ONGOING: mark("something you do now, all the time"),
    Act.PROMISE: mark("a promise: it is not done yet"),
    Act.CONDITIONAL: mark("something that waits for Amazon"),
    Act.REQUEST: mark("something you ask Amazon for"),
    Act.ROOT_CAUSE: mark("the reason for the problem"),
    Act.ADMISSION: mark("an honest word about the mistake"),
    Act.OTHER: mark("neither a reason nor a step nor a request"),
}
"""What a statement does, for people."""
ENDS = (".", "?", "!", "。", "？", "！")
_SIGNS = re.compile(r"[\\`*_\[\]<>&|~$#]")
_FIRST = re.compile(r"^(\d*)([-+=.)])")
_LINKS = re.compile(r"(?i)(www)\.|(?<=[a-z]):(?=//)|@")


def ended(tongue: Tongue, text: str) -> str:
    """Return a title as a sentence."""
    return text if text.endswith(ENDS) else tongue.say("{title}.", title=text)


def one_line(text: str) -> str:
    """Return a text on one line, without signs that no one can see."""
    return " ".join(safe(text).split())


def short(text: str, most: int = 72) -> str:
    """Return a text on one line, cut where it is longer than some signs."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def escaped(text: str) -> str:
    """Return a text as one line of Markdown that shows it as it is: no link, no list, no HTML."""
    plain = _FIRST.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", one_line(text)))
    return _LINKS.sub(lambda one: rf"{one[1]}\." if one[1] else rf"\{one[0]}", plain)
