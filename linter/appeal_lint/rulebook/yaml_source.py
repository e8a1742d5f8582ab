"""Reads a YAML file with the line of every value, and refuses what rules never need."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from appeal_lint.model.errors import RulebookError

LARGEST = 262_144
"""Bytes. The longest shipped file has a tenth of it; more is a mistake or an attack."""

_SafeLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Path_ = tuple[str | int, ...]


@dataclass(slots=True)
class Faults:
    """Collects every fault of every file, so that all are told at once."""

    lines: list[str] = field(default_factory=list)

    def add(self, path: Path | str, line: int, where: str, message: str) -> None:
        """Note one fault at a line (from 1) of a file; `where` names the field."""
        self.lines.append(f"{path}:{line}: {where}: {message}" if where else
                          f"{path}:{line}: {message}")  # fmt: skip

    def stop(self) -> None:
        """Raise RulebookError with every fault, if there is one."""
        if self.lines:
            raise RulebookError("\n".join(self.lines))


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file's data, and the line on which each value stands."""

    path: Path
    data: Any
    lines: dict[Path_, int]

    def line(self, where: Path_) -> int:
        """Return the line of a value, or of the nearest one around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def read_yaml(path: Path, faults: Faults) -> Source | None:
    """Read one file; note what is wrong with it and return None where it cannot be used."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        faults.add(path, 1, "", f"cannot be read ({fault.strerror})")
        return None
    if len(raw) > LARGEST:
        faults.add(path, 1, "", f"is larger than {LARGEST} bytes")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.add(path, 1, "", "is not UTF-8 text")
        return None
    try:
        if _refused(text, path, faults):
            return None
        node = yaml.compose(text, Loader=_SafeLoader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark
        faults.add(path, mark.line + 1 if mark else 1, "", f"is not YAML: {fault.problem}")
        return None
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        faults.add(path, 1, "", f"is not YAML: {fault}".splitlines()[0])
        return None
    if node is None:
        faults.add(path, 1, "", "is empty")
        return None
    lines: dict[Path_, int] = {}
    before = len(faults.lines)
    try:
        data = _value(node, (), lines, path, faults)
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        faults.add(path, 1, "", f"is not YAML: {fault}".splitlines()[0])
        return None
    return Source(path, data, lines) if len(faults.lines) == before else None


def _refused(text: str, path: Path, faults: Faults) -> bool:
    """Refuse tags, anchors and aliases before anything is built from them."""
    for event in yaml.parse(text, Loader=_SafeLoader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            faults.add(path, line, "", "YAML anchors and aliases (& and *) are not allowed")
            return True
        if getattr(event, "tag", None):
            faults.add(path, line, "", f"YAML tags ({event.tag}) are not allowed")
            return True
    return False


def _value(node: Any, where: Path_, lines: dict[Path_, int], path: Path, faults: Faults) -> Any:
    lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(getattr(key_node, "value", ""))
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                faults.add(path, line, "", "a name must be a plain word")
                continue
            if key in mapping:
                faults.add(path, line, key, "stands twice")
            lines[(*where, key)] = line
            mapping[key] = _value(value_node, (*where, key), lines, path, faults)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_value(one, (*where, at), lines, path, faults) for at, one in enumerate(node.value)]
    return _scalar(node)


def _scalar(node: Any) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "int":
        return int(node.value) if node.value.lstrip("+-").isdigit() else node.value
    if kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    return None if kind == "null" else node.value


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean X?)` for the nearest known word, or nothing."""
    close = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""
