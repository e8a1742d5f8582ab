"""What the user did or has that keeps the command from its work."""

from appeal_lint.model.said import Said, Speaker


class AppealLintError(Exception):
    """Something to tell the user in one clear line (or one for each fault), then leave with 2.

    Args:
        text: whole sentences in English, with `{names}` where there are values; without values
            it is told as it is. Or what is `Said` already.
        values: what the names stand for. A value that is `Said` is translated with the rest.

    """

    def __init__(self, text: str | Said = "", /, **values: object) -> None:
        self.said = text if isinstance(text, Said) else Said(text, **values)
        super().__init__(str(self.said))

    def told(self, tongue: Speaker) -> str:
        """Return what `str()` says, in the language of a tongue."""
        return self.said.told(tongue)


class DraftError(AppealLintError):
    """A draft that cannot be read. The message names the file and says what to do."""


class RulebookError(AppealLintError):
    """Rule files that cannot be used.

    `str()` has one line for each fault: `path:line: field: what was expected`.
    """


class ConfigError(AppealLintError):
    """A configuration that cannot be used; lines as in `RulebookError`."""
