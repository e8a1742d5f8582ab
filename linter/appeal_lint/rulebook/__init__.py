"""YAML to RuleSet: every rule and word checked on load, every fault with its place."""

from appeal_lint.model.shipped import shipped_folder
from appeal_lint.rulebook.load import load, rule_files
from appeal_lint.rulebook.pack import SHIPPED, pack_schema
from appeal_lint.rulebook.schema import json_schema
from appeal_lint.rulebook.template import UNWRITTEN, new_rule, wrong_name
from appeal_lint.rulebook.vocabulary import marks_of

__all__ = [
    "SHIPPED",
    "UNWRITTEN",
    "json_schema",
    "load",
    "marks_of",
    "new_rule",
    "pack_schema",
    "rule_files",
    "shipped_folder",
    "wrong_name",
]
