"""One configuration file, or the environment, to settings with their origins."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from appeal_lint.config.layers import PREFIX, Layer
from appeal_lint.config.shape import DECIMALS, KEYS, LISTS, NUMBERS, Choices, ConfigShape, Run
from appeal_lint.config.toml_source import read_toml
from appeal_lint.config.toml_table import TOML
from appeal_lint.model.errors import AppealLintError, ConfigError
from appeal_lint.model.near import near, near_name
from appeal_lint.model.said import Said
from appeal_lint.model.setting import Merged, Origin, Setting
from appeal_lint.rulebook.faults import Faults, nearest
from appeal_lint.rulebook.validate import validate
from appeal_lint.rulebook.yaml_source import Place, Source, read_yaml

_WHOLE = re.compile(r"\d{1,9}")
_DECIMAL = re.compile(r"\d{1,9}(\.\d{0,9})?|\.\d{1,9}")
_OWN = ("packs", "baseline")
"""Keys that name files; a name in a file is relative to the folder of that file."""


def read_file(path: Path, name: str) -> Layer | None:
    """Read a configuration file.

    Args:
        path: a `pyproject.toml`, or any other name for YAML.
        name: of the layer.

    Returns:
        What it says; None for a `pyproject.toml` without `[tool.appeal-lint]`.

    Raises:
        ConfigError: with a line for each fault: file, line, field, what was expected.

    """
    faults = Faults()
    toml = path.suffix.lower() == TOML
    source = read_toml(path, faults) if toml else read_yaml(path, faults, empty=True)
    faults.stop(ConfigError)
    if source is None:
        return None
    shape = validate(ConfigShape, source.data, source, (), faults)
    faults.stop(ConfigError)
    assert shape is not None
    folder = Path(os.path.abspath(path)).parent
    profiles = []
    for at, profile in enumerate(shape.profiles or ()):
        of = f"{name}, profile {at + 1}"
        values = dict(_values(profile, source, ("profiles", at), of, folder))
        profiles.append((profile.paths, values))
    values = dict(_values(shape, source, (), name, folder))
    return Layer(name, values, tuple(profiles), str(folder))


def _values(
    shape: Choices | Run, source: Source, top: Place, layer: str, folder: Path
) -> Iterator[tuple[str, Setting]]:
    """Yield each key that is set, with its value and its place in the file."""

    def origin(*place: str | int) -> tuple[Origin, ...]:
        return (Origin(layer, str(source.path), source.line((*top, *place))),)

    for name, field in type(shape).model_fields.items():
        if name in ("profiles", "paths"):  # not settings, but whose settings they are
            continue
        key = field.alias or name
        value = getattr(shape, name)
        if value is None:
            continue
        if key != "rules":
            yield key, Setting(_absolute(key, value, folder), origin(key))
            continue
        for rule, change in value.items():
            for part in ("on", "severity"):
                if (found := getattr(change, part)) is not None:
                    yield f"rules.{rule}.{part}", Setting(found, origin(key, rule, part))
            for part in ("each", "most"):
                if change.cost is not None and (found := getattr(change.cost, part)) is not None:
                    yield f"rules.{rule}.{part}", Setting(found, origin(key, rule, "cost", part))


def _absolute(key: str, value: Any, folder: Path) -> Any:
    """Return a path that leads from anywhere to what a file means by it."""
    if key == "model":  # a name, or a folder
        return str(folder / value) if "/" in value or os.sep in value else value
    if key not in _OWN:
        return value
    if isinstance(value, tuple):
        return tuple(str(folder / Path(one).expanduser()) for one in value)
    return str(folder / Path(value).expanduser())


def environment(environ: Mapping[str, str]) -> Merged:
    """Read the variables whose names begin with `APPEAL_LINT_`; an empty one is not set.

    Raises:
        ConfigError: with a line for each variable that is not known or has a wrong value.

    """
    keys = {f"{PREFIX}{key.replace('-', '_').upper()}": key for key in KEYS}
    faults = Faults()
    found: dict[str, Setting] = {}
    for variable in sorted(environ):
        if not variable.startswith(PREFIX) or not environ[variable].strip():
            continue
        if variable not in keys:
            names = {name.removeprefix(PREFIX): name for name in keys}
            close = near_name(variable.removeprefix(PREFIX), names)
            said = Said("is not known{hint}", hint=nearest(names.get(close, ""), keys))
            faults.add(variable, 0, "", said)
            continue
        key = keys[variable]
        data = {key: _parsed(key, environ[variable])}
        inner = Faults()
        shape = validate(ConfigShape, data, Source(Path(variable), data, {}), (), inner)
        for fault in inner.found:
            faults.add(variable, 0, fault.where, fault.message)
        if shape is not None:
            value = getattr(shape, key.replace("-", "_"))
            found[key] = Setting(value, (Origin("environment", variable),))
    faults.stop(ConfigError)
    return found


def _parsed(key: str, text: str) -> Any:
    if key in NUMBERS:
        return int(text) if _WHOLE.fullmatch(text.strip()) else text
    if key in DECIMALS:
        return float(text) if _DECIMAL.fullmatch(text.strip()) else text
    if key in LISTS:
        sign = os.pathsep if key == "packs" else ","
        return [one.strip() for one in text.split(sign) if one.strip()]
    return text.strip()


def check_names(
    layers: Iterable[Merged], rules: Collection[str], families: Collection[str]
) -> None:
    """Make sure that every rule and family that some layers name is there.

    Raises:
        ConfigError: with a line for each that is not.
        AppealLintError: one that is named on the command line is not.

    """
    both = {*rules, *families}
    faults = Faults()
    for layer in layers:
        for key, setting in layer.items():
            origin = setting.origins[-1]
            if key.startswith("rules."):
                rule = key.removeprefix("rules.").rpartition(".")[0]
                if rule in families and rule not in rules:
                    said = Said("{name!r} is a family of rules: write it under `ignore`", name=rule)
                    faults.add(origin.path, origin.line, "", said)
                elif rule not in rules:
                    hint = nearest(rule, rules)
                    said = Said("there is no rule {name!r}{hint}", name=rule, hint=hint)
                    faults.add(origin.path, origin.line, "", said)
            elif key in ("select", "ignore"):
                for name in (part.strip() for one in setting.value for part in one.split(",")):
                    if name and name not in both:
                        _unknown(name, both, origin, faults)
    faults.stop(ConfigError)


def _unknown(name: str, known: Collection[str], origin: Origin, faults: Faults) -> None:
    if not origin.path:
        raise AppealLintError(
            "There is no rule or family {name!r}.{hint}", name=name, hint=near(name, known)
        )
    hint = nearest(name, known)
    said = Said("there is no rule or family {name!r}{hint}", name=name, hint=hint)
    faults.add(origin.path, origin.line, "", said)
