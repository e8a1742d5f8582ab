"""Imports a library without a part of it that is heavy, and that nothing here needs."""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def left_out(*modules: str, **functions: Callable[..., Any]) -> Iterator[None]:
    """Have empty modules stand in for some while a library is imported.

    What was left out is imported as usual by whoever asks for it later.

    Args:
        modules: their full names, those within others after these.
        functions: what each of them has, since the library asks for it by name.

    """
    stand_ins = {name: ModuleType(name) for name in modules}
    for name, module in stand_ins.items():
        vars(module).update(__path__=[], **functions)
        sys.modules[name] = module
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def later(module: str, function: str) -> Callable[..., Any]:
    """Return what does as a function of a module does, which is imported at the first call."""

    def call(*args: Any, **options: Any) -> Any:
        return getattr(importlib.import_module(module), function)(*args, **options)

    return call
