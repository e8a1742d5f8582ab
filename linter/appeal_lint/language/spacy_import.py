"""Imports spaCy without its own command line, which takes a third of its import time.

`import spacy` also imports `spacy.cli` for one function, `spacy.info`, and with it a
downloader, a template engine and two HTTP libraries. Reading a letter needs none of
them (and a program that opens no network is better off without them).
"""

import importlib
import sys
from types import ModuleType
from typing import Any

_SKIPPED = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> ModuleType:
    """Return spaCy. What was left out is imported as usual by whoever asks for it later.

    Raises:
        ImportError: spaCy is not installed, or one of its parts is not.

    """
    if "spacy" in sys.modules:
        return importlib.import_module("spacy")
    stand_ins = {name: ModuleType(name) for name in _SKIPPED}
    for name, module in stand_ins.items():
        vars(module).update(__path__=[], info=_info)
        sys.modules[name] = module
    try:
        return importlib.import_module("spacy")
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    """Do what `spacy.info` does, with the part of spaCy that was left out."""
    return importlib.import_module("spacy.cli.info").info(*args, **options)
