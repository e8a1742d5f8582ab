"""Finds configuration files and reads them, the environment and the flags into layers."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from appeal_lint.config.layers import PREFIX, Layer, merge
from appeal_lint.config.profiles import applied
from appeal_lint.config.settings import defaults
from appeal_lint.config.toml_table import TOML, speaks_of_us
from appeal_lint.model.setting import Merged, Origin, Setting

NAMES = (".appeal-lint.yaml", ".appeal-lint.yml", "pyproject.toml")
"""What is looked for in a folder, the first that is there and speaks of appeal-lint wins."""


@dataclass(slots=True)
class Scope:
    """Where to look for configuration, and what was found there so far.

    Args:
        user: the file of the user, whether it is there or not.
        environ: the environment.
        flags: what was said on the command line, by key.
        given: a file to use in place of the nearest one.
        isolated: whether files and the environment are left out.

    """

    user: Path
    environ: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, Any] = field(default_factory=dict)
    given: Path | None = None
    isolated: bool = False
    _known: dict[Path, Layer | None] = field(default_factory=dict)
    _nearest: dict[Path, Path | None] = field(default_factory=dict)
    _layers: dict[Path, list[Layer]] = field(default_factory=dict)

    def merged(self, letter: Path | None, folder: Path) -> dict[str, Setting]:
        """Return the settings for a letter.

        Args:
            letter: its whole path; None where it has none.
            folder: where to look first, then in the folders above.

        Raises:
            ConfigError: with a line for each fault of any file or variable.

        """
        return merge(self.applied(letter, folder))

    def applied(self, letter: Path | None, folder: Path) -> list[Merged]:
        """Return what is merged for a letter, the lowest first; parameters as in `merged`."""
        if folder not in self._layers:
            self._layers[folder] = list(read_layers(self, folder))
        return [one for layer in self._layers[folder] for one in applied(layer, letter)]

    def file(self, folder: Path) -> Path | None:
        """Return the project file that is in force in a folder, if there is any."""
        if self.isolated or self.given is not None:
            return self.given
        for one in (folder, *folder.parents):
            if one not in self._nearest:
                self._nearest[one] = next(self._here(one), None)
            if (found := self._nearest[one]) is not None:
                return found
        return None

    def _here(self, folder: Path) -> Iterator[Path]:
        for name in NAMES:
            path = folder / name
            if there(path) and self.layer(path, "project file") is not None:
                yield path

    def layer(self, path: Path, name: str) -> Layer | None:
        """Return what a file says, or None for a `pyproject.toml` that says nothing of us."""
        if path not in self._known and path.suffix.lower() == TOML and not speaks_of_us(path):
            self._known[path] = None
        if path not in self._known:
            from appeal_lint.config.read import read_file  # noqa: PLC0415

            self._known[path] = read_file(path, name)
        return self._known[path]


def read_layers(scope: Scope, folder: Path) -> Iterator[Layer]:
    """Yield the layers in force in a folder, the lowest first."""
    yield Layer("default", defaults())
    if not scope.isolated:
        if there(scope.user) and (layer := scope.layer(scope.user, "user file")) is not None:
            yield layer
        path = scope.file(folder)
        if path is not None and (layer := scope.layer(path, "project file")) is not None:
            yield layer
        if any(variable.startswith(PREFIX) for variable in scope.environ):
            from appeal_lint.config.read import environment  # noqa: PLC0415

            yield Layer("environment", environment(scope.environ))
    flags = {
        key.replace("_", "-"): Setting(value, (Origin("flag"),))
        for key, value in scope.flags.items()
    }
    yield Layer("flag", _clean(flags))


def _clean(flags: Merged) -> Merged:
    """Leave out what was not said."""
    return {key: one for key, one in flags.items() if one.value not in (None, ())}


def there(path: Path) -> bool:
    """Say whether something has this name, be it only a link to nowhere."""
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):  # a name that no file can have
        return False
