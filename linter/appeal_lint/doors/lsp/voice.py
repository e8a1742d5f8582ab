"""The language of the client, and what the linters have to say while they work."""

from appeal_lint.doors import speech
from appeal_lint.i18n import choose
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said


class Heard:
    """A voice that keeps what it is told.

    Args:
        locale: that of the client, such as `zh-CN`; None where it named none, then the
            environment tells.

    """

    def __init__(self, locale: str | None) -> None:
        self._locale = locale
        self._said: list[Said] = []

    def language(self, asked: str | None) -> str:
        """Return what the configuration asks for, else the language of the client or English."""
        if asked is None and self._locale is None:
            return speech.language(None)
        return choose(asked, {}, self._locale or "")

    def tell(self, one: AppealLintError | Said) -> None:
        """Keep what is wrong until it is asked for."""
        self._said.append(one.said if isinstance(one, AppealLintError) else one)

    def said(self) -> tuple[Said, ...]:
        """Return what was told since this was last asked."""
        said, self._said = tuple(self._said), []
        return said
