"""Loads `rules/vocabulary/`: the words and phrases of the analysis."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from pydantic import Field

from appeal_lint.model.said import Said
from appeal_lint.model.vocabulary import ElementEntry, Entry, Target, Vocabulary
from appeal_lint.model.words import Case, Element, Excuse, Issue, Measure
from appeal_lint.rulebook.checks import check_selector
from appeal_lint.rulebook.choices import OneOf
from appeal_lint.rulebook.compile import kind, pattern
from appeal_lint.rulebook.faults import Faults, nearest
from appeal_lint.rulebook.schema import Line, Selector, Shape, Text
from appeal_lint.rulebook.targets import read_targets
from appeal_lint.rulebook.validate import validate
from appeal_lint.rulebook.yaml_source import Place, Source, read_yaml

CLOSED: dict[str, tuple[str, ...] | None] = {
    "issues": tuple(map(str, Issue)),
    "measures": tuple(map(str, Measure)),
    "excuses": tuple(map(str, Excuse)),
    "marks": None,
}
"""The words that each file must hold; None where a file may hold any."""
SHAPED = ("date", "number")
"""Marks that are found by their shape, so that a rule may ask for them without an entry."""


class EntryShape(Shape):
    """One word of measures, excuses or marks."""

    title: Line
    phrases: tuple[Text, ...]


class IssueShape(EntryShape):
    """One issue, the case it belongs to, and the measures that answer it."""

    case: Annotated[str, OneOf((Case.PERFORMANCE, Case.POLICY))]
    answered_by: Annotated[tuple[Annotated[str, OneOf(Measure)], ...], Field(min_length=1)]


class MoreShape(Shape):
    """What a further folder adds to a word that is there already."""

    phrases: tuple[Text, ...] = ()


class MoreIssueShape(MoreShape):
    """What a further folder adds to an issue."""

    answered_by: tuple[Annotated[str, OneOf(Measure)], ...] = ()


class ElementShape(Shape):
    """One element of the checklist."""

    title: Line
    ask: Line
    shown_by: Annotated[tuple[Selector, ...], Field(min_length=1)]


@dataclass(slots=True)
class _Gathered:
    """What the files read so far hold."""

    faults: Faults
    entries: dict[str, dict[str, Entry]] = field(
        default_factory=lambda: {one: {} for one in CLOSED}
    )
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    elements: dict[str, tuple[Source, ElementShape]] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    phrases: list[tuple[Source, Place, str]] = field(default_factory=list)
    """Every phrase with its place, to be checked once all lists are known."""

    def fault(self, source: Source, place: Place, message: Said) -> None:
        self.faults.add(source.path, source.line(place), ".".join(map(str, place)), message)


def marks_of(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the marks that a rule may ask for."""
    return frozenset((*vocabulary.marks, *SHAPED))


def load_vocabulary(folders: Sequence[Path], faults: Faults) -> Vocabulary:
    """Load the vocabulary of each folder in turn and note every fault.

    The first folder must hold every closed word; a later one adds phrases to words,
    new marks and new lists.
    """
    gathered = _Gathered(faults)
    for folder in folders:
        for path in _files(folder / "vocabulary"):
            source = read_yaml(path, faults)
            if source is None:
                continue
            if not isinstance(source.data, dict):
                faults.add(path, 1, "", Said("must be names with values, as in `name: value`"))
            else:
                _add(gathered, source, first=folder == folders[0])
    _check_phrases(gathered)
    first = folders[0] / "vocabulary"
    read_whole = not faults.found  # a file that cannot be read is one fault, not twenty
    for name, closed in CLOSED.items():
        if read_whole or not (first / f"{name}.yaml").exists():
            _complete(first / f"{name}.yaml", closed or (), gathered.entries[name], faults)
    if read_whole or not (first / "elements.yaml").exists():
        _complete(first / "elements.yaml", map(str, Element), gathered.elements, faults)
    entries = gathered.entries
    known = Vocabulary(
        entries["issues"],
        entries["measures"],
        entries["excuses"],
        entries["marks"],
        gathered.lists,
        {},
        gathered.targets,
    )
    return replace(known, elements=_elements(gathered, marks_of(known)))


def _files(folder: Path) -> list[Path]:
    return sorted(
        path
        for ending in ("*.yaml", "*.yml")
        for path in folder.rglob(ending)
        if not path.name.startswith(".")
    )


def _complete(path: Path, closed: Iterable[str], known: Iterable[str], faults: Faults) -> None:
    there = set(known)
    for word in closed:
        if word not in there:
            faults.add(path, 1, word, Said("is missing"))


def _add(gathered: _Gathered, source: Source, first: bool) -> None:
    name, parent = source.path.stem, source.path.parent.name
    if parent == "lists" or (parent == "vocabulary" and name == "lists"):
        _add_lists(gathered, source)
    elif parent == "vocabulary" and name in CLOSED:
        _add_entries(gathered, source, name)
    elif parent == "vocabulary" and name == "elements" and first:
        _add_elements(gathered, source)
    elif parent == "vocabulary" and name == "targets" and first:
        gathered.targets = read_targets(source, gathered.faults)
    elif name in ("elements", "targets"):
        said = Said("a further folder cannot change the {name}", name=name)
        gathered.faults.add(source.path, 1, "", said)
    else:
        known = [*CLOSED, "elements", "lists", "targets"]
        said = Said(
            "this is no vocabulary file{hint}; known are {known}",
            hint=nearest(name, known),
            known=", ".join(known),
        )
        gathered.faults.add(source.path, 1, "", said)


