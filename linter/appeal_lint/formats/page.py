"""What a person sees of a page of HTML, in pieces; nothing that it links to is fetched."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from appeal_lint.model.errors import DraftError
from appeal_lint.model.extras import load
from appeal_lint.model.words import BlockKind

LARGEST_PAGE = 1_000_000
"""Characters of a page, without the pictures that stand in it as text."""
MOST_TAGS = 100_000
_DEEPEST, _MOST_REOPENED = 3000, 500
"""Elements that are open at a time; a page of a person has 30, and pictures as text many."""
_REOPENED = frozenset((
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
))  # fmt: skip
"""What a parser opens again in each paragraph that follows, where it is left open."""
_CLOSED_BY_THEMSELVES = frozenset((
    "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dd", "dt", "option", "optgroup", "br",
    "hr", "img", "input", "meta", "link", "col", "colgroup", "area", "base", "embed", "source",
    "wbr", "param", "track", "html", "head", "body",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_APART = _HEADINGS | frozenset((
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td",
    "th", "caption", "blockquote", "pre", "section", "article", "header", "footer", "main", "nav",
    "aside", "address", "figure", "figcaption", "form", "fieldset", "hr", "body", "center",
    "details", "summary",
))  # fmt: skip
"""Elements that begin and end a paragraph."""
_UNSEEN = frozenset((
    "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math",
    "select", "textarea", "button", "input", "audio", "video", "canvas", "map", "noframes",
    "datalist", "title", "meta", "link",
))  # fmt: skip
_STRUCK = frozenset(("del", "s", "strike"))
_BOLD = frozenset(("b", "strong"))
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![\d.])",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_QUOTE_CLASS = re.compile(r"\b(?:gmail_quote|yahoo_quoted|moz-cite|protonmail_quote)\b")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")


_ATTRIBUTE = re.compile(
    r"[\s/]*+[^\s/>][^\s/>=]*+\s*+(?:=\s*+(?:\"[^\"]{0,5000}+\"|'[^']{0,5000}+'|[^\s>\"'][^\s>]*+))?+"
)
_MOST_ATTRIBUTES = 300
"""Of one tag; a parser compares each with all others."""
_PICTURE = re.compile(r"data:[\w/+.-]{1,100};base64,[A-Za-z0-9+/=\s%]*+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, list item or cell of a page."""

    text: str
    """A line break that the page asks for is a line feed."""
    kind: BlockKind | None = None
    """None where the page does not say."""
    depth: int = 0
    """In how many quotations it stands."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a person sees of a page."""

    pieces: tuple[Piece, ...]
    struck: bool = False
    """Whether text that is crossed out was left out."""


def page_of(markup: str, path: str) -> Page:
    """Return what a person sees of a page.

    Raises:
        DraftError: it is too large, or its elements are too many or too deep.

    """
    markup = _PICTURE.sub("", markup)
    if len(markup) > LARGEST_PAGE or sum(1 for _ in _TAG.finditer(markup)) > MOST_TAGS:
        raise DraftError(
            "{path}: this page is too large for one letter. Copy the letter into a text file.",
            path=path,
        )
    if _too_deep(markup) or _too_full(markup):
        raise DraftError("{path}: this page is damaged. Save the letter as plain text.", path=path)
    parser = load("selectolax.lexbor", "html").LexborHTMLParser(markup)
    reader = _Reader()
    if parser.body is not None:
        reader.walk(parser.body)
    return Page(tuple(reader.pieces), reader.struck)


