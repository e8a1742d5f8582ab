"""Which engine judges."""

import importlib.util
from collections.abc import Sequence

from appeal_lint.engine.contract import Engine, RulesTooLargeError
from appeal_lint.engine.reference import ReferenceEngine
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.pattern import CompiledRule
from appeal_lint.model.words import EngineName

NAMES = tuple(map(str, EngineName))
NEEDED = ("durable", "durable_rules_engine")
"""The modules of durable-rules: its Python part and its compiled part."""


def available() -> str:
    """Name the engine that judges where none is asked for. Imports and compiles nothing."""
    return "durable" if all(map(importlib.util.find_spec, NEEDED)) else "reference"


def engine(name: str | None, rules: Sequence[CompiledRule]) -> Engine:
    """Make an engine for these rules.

    Args:
        name: `durable` or `reference`; None for durable-rules where it is installed.
        rules: what it judges by.

    Raises:
        AppealLintError: there is no such engine, or durable-rules is asked for and
            not installed, or cannot hold so many rules.

    """
    chosen = name or available()
    if chosen not in NAMES:
        raise AppealLintError(
            "There is no engine {name}. Choose one of: {known}.",
            name=chosen,
            known=", ".join(NAMES),
        )
    if chosen == "reference":
        return ReferenceEngine(rules)
    try:
        from appeal_lint.engine.durable import DurableEngine  # noqa: PLC0415  (C code, threads)
    except ImportError as fault:
        raise AppealLintError(
            "durable-rules is not installed. Install it with: {command}",
            command="CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject "
            'pip install "appeal-lint[durable]"',
        ) from fault
    try:
        return DurableEngine(rules)
    except RulesTooLargeError:
        if name is not None:
            raise
        return ReferenceEngine(rules)  # gives the same answers, and the report names it