def _add_entries(gathered: _Gathered, source: Source, file: str) -> None:
    into, closed, issues = gathered.entries[file], CLOSED[file], file == "issues"
    for name, data in source.data.items():
        if closed is not None and name not in closed:
            said = Said("is not one of the {kind}{hint}", kind=file, hint=nearest(name, closed))
            gathered.fault(source, (name,), said)
            continue
        known = into.get(name)
        if known is not None:
            more = validate(
                MoreIssueShape if issues else MoreShape, data, source, (name,), gathered.faults
            )
            if more is None:
                continue
            measures = getattr(more, "answered_by", ())
            into[name] = replace(
                known,
                phrases=known.phrases + more.phrases,
                answered_by=known.answered_by + tuple(map(Measure, measures)),
            )
        else:
            shape = validate(
                IssueShape if issues else EntryShape, data, source, (name,), gathered.faults
            )
            if shape is None:
                continue
            if not shape.phrases and name not in SHAPED:
                gathered.fault(source, (name, "phrases"), Said("needs at least one phrase"))
            into[name] = Entry(name, shape.title, shape.phrases)
            if isinstance(shape, IssueShape):
                answered = tuple(map(Measure, shape.answered_by))
                into[name] = replace(into[name], case=Case(shape.case), answered_by=answered)
        for at, phrase in enumerate(data.get("phrases", ())):
            gathered.phrases.append((source, (name, "phrases", at), phrase))


def _add_lists(gathered: _Gathered, source: Source) -> None:
    for name, data in source.data.items():
        if not isinstance(data, list):
            gathered.fault(source, (name,), Said("must be a list of phrases"))
            continue
        for at, phrase in enumerate(data):
            if isinstance(phrase, str):
                gathered.phrases.append((source, (name, at), phrase))
            else:
                gathered.fault(source, (name, at), Said("must be text; put it in quotes"))
        gathered.lists[name] = gathered.lists.get(name, ()) + tuple(map(str, data))


def _add_elements(gathered: _Gathered, source: Source) -> None:
    known = [str(word) for word in Element]
    for name, data in source.data.items():
        if name not in known:
            said = Said("is not an element{hint}", hint=nearest(name, known))
            gathered.fault(source, (name,), said)
            continue
        shape = validate(ElementShape, data, source, (name,), gathered.faults)
        if shape is not None:
            gathered.elements[name] = (source, shape)


def _elements(gathered: _Gathered, marks: frozenset[str]) -> dict[str, ElementEntry]:
    """Compile the elements in the order of the closed words, once all marks are known."""
    compiled = {}
    for element in Element:
        if element not in gathered.elements:
            continue
        source, shape = gathered.elements[element]

        def fault(where: str, message: Said, source: Source = source) -> None:
            place: Place = tuple(int(one) if one.isdigit() else one for one in where.split("."))
            gathered.fault(source, source.known(place), message)

        for at, selector in enumerate(shape.shown_by):
            where = f"{element}.shown_by.{at}"
            check_selector(selector, where, marks, fault)
            if kind(selector) != "statement":
                said = Said("must speak of a statement: no `each`, `$issue` or `answers`")
                fault(where, said)
        compiled[str(element)] = ElementEntry(
            element, shape.title, shape.ask, tuple(map(pattern, shape.shown_by))
        )
    return compiled


MOST_GAPS = 4
MOST_OPTIONAL = 6
"""More in one phrase would take time by its power."""
_LONE_BAR = re.compile(r"(?:^|[\s|])\||\|(?:$|[\s|?])")
_LIST = re.compile(r"(?:^|[\s|])@(\w+)")
_LOOSE_END = re.compile(r"(?:\S+\? )*(?:\.\.\.|…)|.*(?:\.\.\.|…)(?: \S+\?)*$")
_ALL_OPTIONAL = re.compile(r"(?:\S+\?|\.\.\.|…)(?: (?:\S+\?|\.\.\.|…))*")


def _check_phrases(gathered: _Gathered) -> None:
    """Note phrases that can match nothing or too much, and `@name` where there is no such list."""
    for source, place, phrase in gathered.phrases:
        if "|" in phrase and _LONE_BAR.search(phrase):
            gathered.fault(source, place, Said("a word is missing beside `|`"))
        if "@" in phrase:
            for name in _LIST.findall(phrase):
                if name not in gathered.lists:
                    hint = nearest(name, gathered.lists)
                    said = Said("there is no list {name!r}{hint}", name=name, hint=hint)
                    gathered.fault(source, place, said)
        if ("?" in phrase or "..." in phrase or "…" in phrase) and len(phrase) > 1:
            words = " ".join(phrase.split())
            if (
                words.count("...") + words.count("…") > MOST_GAPS
                or words.count("?") > MOST_OPTIONAL
            ):
                said = Said(
                    "has more than {gaps} gaps or {optional} optional places",
                    gaps=MOST_GAPS,
                    optional=MOST_OPTIONAL,
                )
                gathered.fault(source, place, said)
            if _ALL_OPTIONAL.fullmatch(words):
                gathered.fault(source, place, Said("needs one word that is not optional"))
            elif _LOOSE_END.match(words):
                said = Said("`...` needs a word that is not optional on each side")
                gathered.fault(source, place, said)
