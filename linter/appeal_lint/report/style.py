"""The few shapes that the text report is made of."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

_ASCII = {
    "“": '"',
    "”": '"',
    "’": "'",
    "‘": "'",
    "…": "...",
    "·": "-",
    "–": "-",
    "—": "-",
    "•": "*",
}


class Style:
    """Writes lines to a console, wrapped to its width."""

    def __init__(self, console: Console, unicode: bool) -> None:
        self.console = console
        self.unicode = unicode

    def line(self, text: Text, indent: int = 0) -> None:
        """Write one line, wrapped under its own indent (in columns)."""
        self.console.print(Padding(text, (0, 0, 0, indent)))

    def labelled(self, label: str, text: str, indent: int = 2) -> None:
        """Write `Label  text`, the text wrapped under itself."""
        line = Text(f"{label:<5} ", style="bold")
        line.append(text, style="not bold")
        width = max(20, self.console.width - indent)
        wrapped = line.wrap(self.console, width - 6)
        for at, part in enumerate(wrapped):
            self.line(part, indent=indent if at == 0 else indent + 6)

    def title(self, text: str) -> None:
        """Write the title of a part of the report."""
        self.console.print(Text(text, style="bold"))

    def gap(self) -> None:
        """Write an empty line."""
        self.console.print()

    @staticmethod
    def ascii(text: str) -> str:
        """Return text for a stream that can show plain letters only."""
        for char, plain in _ASCII.items():
            text = text.replace(char, plain)
        return text.encode("ascii", "replace").decode("ascii")
