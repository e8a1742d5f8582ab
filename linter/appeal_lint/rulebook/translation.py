"""Texts in another language, laid over the rules: `<folder>/i18n/<language>.yaml`."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import Field

from appeal_lint.model.rule import RuleSet
from appeal_lint.model.said import Said
from appeal_lint.rulebook import placeholders
from appeal_lint.rulebook.faults import Faults, nearest
from appeal_lint.rulebook.schema import Line, Shape
from appeal_lint.rulebook.validate import validate
from appeal_lint.rulebook.yaml_source import Place, Source, read_yaml

FOLDER = "i18n"


class TitleTexts(Shape):
    """An issue or a measure in another language."""

    of: Line | None = None
    title: Line | None = None


class ElementTexts(TitleTexts):
    """An element of the checklist in another language."""

    ask: Line | None = None


class TargetTexts(TitleTexts):
    """A figure that Amazon asks for in another language."""

    target: Line | None = None


class RuleTexts(TitleTexts):
    """What a rule says in another language. Its model sentence and examples stay English."""

    why: Line | None = None
    source: Line | None = None
    message: Line | None = None
    advice: Line | None = None


class OverlayShape(Shape):
    """One file of `i18n/`. `of` is the fingerprint of the English that the texts were made from."""

    families: dict[str, Line] = Field(default_factory=dict)
    rules: dict[str, RuleTexts] = Field(default_factory=dict)
    elements: dict[str, ElementTexts] = Field(default_factory=dict)
    issues: dict[str, TitleTexts] = Field(default_factory=dict)
    measures: dict[str, TitleTexts] = Field(default_factory=dict)
    targets: dict[str, TargetTexts] = Field(default_factory=dict)


English = Mapping[str, Mapping[str, Mapping[str, str]]]
"""The English texts: by kind (`rules`), by name, by field."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """One file that could be used, and its texts: by kind, by name, by field."""

    source: Source
    texts: Mapping[str, Mapping[str, Mapping[str, str]]]
    families: Mapping[str, str]

    def line(self, place: Place) -> int:
        """Return the line of a text, or of what should hold it."""
        return self.source.line(place)


def english(ruleset: RuleSet) -> English:
    """Return the texts that a translation has, of a rule set in English."""
    words = ruleset.vocabulary
    return {
        "rules": {
            one.id: {
                "title": one.title,
                "why": one.why,
                "source": one.source,
                "message": one.message,
                "advice": one.advice,
            }
            for one in ruleset.rules
        },
        "elements": {
            str(name): {"title": one.title, "ask": one.ask} for name, one in words.elements.items()
        },
        "issues": {name: {"title": one.title} for name, one in words.issues.items()},
        "measures": {name: {"title": one.title} for name, one in words.measures.items()},
        "targets": {one.name: {"title": one.title, "target": one.target} for one in words.targets},
    }


def fingerprint(texts: Mapping[str, str]) -> str:
    """Return eight signs that change when one of the English texts does."""
    return hashlib.sha256("\n".join(texts.values()).encode()).hexdigest()[:8]


def overlay_path(folder: Path, language: str) -> Path:
    """Return where the texts of a folder in a language belong."""
    return folder / FOLDER / f"{language}.yaml"


def read_overlays(
    folders: Sequence[Path], language: str, ruleset: RuleSet, faults: Faults
) -> list[Overlay]:
    """Read the texts of each folder that has any; note every fault."""
    known = english(ruleset)
    families = {one.family for one in ruleset.rules}
    found = []
    for folder in folders:
        path = overlay_path(folder, language)
        source = read_yaml(path, faults) if path.exists() else None
        if source is None:
            continue
        shape = validate(OverlayShape, source.data, source, (), faults)
        if shape is not None:
            found.append(_overlay(source, shape, known, families, faults))
    return found


def _overlay(
    source: Source, shape: OverlayShape, known: English, families: set[str], faults: Faults
) -> Overlay:
    def fault(place: Place, message: Said) -> None:
        faults.add(source.path, source.line(place), ".".join(map(str, place)), message)

    for name in shape.families:
        if name not in families:
            said = Said("there is no such family{hint}", hint=nearest(name, families))
            fault(("families", name), said)
    texts: dict[str, dict[str, dict[str, str]]] = {}
    for kind, there in known.items():
        entries: Mapping[str, TitleTexts] = getattr(shape, kind)
        texts[kind] = {}
        for name, entry in entries.items():
            if name not in there:
                said = Said("is not one of the {kind}{hint}", kind=kind, hint=nearest(name, there))
                fault((kind, name), said)
                continue
            given: dict[str, Any] = entry.model_dump(exclude_none=True)
            texts[kind][name] = given
            if "message" in given:
                wrong = _placeholders(given["message"], there[name]["message"])
                if wrong:
                    fault((kind, name, "message"), wrong)
    return Overlay(source, texts, shape.families)


def _placeholders(text: str, english: str) -> Said | None:
    """Say what is wrong with the placeholders of a message in another language, or None."""
    wrong = placeholders.wrong(text)
    if wrong:
        return wrong
    known = sorted(set(placeholders.names(english)))
    for name in placeholders.names(text):
        if name not in known:
            shown = placeholders.braced(name)
            if not known:
                return Said("{name} is not in the English message; it has none", name=shown)
            return Said(
                "{name} is not in the English message; it has {known}",
                name=shown,
                known=", ".join(map(placeholders.braced, known)),
            )
    return None


def lay(ruleset: RuleSet, overlays: Sequence[Overlay], language: str) -> RuleSet:
    """Return the rule set with the texts of the overlays; what they lack stays English."""
    rules = tuple(replace(one, **texts(overlays, "rules", one.id)) for one in ruleset.rules)
    words = ruleset.vocabulary
    vocabulary = replace(
        words,
        elements={
            n: replace(o, **texts(overlays, "elements", n)) for n, o in words.elements.items()
        },
        issues={n: replace(o, **texts(overlays, "issues", n)) for n, o in words.issues.items()},
        measures={
            n: replace(o, **texts(overlays, "measures", n)) for n, o in words.measures.items()
        },
        targets=tuple(replace(o, **texts(overlays, "targets", o.name)) for o in words.targets),
    )
    return replace(
        ruleset,
        rules=rules,
        by_id={one.id: one for one in rules},
        vocabulary=vocabulary,
        language=language,
        families={name: title for one in overlays for name, title in one.families.items()},
    )


def texts(overlays: Sequence[Overlay], kind: str, name: str) -> dict[str, Any]:
    """Return the texts of one thing without their fingerprint; a later overlay counts more."""
    found: dict[str, Any] = {}
    for one in overlays:
        found.update(one.texts[kind].get(name, {}))
    found.pop("of", None)
    return found
