"""Loads `rules/vocabulary/`: the words and phrases of the analysis."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from appeal_lint.model.pattern import Pattern
from appeal_lint.model.vocabulary import ElementEntry, Entry, Vocabulary
from appeal_lint.model.words import Case, Element, Excuse, Issue, Measure
from appeal_lint.rulebook.compile import selector_tests
from appeal_lint.rulebook.schema import ElementShape, EntryShape
from appeal_lint.rulebook.yaml_source import Faults, Path_, Source, nearest, read_yaml

Shape = TypeVar("Shape", bound=BaseModel)

CLOSED: dict[str, list[str] | None] = {
    "issues": [str(word) for word in Issue],
    "measures": [str(word) for word in Measure],
    "excuses": [str(word) for word in Excuse],
    "marks": None,
}
SHAPED = frozenset({"date", "number"})
"""Marks that are found by their shape too."""


def load_vocabulary(folders: Sequence[Path], faults: Faults) -> Vocabulary:
    """Load the vocabulary of each folder in turn; a later one adds phrases to an earlier one."""
    entries: dict[str, dict[str, Entry]] = {kind: {} for kind in CLOSED}
    lists: dict[str, tuple[str, ...]] = {}
    elements: dict[str, ElementEntry] = {}
    for folder in folders:
        for path in sorted((folder / "vocabulary").rglob("*.yaml")):
            source = read_yaml(path, faults)
            if source is None:
                continue
            if not isinstance(source.data, dict):
                faults.add(path, 1, "", "must be a mapping from names to entries")
            elif path.stem in CLOSED:
                _add_entries(entries[path.stem], source, CLOSED[path.stem], faults)
            elif path.stem == "elements":
                _add_elements(elements, source, faults)
            elif path.parent.name == "lists" or path.stem == "lists":
                _add_lists(lists, source, faults)
            else:
                faults.add(path, 1, "", "is no vocabulary file that is known"
                           + nearest(path.stem, [*CLOSED, "elements", "lists"]))  # fmt: skip
    first = folders[0] / "vocabulary"
    for kind, closed in CLOSED.items():
        _complete(first / f"{kind}.yaml", closed or [], entries[kind], faults)
    _complete(first / "elements.yaml", [str(word) for word in Element], elements, faults)
    return Vocabulary(entries["issues"], entries["measures"], entries["excuses"],
                      entries["marks"], lists, {word: elements[word] for word in map(str, Element)
                                                if word in elements})  # fmt: skip


def _complete(path: Path, closed: Iterable[str], known: Iterable[str], faults: Faults) -> None:
    for word in set(closed) - set(known):
        faults.add(path, 1, word, "is missing from the vocabulary")


def _add_entries(
    into: dict[str, Entry], source: Source, closed: list[str] | None, faults: Faults
) -> None:
    for name, data in source.data.items():
        if closed is not None and name not in closed:
            faults.add(source.path, source.line((name,)), name,
                       f"is not a word of {source.path.stem}{nearest(name, closed)}")  # fmt: skip
            continue
        if not isinstance(data, dict):
            faults.add(source.path, source.line((name,)), name, "must have a title and phrases")
            continue
        known = into.get(name)
        shape = validate(EntryShape, {"title": known.title, **data} if known else data, source,
                         (name,), faults)  # fmt: skip
        if shape is None:
            continue
        answered = tuple(shape.answered_by)
        if known is not None:
            into[name] = Entry(name, known.title, known.phrases + tuple(shape.phrases), known.case,
                               known.answered_by + answered)  # fmt: skip
        else:
            into[name] = Entry(name, shape.title, tuple(shape.phrases),
                               shape.case or Case.UNKNOWN, answered)  # fmt: skip


def _add_lists(into: dict[str, tuple[str, ...]], source: Source, faults: Faults) -> None:
    for name, data in source.data.items():
        if not isinstance(data, list) or not all(isinstance(one, str) and one for one in data):
            faults.add(source.path, source.line((name,)), name, "must be a list of phrases")
            continue
        into[name] = into.get(name, ()) + tuple(data)


def _add_elements(into: dict[str, ElementEntry], source: Source, faults: Faults) -> None:
    known = [str(word) for word in Element]
    for name, data in source.data.items():
        if name not in known:
            faults.add(source.path, source.line((name,)), name,
                       f"is not an element{nearest(name, known)}")  # fmt: skip
            continue
        shape = validate(ElementShape, data, source, (name,), faults)
        if shape is not None:
            shown = tuple(Pattern(selector_tests(one)) for one in shape.shown_by)
            into[name] = ElementEntry(Element(name), shape.title, shape.ask, shown)


def validate(
    shape: type[Shape], data: Any, source: Source, where: Path_, faults: Faults
) -> Shape | None:
    """Hold data against a shape; note each fault with the line of the value."""
    try:
        return shape.model_validate(data)
    except ValidationError as wrong:
        for one in wrong.errors(include_url=False):
            place = (*where, *(part for part in one["loc"] if _real(part)))
            line = source.line(place)
            name = ".".join(str(part) for part in place) or "file"
            message = one["msg"].removeprefix("Value error, ")
            if one["type"] == "extra_forbidden":
                message = f"unknown field{nearest(str(place[-1]), _fields(shape))}"
            elif one["type"] in ("enum", "literal_error"):
                expected = str(one.get("ctx", {}).get("expected", ""))
                words = expected.replace("'", "").replace(" or ", ", ").split(", ")
                message = f"{one['input']!r} is not known{nearest(str(one['input']), words)}; " \
                          f"expected {expected}"  # fmt: skip
            elif one["type"] == "missing":
                message = "is missing"
            text = f"{source.path}:{line}: {name}: {message}"
            if text not in faults.lines:
                faults.lines.append(text)
        return None


def _real(part: str | int) -> bool:
    """Leave out what pydantic adds to a place for the members of a union."""
    return isinstance(part, int) or (not any(mark in part for mark in ("[", "Enum", "enum", "(")) \
        and part not in ("Issue", "Measure", "Excuse"))  # fmt: skip


def _fields(shape: type[BaseModel]) -> list[str]:
    found: list[str] = []
    schema = shape.model_json_schema(by_alias=True)
    for part in (schema, *schema.get("$defs", {}).values()):
        found.extend(part.get("properties", {}))
    return found
