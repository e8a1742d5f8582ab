"""What the user did or has that keeps the command from its work."""


class AppealLintError(Exception):
    """Something to tell the user in one clear line (or one for each fault), then leave with 2."""


class DraftError(AppealLintError):
    """A draft that cannot be read. The message names the file and says what to do."""


class RulebookError(AppealLintError):
    """Rule files that cannot be used.

    `str()` has one line for each fault: `path:line: field: what was expected`.
    """


class ConfigError(AppealLintError):
    """A configuration that cannot be used; lines as in `RulebookError`."""
