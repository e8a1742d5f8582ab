"""Configuration: where it is found, what it may say, and how its layers become one.

`read` and `shape`, which check files and variables, and `adjust`, which knows rules, are imported
where they are needed.
"""

from appeal_lint.config.discover import Scope, read_layers
from appeal_lint.config.layers import Layer, merge
from appeal_lint.config.settings import DEFAULTS, Settings, settings
from appeal_lint.model.setting import Merged, Origin, Setting

__all__ = [
    "DEFAULTS",
    "Layer",
    "Merged",
    "Origin",
    "Scope",
    "Setting",
    "Settings",
    "merge",
    "read_layers",
    "settings",
]
