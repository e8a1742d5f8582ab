"""The settings in force, each with where it comes from."""

import json
from typing import Any

from rich.cells import cell_len

from appeal_lint.i18n import mark
from appeal_lint.model.setting import Merged
from appeal_lint.report.page import Page, padded
from appeal_lint.report.safe import escaped

LAYERS = (mark("default"), mark("flag"))
"""Layers that stand in no file."""


def render(merged: Merged, page: Page) -> str:
    """Return a line for each setting: its name, its value, and where that comes from."""
    shown = {key: said(one.value, page) for key, one in sorted(merged.items(), key=_rules_last)}
    names, values = (max(map(cell_len, column)) for column in (shown.keys(), shown.values()))
    for key, value in shown.items():
        places = ", ".join(page.say(one.place) for one in merged[key].origins)
        page.line(
            (padded(key, names), "bold"), f"  {padded(value, min(values, 24))}  {places}", hang=2
        )
    return page.text()


def as_json(merged: Merged) -> str:
    """Return one JSON object: by name the value, the layers and the places of it."""
    document = {
        key: {
            "value": list(one.value) if isinstance(one.value, tuple) else one.value,
            "layers": [origin.layer for origin in one.origins],
            "places": [origin.place for origin in one.origins],
        }
        for key, one in sorted(merged.items(), key=_rules_last)
    }
    return escaped(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def said(value: Any, page: Page) -> str:
    """Return a value as a configuration file would have it."""
    if value in (None, ()):
        return page.say("not set")
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _rules_last(item: tuple[str, object]) -> tuple[bool, str]:
    return item[0].startswith("rules."), item[0]
