"""Which engine judges."""

import importlib.util
from collections.abc import Sequence

from appeal_lint.engine.contract import Engine
from appeal_lint.engine.reference import ReferenceEngine
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.pattern import CompiledRule

NAMES = ("durable", "reference")


def available() -> str:
    """Name the engine that judges where none is asked for. Imports neither."""
    return "durable" if importlib.util.find_spec("durable") else "reference"


def engine(name: str | None, rules: Sequence[CompiledRule]) -> Engine:
    """Make an engine for these rules.

    Args:
        name: `durable` or `reference`; None for durable-rules where it is installed.
        rules: what it judges by.

    Raises:
        AppealLintError: durable-rules is asked for and not installed.

    """
    if (name or available()) == "reference":
        return ReferenceEngine(rules)
    try:
        from appeal_lint.engine.durable import DurableEngine  # noqa: PLC0415  (C code, threads)
    except ImportError as fault:
        raise AppealLintError(
            "durable-rules is not installed. Install it with: "
            "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install 'appeal-lint[durable]'"
        ) from fault
    return DurableEngine(rules)
