"""Imports datasketch without the part of SciPy that it asks for, and that sketches do not need.

`import datasketch` also imports its indexes, and they `scipy.integrate` for one function, which
finds their settings. That takes longer than all else that a process does before its first letter
but loading the language model, and tens of megabytes.
"""

import sys
from typing import Any

from appeal_lint.model import extras
from appeal_lint.model.stand_ins import later, left_out

_SKIPPED = "scipy.integrate"


def import_datasketch() -> Any:
    """Return datasketch. What was left out is imported as usual by whoever asks for it later.

    Raises:
        MissingExtraError: datasketch is not installed.

    """
    if "datasketch" in sys.modules or _SKIPPED in sys.modules:
        return extras.load("datasketch", "duplicates")
    with left_out(_SKIPPED, quad=later(_SKIPPED, "quad")):
        return extras.load("datasketch", "duplicates")
