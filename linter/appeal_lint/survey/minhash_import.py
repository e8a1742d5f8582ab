"""Imports datasketch without the part of SciPy that it asks for, and that sketches do not need.

`import datasketch` also imports its indexes, and they `scipy.integrate` for one function, which
finds their settings. That takes longer than all else that a process does before its first letter
but loading the language model, and tens of megabytes.
"""

import importlib
import sys
from types import ModuleType
from typing import Any

from appeal_lint.model import extras

_SKIPPED = "scipy.integrate"


def import_datasketch() -> Any:
    """Return datasketch. What was left out is imported as usual by whoever asks for it later.

    Raises:
        MissingExtraError: datasketch is not installed.

    """
    if "datasketch" in sys.modules or _SKIPPED in sys.modules:
        return extras.load("datasketch", "duplicates")
    stand_in = ModuleType(_SKIPPED)
    vars(stand_in).update(quad=_quad)
    sys.modules[_SKIPPED] = stand_in
    try:
        return extras.load("datasketch", "duplicates")
    finally:
        if sys.modules.get(_SKIPPED) is stand_in:
            del sys.modules[_SKIPPED]


def _quad(*args: Any, **options: Any) -> Any:
    """Do what `scipy.integrate.quad` does, with the part of SciPy that was left out."""
    return importlib.import_module(_SKIPPED).quad(*args, **options)
