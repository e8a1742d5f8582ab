"""What works on this computer and what does not, each problem with what mends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

from appeal_lint.report.page import Page

_STYLES = {"ok": "green", "note": "yellow", "problem": "bold red"}


@dataclass(frozen=True, slots=True)
class Check:
    """One part that was looked at: what it is, what was seen, and the command that mends it."""

    state: Literal["ok", "note", "problem"]
    name: str
    says: str
    mend: str = ""

    @property
    def bad(self) -> bool:
        """Whether letters cannot be checked as they should."""
        return self.state == "problem"


def render(checks: Iterable[Check], page: Page) -> str:
    """Return a line for each part, then the verdict."""
    say = page.say
    words = {"ok": say("WORKS"), "note": say("NOTE"), "problem": say("PROBLEM")}
    wide = max(map(cell_len, words.values())) + 2
    found = list(checks)
    for one in found:
        for at, row in enumerate(one.says.split("\n")):
            word = words[one.state] if not at else ""
            label = word + " " * (wide - cell_len(word))
            text = page.say("{name}: {text}", name=one.name, text=row) if not at else row
            page.line((label, _STYLES[one.state]), text, hang=wide)
        if one.mend:
            page.line(say("To mend it: {command}", command=one.mend), indent=wide, hang=2)
    page.gap()
    if any(one.bad for one in found):
        page.line((say("Something does not work. Do what stands under PROBLEM."), "bold red"))
    else:
        page.line((say("Everything works."), "bold green"))
    return page.text()
