"""Imports spaCy without its own command line, which takes a third of its import time.

`import spacy` also imports `spacy.cli` for one function, `spacy.info`, and with it a
downloader, a template engine and two HTTP libraries. Reading a letter needs none of
them (and a program that opens no network is better off without them).
"""

import importlib
import sys
from types import ModuleType

from appeal_lint.model.stand_ins import later, left_out


def import_spacy() -> ModuleType:
    """Return spaCy. What was left out is imported as usual by whoever asks for it later.

    Raises:
        ImportError: spaCy is not installed, or one of its parts is not.

    """
    if "spacy" in sys.modules:
        return importlib.import_module("spacy")
    with left_out("spacy.cli", "spacy.cli.info", info=later("spacy.cli.info", "info")):
        return importlib.import_module("spacy")
