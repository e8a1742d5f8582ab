"""What the styles and lists of a Word document say of a paragraph or of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from appeal_lint.formats.markup import child, local, value

_OFF = frozenset({"0", "false", "off"})
_TITLES = frozenset({"title", "subtitle"})
_DEEPEST = 9
"""Levels of headings; a paragraph of level 9, counted from 0, is plain text."""
MOST_STYLES = 20
"""How many styles may build on one another."""


def on(properties: Any | None, name: str) -> bool | None:
    """Return whether a property is set; None where nothing is said of it."""
    found = child(properties, name)
    return None if found is None else value(found, "val").lower() not in _OFF


class Styles:
    """The styles of a document.

    Args:
        root: the part that has them; None where there is none.

    """

    def __init__(self, root: Any | None) -> None:
        found = () if root is None else [one for one in root if local(one) == "style"]
        self._by_id = {value(one, "styleId"): one for one in found}

    def on(self, style: str, name: str) -> bool | None:
        """Return whether a style of words or paragraphs sets a property of words."""
        for one in self._chain(style):
            if (said := on(child(one, "rPr"), name)) is not None:
                return said
        return None

    def heading(self, style: str) -> bool:
        """Say whether a style of paragraphs is one of headings."""
        if style.lower().startswith("heading") and style not in self._by_id:
            return True
        for one in self._chain(style):
            name = value(child(one, "name"), "val").lower()
            if name in _TITLES or name.startswith("heading "):
                return True
            level = outline(child(one, "pPr"))
            if level is not None:
                return level
        return False

    def list_of(self, style: str) -> Any | None:
        """Return what a style of paragraphs says of the list they are in."""
        for one in self._chain(style):
            found = child(child(one, "pPr"), "numPr")
            if found is not None:
                return found
        return None

    def _chain(self, style: str) -> Iterator[Any]:
        """Yield a style and those it builds on."""
        for _ in range(MOST_STYLES):
            one = self._by_id.get(style)
            if one is None:
                return
            yield one
            style = value(child(one, "basedOn"), "val")


class Numbering:
    """The lists of a document.

    Args:
        root: the part that has them; None where there is none.

    """

    def __init__(self, root: Any | None) -> None:
        self._shapes: dict[str, dict[str, str]] = {}
        self._lists: dict[str, str] = {}
        for one in () if root is None else root:
            if local(one) == "abstractNum":
                levels = [level for level in one if local(level) == "lvl"]
                self._shapes[value(one, "abstractNumId")] = {
                    value(level, "ilvl"): value(child(level, "numFmt"), "val") for level in levels
                }
            elif local(one) == "num":
                self._lists[value(one, "numId")] = value(child(one, "abstractNumId"), "val")

    def sign(self, properties: Any) -> str:
        """Return what stands before an item: `bullet`, `decimal` and so on; `none` for nothing."""
        number = value(child(properties, "numId"), "val")
        if number in ("", "0"):
            return "none"
        level = value(child(properties, "ilvl"), "val") or "0"
        return self._shapes.get(self._lists.get(number, ""), {}).get(level) or "bullet"


def outline(properties: Any | None) -> bool | None:
    """Return whether a paragraph has the level of a heading; None where nothing is said."""
    level = value(child(properties, "outlineLvl"), "val")
    return int(level) < _DEEPEST if level.isdigit() else None
