"""The few shapes that everything printed for a person is made of."""

import io

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from appeal_lint.i18n import ENGLISH, mark, tongue
from appeal_lint.report.safe import plain, safe
from appeal_lint.report.wrap import cuts

NARROWEST = 40
"""Columns. A narrower terminal gets this width."""

WHAT, WHY, DO, LIKE = mark("What"), mark("Why"), mark("Do"), mark("Like")
"""What stands before the four lines of a finding."""
PAGE = mark("Page")
"""What stands before the place where a rule has its page."""

Part = str | tuple[str, str]
"""Words, or words and the style (a rich style such as `bold red`) that repeats their sense."""


def padded(text: str, columns: int) -> str:
    """Return a text with blanks after it, up to a number of columns."""
    return text + " " * (columns - cell_len(text))


class Page:
    """Lines of words, wrapped to a width; all of them pass through `clean` first.

    Args:
        width: in columns, at least `NARROWEST`.
        unicode: whether the stream can show more than ASCII.
        color: whether to write colours.
        language: the code of the language to say its own words in.

    """

    def __init__(
        self,
        width: int = 80,
        unicode: bool = True,
        color: bool = False,
        language: str = ENGLISH,
    ) -> None:
        self.width = max(NARROWEST, width)
        self.unicode = unicode
        self.language = language
        self.say = tongue(language).say
        self.many = tongue(language).many
        self.blank = tongue(language).blank
        self._label = 2 + max(cell_len(self.say(one)) for one in (WHAT, WHY, DO, LIKE))
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=self.width,
            color_system="standard" if color else None,
            force_terminal=color,
            no_color=not color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def clean(self, text: str) -> str:
        """Return text that the stream can show and that cannot steer it."""
        # A language beyond ASCII is shown only where the stream has its letters and quotes.
        if self.unicode or self.language != ENGLISH:
            return safe(text)
        return plain(safe(text))

    def sign(self, unicode: str, ascii: str) -> str:
        """Return the sign for this stream."""
        return unicode if self.unicode else ascii

    def line(self, *parts: Part, indent: int = 0, hang: int = 0) -> None:
        """Write a line, wrapped under itself `hang` columns further in than its start."""
        text = Text()
        for part in parts:
            words, style = part if isinstance(part, tuple) else (part, "")
            text.append(self.clean(words), style=style or None)
        room = max(10, self.width - indent - hang)
        head, *rows = self._rows(text, room + hang, room)
        self._write(head, indent)
        for row in rows:
            self._write(row, indent + hang)

    def labelled(self, label: str, text: str, indent: int = 2) -> None:
        """Write one of the four labels and its text, the text wrapped beside the label."""
        shown = padded(self.say(label), self._label)
        self.line((shown, "bold"), text, indent=indent, hang=self._label)

    def place(self, label: str, text: str, indent: int = 2) -> None:
        """Write a label and a path or an address, unwrapped since it is there to be copied."""
        shown = padded(self.say(label), self._label)
        self.exact(self.clean(shown + text), indent)

    def exact(self, text: str, indent: int = 0, style: str = "") -> None:
        """Write one line that is cleaned and cut to its width already."""
        self._write(Text(text, style=style), indent)

    def title(self, text: str) -> None:
        """Write the title of a part, after an empty line."""
        self.gap()
        self.line((text, "bold"))

    def gap(self) -> None:
        """Write an empty line."""
        self._out.write("\n")

    def text(self) -> str:
        """Return what was written, without blanks at the ends of lines."""
        return "".join(row.rstrip() + "\n" for row in self._out.getvalue().split("\n")[:-1])

    def _rows(self, text: Text, first: int, room: int) -> list[Text]:
        """Divide text into rows: the first of at most `first` columns, the others of `room`."""
        if self.language != ENGLISH:
            return list(text.divide(cuts(text.plain, first, room)))
        head, rest = self._first(text, first)
        return [head, *(rest.wrap(self._console, room) if rest.plain else ())]

    def _first(self, text: Text, room: int) -> tuple[Text, Text]:
        """Divide text into its first row of at most `room` columns and the rest."""
        if cell_len(text.plain) <= room:
            return text, Text()
        row = text.wrap(self._console, room)[0]
        at = len(row.plain)
        while at < len(text.plain) and text.plain[at] == " ":
            at += 1
        head, rest = text.divide([at])
        return head, rest

    def _write(self, row: Text, indent: int) -> None:
        padded = Text(" " * indent)
        padded.append_text(row)
        padded.rstrip()
        self._console.print(padded, soft_wrap=True)
