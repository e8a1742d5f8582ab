"""How long a save may wait: it must be known before anything slow is read."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from appeal_lint.config.glance import glance
from appeal_lint.config.layers import PREFIX
from appeal_lint.config.settings import DEFAULTS, LONGEST_LIMIT
from appeal_lint.doors.scope import place

if TYPE_CHECKING:
    from appeal_lint.config import Scope

LIMIT = "hook-limit"
VARIABLE = f"{PREFIX}HOOK_LIMIT"


def limit_of(scope: Scope, name: str | None) -> float:
    """Return how many seconds a save may wait; 0 for as long as it takes.

    What cannot be used counts as not set: it is told by who reads the configuration in full.

    Args:
        scope: where configuration is looked for, with the flags.
        name: the path of the letter, or of the first; None where it has none.

    """
    found = scope.flags.get("hook_limit")
    if found is None and not scope.isolated:
        with contextlib.suppress(KeyError, ValueError):
            found = float(scope.environ[VARIABLE])
    if found is None:
        found = glance(scope, *place(name), LIMIT)[LIMIT]
    usable = isinstance(found, int | float) and 0 <= found <= LONGEST_LIMIT
    return float(found if usable else DEFAULTS[LIMIT])
