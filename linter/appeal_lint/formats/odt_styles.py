"""What the styles of an OpenDocument text say of a paragraph, of words or of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from appeal_lint.formats.markup import child, local, value

_TITLES = frozenset({"Title", "Subtitle"})
MOST_STYLES = 20
"""How many styles may build on one another."""


class Styles:
    """The styles of a document.

    Args:
        roots: the elements that hold them; the first that has a style counts.

    """

    def __init__(self, roots: Iterable[Any]) -> None:
        self._by_name: dict[tuple[str, str], Any] = {}
        self._lists: dict[str, Any] = {}
        for one in (style for root in roots for style in root):
            if local(one) == "style":
                self._by_name.setdefault((value(one, "family"), value(one, "name")), one)
            elif local(one) == "list-style":
                self._lists.setdefault(value(one, "name"), one)

    def hidden(self, family: str, style: str) -> bool:
        """Say whether words of a style are not shown."""
        return self._text(family, style, "display") == "none"

    def bold(self, family: str, style: str) -> bool | None:
        """Return whether words of a style are bold; None where it does not say."""
        weight = self._text(family, style, "font-weight")
        return None if not weight else weight == "bold" or weight > "599"

    def heading(self, style: str) -> bool:
        """Say whether paragraphs of a style are titles."""
        return any(value(one, "name") in _TITLES for one in self._chain("paragraph", style))

    def section_hidden(self, section: Any) -> bool:
        """Say whether a part of the document is not shown."""
        return value(section, "display") == "none" or value(section, "is-hidden") == "true"

    def sign(self, style: str, level: int) -> str:
        """Return what stands before an item: `bullet`, `number`, or `none` for nothing."""
        for one in self._lists.get(style, ()):
            if value(one, "level") == str(level):
                if local(one) == "list-level-style-number":
                    return "number" if value(one, "num-format") else "none"
                return "bullet"
        return "bullet"

    def _text(self, family: str, style: str, name: str) -> str:
        for one in self._chain(family, style):
            if found := value(child(one, "text-properties"), name):
                return found
        return ""

    def _chain(self, family: str, style: str) -> Iterator[Any]:
        """Yield a style and those it builds on."""
        for _ in range(MOST_STYLES):
            one = self._by_name.get((family, style))
            if one is None:
                return
            yield one
            style = value(one, "parent-style-name")
