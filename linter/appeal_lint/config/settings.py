"""The merged choices as one record, and the defaults below every layer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from appeal_lint.model.setting import Merged, Origin, Setting
from appeal_lint.model.words import Severity

LONGEST_LIMIT = 600
"""Seconds. Nobody waits longer for a save."""

DEFAULTS: Mapping[str, Any] = {
    "min-score": 80,
    "fail-on": "error",
    "language": None,
    "marketplace": "us",
    "engine": None,
    "model": None,
    "packs": (),
    "select": (),
    "ignore": (),
    "baseline": None,
    "hook": "warn",
    "hook-limit": 1.0,
    "cache": True,
    "warm": False,
    "warm-minutes": 20,
}
"""What holds where nothing is set. No language: that of the computer. No engine: the best there
is. No model: the shipped one."""


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """What is changed of one rule; None where nothing is."""

    on: bool | None = None
    severity: Severity | None = None
    each: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a letter is judged by, beside the letter itself."""

    min_score: int
    fail_on: str
    language: str | None
    marketplace: str
    engine: str | None
    model: str | None
    packs: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: str | None
    rules: tuple[tuple[str, RuleChoice], ...] = ()
    """By id of the rule, in order of the ids."""
    hook: str = field(default="warn", compare=False, repr=False)
    """Not compared, as the next: neither changes what is found in a letter."""
    hook_limit: float = field(default=1.0, compare=False, repr=False)
    """Seconds that a save may wait for the check; 0 for no limit."""
    cache: bool = field(default=True, compare=False, repr=False)
    """Whether reports are kept for the next time. This and what follows changes no answer."""
    warm: bool = field(default=False, compare=False, repr=False)
    """Whether a server in the background answers."""
    warm_minutes: int = field(default=20, compare=False, repr=False)
    """How long that server waits for something to do before it goes away."""


def defaults() -> dict[str, Setting]:
    """Return the lowest layer."""
    return {key: Setting(value, (Origin("default"),)) for key, value in DEFAULTS.items()}


def settings(merged: Merged) -> Settings:
    """Return merged choices as a record."""
    plain: dict[str, Any] = {}
    rules: dict[str, dict[str, Any]] = {}
    for key, setting in merged.items():
        if key.startswith("rules."):
            rule, _, field = key.removeprefix("rules.").rpartition(".")
            rules.setdefault(rule, {})[field] = setting.value
        else:
            plain[key.replace("-", "_")] = setting.value
    choices = tuple((rule, _choice(fields)) for rule, fields in sorted(rules.items()))
    return Settings(**plain, rules=choices)


def _choice(fields: Mapping[str, Any]) -> RuleChoice:
    severity = fields.get("severity")
    return RuleChoice(
        fields.get("on"),
        Severity(severity) if severity else None,
        fields.get("each"),
        fields.get("most"),
    )
