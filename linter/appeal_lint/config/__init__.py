"""Configuration: where it is found, what it may say, and how its layers become one."""

from appeal_lint.config.adjust import adjusted
from appeal_lint.config.discover import Scope, read_layers
from appeal_lint.config.layers import Layer, Merged, Origin, Setting, merge
from appeal_lint.config.read import check_names
from appeal_lint.config.settings import Settings, settings
from appeal_lint.config.shape import json_schema

__all__ = [
    "Layer",
    "Merged",
    "Origin",
    "Scope",
    "Setting",
    "Settings",
    "adjusted",
    "check_names",
    "json_schema",
    "merge",
    "read_layers",
    "settings",
]
