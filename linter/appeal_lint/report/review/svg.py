"""Drawings by matplotlib as SVG that stands inside a page and takes its colours and its letters.

The same numbers give the same bytes: no date, no random names, no fonts of this machine.
"""

import io
import logging
import re
import warnings
from collections.abc import Callable
from typing import Any

from appeal_lint.model import extras
from appeal_lint.report.review.escape import escaped

WIDTH = 480
"""Of every chart, in the unit of its letters' size: small enough to be read on a telephone."""
SIZE = 13
INK, ACCENT, SOFT, PAPER = "#010203", "#010204", "#010205", "#010206"
"""Colours that nothing else has; in the page they are those of its text, and so on."""
_COLOURS = {
    INK: "currentColor",
    ACCENT: "var(--accent)",
    SOFT: "var(--line)",
    PAPER: "var(--paper)",
}
_SETTINGS = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": SIZE,
    "hatch.linewidth": 1.4,
    "hatch.color": INK,
    "axes.unicode_minus": False,
}
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))


def drawn(name: str, height: float, title: str, said: str, draw: Callable[[Any], None]) -> str:
    """Return a chart as an SVG element.

    Args:
        name: the beginning of all names in it, of letters and digits.
        height: as `WIDTH` is measured.
        title: what it shows.
        said: the same in a sentence, for those who cannot see it.
        draw: draws on the matplotlib figure, in the four colours above alone.

    Raises:
        MissingExtraError: matplotlib is not installed.

    """
    matplotlib = extras.load("matplotlib", "charts")
    figures = extras.load("matplotlib.figure", "charts")
    out = io.StringIO()
    with matplotlib.rc_context({**_SETTINGS, "svg.hashsalt": name}), warnings.catch_warnings():
        # Widths of Chinese signs are guessed: the letters are those of the reader's machine.
        warnings.simplefilter("ignore")
        logging.getLogger("matplotlib").setLevel(logging.ERROR)
        figure = figures.Figure(figsize=(WIDTH / 72, height / 72), facecolor="none")
        draw(figure)
        figure.savefig(out, format="svg", metadata=_NO_METADATA)
    return _inline(out.getvalue(), name, title, said)


def _inline(document: str, name: str, title: str, said: str) -> str:
    """Return the SVG element of a document, with names and colours that fit the page."""
    body = document[document.index("<svg") :]
    box = re.search(r'viewBox="([^"]+)"', body)
    inner = body[body.index(">") + 1 : body.rindex("</svg>")]
    inner = re.sub(r"<metadata>.*?</metadata>", "", inner, flags=re.DOTALL)
    # It would hold for all of the page; the page has the same for charts alone.
    inner = re.sub(r"<style\b.*?</style>", "", inner, flags=re.DOTALL)
    inner = re.sub(r"<!--.*?-->", "", inner, flags=re.DOTALL)
    # Only inside tags: the words of a label are the user's.
    inner = re.sub(r"<[^>]*>", lambda tag: _tag(tag[0], name), inner)
    inner = re.sub(r"\n\s*", "\n", inner)
    return (
        f'<svg class="chart" role="img" viewBox="{box[1] if box else ""}" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escaped(title)}</title>'
        f'<desc id="{name}-desc">{escaped(said)}</desc>{inner.strip()}</svg>'
    )


def _tag(tag: str, name: str) -> str:
    tag = re.sub(r'\bid="', f'id="{name}-', tag)
    tag = re.sub(r'(?:xlink:)?href="#', f'href="#{name}-', tag)
    tag = tag.replace("url(#", f"url(#{name}-")
    tag = re.sub(r"\bfont: (?:\w+ )*?([\d.]+)px [^;\"]*", r"font-size: \1px", tag)
    tag = re.sub(r"font-family: [^;\"]*;? ?", "", tag)
    for colour, shown in _COLOURS.items():
        tag = tag.replace(colour, shown)
    return tag
