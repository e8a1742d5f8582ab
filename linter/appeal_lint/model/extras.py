"""Libraries that not everybody needs, and what to say where one is not installed."""

from importlib import import_module
from typing import Any

from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said


class MissingExtraError(AppealLintError):
    """A library is not installed; the message names the command that installs it."""


def load(module: str, extra: str) -> Any:
    """Return a module of a library that is an extra.

    Args:
        module: its name, as for `import`.
        extra: the extra of appeal-lint that installs it.

    Raises:
        MissingExtraError: it cannot be imported.

    """
    try:
        return import_module(module)
    except ImportError as fault:
        said = Said(
            "This needs a part that is not installed. "
            "Install it with: pip install 'appeal-lint[{extra}]'",
            extra=extra,
        )
        raise MissingExtraError(said) from fault