class _Reader:
    """Goes through the elements of a page in order, without calling itself."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.struck = False
        self._text: list[str] = []
        self._plain = False
        """Whether a part of the paragraph so far is not bold."""
        self._bold = self._quotes = self._pre = 0
        """In how many bold elements, quotations and texts with their own blanks this stands."""
        self._kinds: list[BlockKind] = []
        """Of the headings and list items that are open and have no text yet."""

    def walk(self, top: Any) -> None:
        """Read an element and all that is in it."""
        stack: list[tuple[Any, _Effect | None]] = [(top, None)]
        while stack:
            node, effect = stack.pop()
            if effect is not None:
                self._leave(effect)
                continue
            if node is not top and node.next is not None:
                stack.append((node.next, None))
            tag = node.tag
            if tag == "-text":
                self._add(node.text_content or "")
            elif tag == "br":
                self._text.append("\n")
            elif tag[0].isalpha() and not self._left_out(tag, node):
                stack.append((node, self._enter(tag, node)))
                if node.child is not None:
                    stack.append((node.child, None))
        self._end()

    def _left_out(self, tag: str, node: Any) -> bool:
        if tag in _STRUCK:
            self.struck = True
        if tag in _UNSEEN or tag in _STRUCK:
            return True
        known = node.attributes
        if tag == "div" and known.get("title") in ("header", "footer"):
            return True  # so LibreOffice writes what stands on every page
        return "hidden" in known or _HIDES.search(known.get("style") or "") is not None

    def _enter(self, tag: str, node: Any) -> "_Effect":
        effect = _Effect(tag in _APART, tag in _BOLD, tag == "pre", _quotes(tag, node))
        if effect.apart:
            self._end()
        if tag in _HEADINGS or tag == "li":
            self._kinds = [BlockKind.ITEM if tag == "li" else BlockKind.HEADING]
        self._count(effect, 1)
        return effect

    def _leave(self, effect: "_Effect") -> None:
        if effect.apart:
            self._end()
            self._kinds = []
        self._count(effect, -1)

    def _count(self, effect: "_Effect", one: int) -> None:
        self._bold += one * effect.bold
        self._pre += one * effect.pre
        self._quotes += one * effect.quotes

    def _add(self, text: str) -> None:
        if text.strip():
            self._plain = self._plain or not self._bold
        self._text.append(text if self._pre else _BLANKS.sub(" ", text))

    def _end(self) -> None:
        """End the paragraph; a list item or heading names only its first one."""
        text = "\n".join(_BLANKS.sub(" ", one).strip() for one in "".join(self._text).split("\n"))
        if text.strip():
            kind = self._kinds.pop() if self._kinds else None
            if kind is None and not self._plain and _title(text):
                kind = BlockKind.HEADING
            self.pieces.append(Piece(text.strip("\n"), kind, self._quotes))
        self._text, self._plain = [], False


@dataclass(frozen=True, slots=True)
class _Effect:
    """What an element does to the text in it."""

    apart: bool
    bold: bool
    pre: bool
    quotes: bool


def _title(text: str) -> bool:
    """Say whether a bold line is a heading, not a sentence that is to be noticed."""
    return "\n" not in text and len(text.split()) <= 12 and text[-1] not in ".!,;"


def _quotes(tag: str, node: Any) -> bool:
    """Say whether an element quotes another mail."""
    known = node.attributes
    if tag == "blockquote":
        return known.get("type") == "cite" or "cite" in known or _is_quote(known)
    return tag == "div" and _is_quote(known)


def _is_quote(known: Any) -> bool:
    return _QUOTE_CLASS.search(known.get("class") or "") is not None


def _too_full(markup: str) -> bool:
    """Say whether a tag has so many attributes that the parser would take its time."""
    for found in _TAG.finditer(markup):
        place = found.end()
        for _ in range(_MOST_ATTRIBUTES):
            one = _ATTRIBUTE.match(markup, place)
            if one is None:
                break
            place = one.end()
        else:
            return True
    return False


def _too_deep(markup: str) -> bool:
    """Say whether so many elements are left open that the parser would take its time."""
    left: Counter[str] = Counter()
    deep = bold = 0
    for found in _TAG.finditer(markup):
        name = found[2].lower()
        if name in _CLOSED_BY_THEMSELVES:
            continue
        one = 1 if not found[1] else -1 if left[name] else 0
        left[name] += one
        deep += one
        bold += one * (name in _REOPENED)
        if deep > _DEEPEST or bold > _MOST_REOPENED:
            return True
    return False
