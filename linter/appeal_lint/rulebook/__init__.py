"""YAML to RuleSet: every rule and word checked on load, every fault with its place."""

from appeal_lint.rulebook.load import load, rule_files, shipped_folder
from appeal_lint.rulebook.schema import json_schema
from appeal_lint.rulebook.untranslated import untranslated

__all__ = ["json_schema", "load", "rule_files", "shipped_folder", "untranslated"]
