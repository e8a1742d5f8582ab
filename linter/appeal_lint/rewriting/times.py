"""Words for a time ahead, which a finished deed has no place for."""

from appeal_lint.rewriting.words import listed
from appeal_lint.statements.tree import Tree

_UNIT = listed("day days week weeks month months quarter year years season weekend time")
_WEEKDAY = listed("monday tuesday wednesday thursday friday saturday sunday")
_MONTH = listed(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec q1 q2 q3 q4"""
)
_OPENERS = listed(
    """from starting beginning as effective until till by before on in within during over for at
    since commencing upon"""
)
_PAIRS = {
    ("starting", "from"), ("as", "of"), ("as", "from"), ("effective", "from"), ("starting", "on"),
    ("beginning", "from"), ("beginning", "with"), ("starting", "with"), ("effective", "on"),
    ("commencing", "from"), ("commencing", "on"), ("beginning", "on"),
}  # fmt: skip
_SEASON = listed("spring summer autumn fall winter christmas easter")
_AHEAD = frozenset({"next", "coming", "upcoming", "following", "nearest", "near"})
_FIXED = tuple(
    tuple(one.split())
    for one in (
        "as soon as possible", "as soon as we can", "in the very near future", "in the near future",
        "in near future", "in the future", "in future", "for the future", "from now onwards",
        "from now onward", "from now on", "from today onwards", "from today on", "from today",
        "from this day on", "from this moment on", "as of today", "as of now", "starting today",
        "starting from today", "starting now", "going forward", "moving forward", "going forwards",
        "henceforth", "hereafter", "in due course", "very soon", "soon", "shortly", "tomorrow",
        "asap", "later on", "sooner or later", "one day soon", "in the long term",
        "from tomorrow on", "from tomorrow", "starting tomorrow", "by tomorrow", "in the meantime",
        "from here on", "for now on", "later this week", "later this month", "later this year",
        "by the end of the day", "today", "in nearest time", "in the nearest time",
        "in the nearest future", "in time to come",
    )
)  # fmt: skip
_AT_ONCE = tuple(
    tuple(one.split())
    for one in ("at once", "right away", "straight away", "immediately", "instantly", "right now",
                "without delay", "now")
)  # fmt: skip
_AGAIN = tuple(
    tuple(one.split())
    for one in ("any more", "anymore", "any longer", "ever again", "again", "in the future", "ever")
)


def times(tree: Tree, inside: set[int], *, done: bool, negated: bool) -> set[int]:
    """Return the indexes of words that no longer fit.

    Args:
        tree: the sentence.
        inside: indexes of the words to look at.
        done: whether the deed is finished; a habit keeps "within one day" and "at once".
        negated: whether "no longer" takes the place of "not … any more".

    """
    found: set[int] = set()
    at = 0
    lows = [one.lower for one in tree.words]
    while at < len(lows):
        long = _length(tree, lows, at, done=done, negated=negated) if at in inside else 0
        if long and all(one in inside for one in range(at, at + long)):
            found.update(range(at, at + long))
        at += max(long, 1)
    return found | _commas(tree, found)


def _length(tree: Tree, lows: list[str], at: int, *, done: bool, negated: bool) -> int:
    forms = [*_FIXED, *(_AT_ONCE if done else ()), *(_AGAIN if negated else ())]
    fixed = max((len(one) for one in forms if tuple(lows[at : at + len(one)]) == one), default=0)
    if done and at == 0 and (lows[at] == "then" or lows[:2] == ["next", ","]):
        fixed = 1
    if done and at == 0 and lows[:2] in (["after", "that"], ["after", "this"]):
        fixed = 2 if tree.words[1].dep == "pobj" else fixed
    if done and lows[at] == "this" and lows[at + 1 : at + 2] and lows[at + 1] in _UNIT - {"time"}:
        fixed = 2 if tree.words[at + 1].dep == "npadvmod" else fixed
    if lows[at] == "soon" and at and lows[at - 1] in ("as", "so"):
        fixed = 0
    return max(fixed, _phrase(tree, lows, at, done=done))


def _phrase(tree: Tree, lows: list[str], at: int, *, done: bool) -> int:
    """Return how many words a phrase like "from next Monday on" takes here, 0 for none."""
    start, opener = at, ""
    if lows[at] in _OPENERS and tree.words[at].dep != "prt":
        opener = lows[at]
        at += 1
        if at < len(lows) and (opener, lows[at]) in _PAIRS:
            at += 1
    edge = at
    if lows[at : at + 1] == ["the"]:
        at += 1
    for word in ("beginning", "start", "end", "middle"):
        if opener and lows[at : at + 2] == [word, "of"]:
            inner = _when(lows, at + 2, bounded=True)
            return inner - start if inner else 0
    if opener in ("by", "from", "until", "till") and lows[at : at + 2] in (
        ["month", "end"],
        ["year", "end"],
    ):
        return at + 2 - start
    if at < len(lows) and lows[at] in _AHEAD:
        at += 1
        while at < len(lows) and (lows[at] in ("few", "two", "three", "couple", "several", "of")
                                  or tree.words[at].tag == "CD"):  # fmt: skip
            at += 1
        steady = not done and lows[at - 2 : at - 1] == ["the"] and opener in ("", "on")
        if steady and lows[at : at + 1] == ["day"]:
            return 0  # "is shipped the next day"
        if at < len(lows) and (lows[at] in _UNIT | _WEEKDAY | _MONTH):
            return _onward(lows, at + 1) - start
        return 0
    if not opener:
        return 0
    if (end := _when(lows, edge)) and _hangs_on_verb(tree, start):
        return _onward(lows, end) - start
    number = at < len(lows) and (tree.words[at].tag == "CD" or lows[at] in ("a", "few", "one"))
    if done and opener in ("in", "within") and number:
        end = at + 1 + (lows[at + 1 : at + 2] == ["few"])
        alone = lows[at] in ("a", "one") and lows[end : end + 1] == ["day"]
        if end < len(lows) and not alone and lows[end] in _UNIT | {"hours", "hour"}:
            return _onward(lows, end + 1) - start
    return 0


def _when(lows: list[str], at: int, *, bounded: bool = False) -> int:
    """Return where a day, month or "this week" ends that begins here; 0 where none does."""
    begin = at
    opening = lows[at] if at < len(lows) else ""
    if opening in ("this", "the", "next") and lows[at + 1 : at + 2]:
        after = lows[at + 1]
        if after in _UNIT and (bounded or opening == "this"):
            return at + 2
        if after in _SEASON and opening != "next":
            return at + 2
        if opening == "the" and (
            _ordinal(after)
            or (after in ("first", "last", "end") and lows[at + 2 : at + 3] == ["of"])
        ):
            end = at + 2
            if lows[end : end + 1] == ["of"]:
                inner = _when(lows, end + 1, bounded=True)
                return inner or (end if _ordinal(after) else 0)
            return end
        return 0
    if opening in _SEASON:
        return at + 1
    if lows[at : at + 1] and lows[at] in _WEEKDAY:
        at += 1
        if lows[at : at + 1] == [","]:
            at += 1
    if at < len(lows) and lows[at][:1].isdigit() and at + 1 < len(lows):
        step = at + 2 if lows[at + 1] == "of" else at + 1
        if step < len(lows) and lows[step] in _MONTH:
            at = step + 1
            return at + 1 if at < len(lows) and _year(lows[at]) else at
    if at < len(lows) and lows[at] in _MONTH:
        at += 1
        if at < len(lows) and lows[at][:1].isdigit():
            at += 1
        if at < len(lows) and _year(lows[at]):
            at += 1
        return at
    return at if at > begin and lows[at - 1] != "," else (at - 1 if at > begin else 0)


def _ordinal(low: str) -> bool:
    return low[:1].isdigit() and low[-2:] in ("st", "nd", "rd", "th")


def _year(low: str) -> bool:
    return len(low) == 4 and low.isdigit()


def _onward(lows: list[str], at: int) -> int:
    return at + 1 if lows[at : at + 1] in (["on"], ["onwards"], ["onward"], ["itself"]) else at


def _hangs_on_verb(tree: Tree, at: int) -> bool:
    """Say whether a phrase tells when something is done, not which thing is meant."""
    above = tree.words[tree.words[at].head]
    return above.tag.startswith("VB") or above.tag in ("MD", "IN", "RB") or at == 0


def _commas(tree: Tree, gone: set[int]) -> set[int]:
    """Return the commas that parted what is gone from the rest."""
    found = set()
    words = tree.words
    for at in sorted(gone):
        if at - 1 in gone:
            continue
        end = at
        while end in gone:
            end += 1
        before = at > 0 and words[at - 1].text == ","
        after = end < len(words) and words[end].text == ","
        opens = at == 0 or words[at - 1].lower in ("and", "but", "so", "that")
        closes = end >= len(words) or words[end].text in (".", "!", ";", ":")
        if after and (opens or before):
            found.add(end)
        if before and closes:
            found.add(at - 1)
    return found
