"""Plain questions on standard output, answered line by line on standard input."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Collection

from appeal_lint.doors import files, output
from appeal_lint.i18n import Tongue
from appeal_lint.report.safe import safe

YES = frozenset({"y", "yes", "是", "是的", "对"})
NO = frozenset({"n", "no", "否", "不", "没有"})
SKIP = frozenset({"s", "skip", "跳过", ""})
STOP = frozenset({"q", "quit", "exit", "stop", "退出"})
OWN = frozenset({"w", "write", "自己写"})


class NoAnswerError(Exception):
    """Standard input has ended, or who is asked wants no more questions."""


class Asker:
    """Asks a person. Nothing moves the cursor, and nothing is said by colour.

    Args:
        tongue: the language to ask in.

    """

    def __init__(self, tongue: Tongue) -> None:
        self.say = tongue.say
        self.many = tongue.many
        self.blank = tongue.blank
        self.answered = 0
        """How many answers there were."""
        self.person = sys.stdin is not None and sys.stdin.isatty()
        """Whether somebody sits at a terminal."""

    def tell(self, *lines: str) -> None:
        """Write lines, in which nothing can steer a terminal."""
        output.write_lines(*lines)

    def line(self, question: str) -> str:
        """Return what a person writes, on one line.

        Raises:
            NoAnswerError: there is nobody to answer.

        """
        output.write(f"{safe(question)} ")
        given = sys.stdin.readline() if sys.stdin is not None else ""
        if not (given and self.person):
            output.write("\n")  # who reads the output later sees each question on its line
        if not given:
            raise NoAnswerError
        self.answered += 1
        return "".join(one if one.isprintable() else " " for one in files.one_line(given)).strip()

    def choice(self, question: str, *choices: Collection[str]) -> int:
        """Return the number of the choice that was made, asking until one was.

        Args:
            question: says the words to answer with.
            choices: what may be written for each choice.

        Raises:
            NoAnswerError: there is nobody to answer.

        """
        while True:
            given = (
                unicodedata.normalize("NFKC", self.line(question)).lower().rstrip(".!。").strip()
            )
            for number, words in enumerate(choices):
                if given in words:
                    return number
            self.tell(self.say("I did not understand that. Please answer with one of the letters."))
