"""A setting read in a hurry: files are believed, not checked, and pydantic is not imported.

Who cannot wait asks here. What is wrong with a file is told by who reads it in full.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from appeal_lint.config.discover import Scope
from appeal_lint.config.layers import Layer
from appeal_lint.config.settings import defaults
from appeal_lint.config.toml_table import TOML, table
from appeal_lint.model.setting import Merged, Origin, Setting

_LARGEST = 262_144
"""Bytes. What is longer is refused by who reads it in full."""


def glance(scope: Scope, letter: Path | None, folder: Path, *keys: str) -> dict[str, Any]:
    """Return what the files say of some keys, the defaults where they say nothing.

    The environment and the flags of the scope are left out. A value may be of any kind.

    Args:
        scope: where configuration is looked for.
        letter: its whole path; None where it has none.
        folder: where to look first, then in the folders above.
        keys: names of settings, such as `hook-limit`.

    """
    quick = _Glance(scope.user, given=scope.given, isolated=scope.isolated, keys=keys)
    try:
        merged = quick.merged(letter, folder)
    except Exception:  # a pattern that is none, for example: told by who reads it in full
        merged = defaults()
    return {key: merged[key].value for key in keys}


@dataclass
class _Glance(Scope):
    """Finds the same files, and reads only some keys of them."""

    keys: tuple[str, ...] = ()

    def layer(self, path: Path, name: str) -> Layer | None:
        """Return what a file says of the keys; an empty layer where it cannot be read."""
        if path not in self._known:
            data = _data(path, self.keys)
            values, profiles = self._values(data, name), []
            listed = data.get("profiles") if isinstance(data, Mapping) else None
            for profile in listed if isinstance(listed, list) else ():
                paths = profile.get("paths") if isinstance(profile, Mapping) else None
                patterns = [paths] if isinstance(paths, str) else paths
                if isinstance(patterns, list) and all(isinstance(one, str) for one in patterns):
                    near = tuple(one.removeprefix("./") for one in patterns)
                    profiles.append((near, self._values(profile, name)))
            silent = path.suffix.lower() == TOML and data is None
            folder = str(path.absolute().parent)
            self._known[path] = None if silent else Layer(name, values, tuple(profiles), folder)
        return self._known[path]

    def _values(self, data: Any, name: str) -> Merged:
        if not isinstance(data, Mapping):
            return {}
        return {
            key: Setting(data[key], (Origin(name),))
            for key in self.keys
            if data.get(key) is not None
        }


def _data(path: Path, keys: tuple[str, ...]) -> Any:
    """Return what stands in a file; nothing where it names none of the keys, or is broken.

    None means a `pyproject.toml` that says nothing of us.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST)
        text = raw.decode("utf-8-sig")
        if path.suffix.lower() == TOML:
            import tomllib  # noqa: PLC0415

            return table(tomllib.loads(text))
        if not any(key in text for key in keys):
            return {}
        import yaml  # noqa: PLC0415

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(text, loader)
    except Exception:  # whatever is wrong with it is told by who reads it in full
        return {}
