"""Words that are cut at the end of a line."""

import re

_CUT = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_TIED = re.compile(r"\w[-/\u2010]$")
_GOES_ON = re.compile(r"[a-zà-ÿ]+")
_KEPT = frozenset((
    "self", "non", "ex", "pre", "post", "co", "re", "e", "well", "long", "short", "high", "low",
    "multi", "cross", "third", "second", "first", "one", "two", "three", "four", "five", "six",
    "year", "month", "week", "day", "hour", "time", "full", "half", "part", "in", "on", "off",
    "out", "up", "follow", "sign", "check", "set", "back", "pick", "drop", "double", "quality",
    "customer", "order", "up-to", "a", "to", "by", "step", "follow-up", "all", "cost", "brand",
))  # fmt: skip
"""Words that stand before a hyphen of their own, as in "self-delivery"."""


def joined(before: str, after: str, whole: str) -> str:
    """Return two lines as one; a word that only the end of the line cut is put together.

    Args:
        before: the first line.
        after: the line that goes on.
        whole: all of the text in small letters, which may have the word uncut.

    """
    cut, rest = _CUT.search(before), _GOES_ON.match(after)
    if cut is None or rest is None:
        glue = "" if _TIED.search(before) and after[:1].isalnum() else " "
        return before.rstrip("\u00ad") + glue + after
    first, second = cut[1].lower(), rest[0].lower()
    if before.endswith("\u00ad") or re.search(rf"\b{first}{second}\b", whole):
        hyphen = False
    else:
        hyphen = first in _KEPT or re.search(rf"\b{first}-{second}\b", whole) is not None
    return before[:-1] + ("-" if hyphen else "") + after
