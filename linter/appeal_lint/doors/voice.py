"""Who speaks for the linters: in which language, and where it is said what is wrong."""

from typing import Protocol

from appeal_lint.doors import speech
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said


class Voice(Protocol):
    """Whatever a door speaks with."""

    def language(self, asked: str | None) -> str:
        """Return the code of the language to speak.

        Args:
            asked: what the configuration asks for; None where nothing.

        Raises:
            AppealLintError: there is no such language.

        """

    def tell(self, one: AppealLintError | Said) -> None:
        """Say what is wrong, where it does not end the work."""


class OfRun:
    """The voice of a run of the command line: standard error, and the language of the run.

    Args:
        screen: whether a person reads the answer on standard output, which may lack the letters
            of a language; then English takes its place.

    """

    def __init__(self, screen: bool = False) -> None:
        self._screen = screen
        self._spoken = False

    def language(self, asked: str | None) -> str:
        """Return the language to speak; the first that is asked for is that of the run."""
        language = speech.language(asked)
        if self._screen:
            language = speech.shown(language)
        if not self._spoken:
            self._spoken = True
            speech.speak(asked)
        return language

    def tell(self, one: AppealLintError | Said) -> None:
        """Say on standard error what is wrong."""
        speech.tell(one)
