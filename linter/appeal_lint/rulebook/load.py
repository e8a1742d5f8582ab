"""Folders of YAML to one RuleSet, with every fault of every file told at once."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from appeal_lint.i18n import ENGLISH
from appeal_lint.model.rule import Cost, Examples, Pack, Rule, RuleSet, Tally
from appeal_lint.model.said import Said
from appeal_lint.model.shipped import shipped_folder
from appeal_lint.model.words import Element, Severity, Status
from appeal_lint.rulebook.checks import check_rule
from appeal_lint.rulebook.compile import compile_rule
from appeal_lint.rulebook.faults import Faults
from appeal_lint.rulebook.pack import FILE, MISNAMED, load_packs
from appeal_lint.rulebook.schema import RuleShape
from appeal_lint.rulebook.validate import validate
from appeal_lint.rulebook.vocabulary import load_vocabulary, marks_of
from appeal_lint.rulebook.yaml_source import Place, Source, read_yaml

_NOT_FAMILIES = frozenset({"vocabulary", "i18n"})
_ENDINGS = frozenset({".yaml", ".yml"})


def load(extra: Sequence[Path] = (), language: str = ENGLISH) -> RuleSet:
    """Load the shipped rules and those of further folders.

    Args:
        extra: folders laid out as the shipped one: a folder for each family, and a
            `vocabulary/` that adds phrases, marks and lists.
        language: the code of the language of titles and texts; what no `i18n/<language>.yaml`
            has stays English.

    Raises:
        RulebookError: with a line for each fault of any file; nothing half loads.

    """
    return load_folders([shipped_folder(), *extra], language)


def load_folders(folders: Sequence[Path], language: str = ENGLISH) -> RuleSet:
    """Load some folders, of which the first must hold the whole vocabulary; see `load`.

    Raises:
        RulebookError: with a line for each fault of any file; nothing half loads.

    """
    faults = Faults()
    for folder in folders:
        _check_folder(folder, faults)
    faults.stop()
    packs = load_packs(folders, faults)
    vocabulary = load_vocabulary(folders, faults)
    # A broken vocabulary would make every rule that asks for a mark look broken too.
    marks = None if faults.found else marks_of(vocabulary)
    paths: dict[str, Path] = {}
    rules: list[Rule] = []
    tallies: list[Tally] = []
    for folder in folders:
        paths_here = rule_files(folder)
        _check_layout(folder, paths_here, faults)
        for path in paths_here:
            source = read_yaml(path, faults)
            if source is None:
                continue
            _check_id(source, paths, faults)
            loaded = _rule(source, marks, packs.get(folder), faults)
            if loaded is not None:
                rules.append(loaded[0])
                tallies.extend(loaded[1:])
    faults.stop()
    rules.sort(key=lambda rule: rule.id)
    tallies.sort(key=lambda tally: tally.name)
    by_id = {rule.id: rule for rule in rules}
    ruleset = RuleSet(tuple(rules), vocabulary, tuple(tallies), by_id, tuple(packs.values()))
    if language == ENGLISH:
        return ruleset
    from appeal_lint.rulebook.translation import lay, read_overlays  # noqa: PLC0415

    overlays = read_overlays(folders, language, ruleset, faults)
    faults.stop()
    return lay(ruleset, overlays, language)


def _check_folder(folder: Path, faults: Faults) -> None:
    """Note a folder that is not there, or that may not be read."""
    try:
        if not folder.is_dir():
            faults.add(folder, 1, "", Said("there is no such folder"))
            return
        inner = [one for one in folder.iterdir() if one.is_dir() and one.name[0] not in "._"]
        for one in (folder, *inner):
            if not os.access(one, os.R_OK | os.X_OK):
                faults.add(one, 1, "", Said("this folder may not be read"))
    except (OSError, ValueError) as wrong:
        reason = Said(str(wrong.strerror)) if isinstance(wrong, OSError) else Said("not a name")
        faults.add(folder, 1, "", Said("this folder cannot be read ({reason})", reason=reason))


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a folder, in order of family and name."""
    return sorted(
        path
        for family in folder.iterdir()
        if family.is_dir() and family.name not in _NOT_FAMILIES and family.name[0] not in "._"
        for path in family.iterdir()
        if path.suffix.lower() in _ENDINGS and not path.name.startswith(".")
    )


def _check_layout(folder: Path, found: Sequence[Path], faults: Faults) -> None:
    """Note rule files that stand where no rule is looked for; `found` are those of families."""
    known = frozenset(found)
    stray = [one for one in _yaml_files(folder, depth=3) if one not in known]
    for path in stray:
        said = Said("a rule belongs into a family: <folder>/<family>/<id>.yaml")
        faults.add(path, 1, "", said)
    if not found and not stray and not any((folder / one).is_dir() for one in _NOT_FAMILIES):
        faults.add(folder, 1, "", Said("there is no rule here: <folder>/<family>/<id>.yaml"))


def _yaml_files(folder: Path, depth: int) -> list[Path]:
    """Return the YAML files of a folder and some levels below, without the vocabulary."""
    found: list[Path] = []
    for one in sorted(folder.iterdir()):
        if one.name[0] in "._" or one.name in _NOT_FAMILIES:
            continue
        if one.is_dir() and depth and not one.is_symlink():
            found.extend(_yaml_files(one, depth - 1))
        elif one.suffix.lower() in _ENDINGS and one.is_file():
            found.append(one)
    return [one for one in found if one not in (folder / FILE, folder / MISNAMED)]


def _check_id(source: Source, paths: dict[str, Path], faults: Faults) -> None:
    name = source.data.get("id") if isinstance(source.data, dict) else None
    if not isinstance(name, str):
        return
    line = source.line(("id",))
    if name != source.path.stem:
        said = Said("must be the name of the file, {name!r}", name=source.path.stem)
        faults.add(source.path, line, "id", said)
    if name in paths:
        said = Said("{name!r} is the id of {path} already", name=name, path=paths[name])
        faults.add(source.path, line, "id", said)
    paths.setdefault(name, source.path)


def _rule(
    source: Source, marks: Collection[str] | None, pack: Pack | None, faults: Faults
) -> tuple[Rule, Tally] | tuple[Rule] | None:
    shape = validate(RuleShape, source.data, source, (), faults)
    if shape is None:
        return None

    def fault(where: str, message: Said) -> None:
        place: Place = tuple(int(one) if one.isdigit() else one for one in where.split("."))
        known = source.known(place)
        faults.add(source.path, source.line(known), ".".join(map(str, known)), message)

    before = len(faults.found)
    check_rule(shape, marks, fault)
    if len(faults.found) > before:
        return None
    compiled, tally = compile_rule(shape.id, shape.when)
    element = next(iter(shape.element.items())) if shape.element else None
    rule = Rule(
        id=shape.id,
        family=source.path.parent.name,
        title=shape.title,
        severity=Severity(shape.severity),
        cost=Cost(shape.cost.each, shape.cost.most),
        why=shape.why,
        source=shape.source,
        message=shape.message,
        advice=shape.advice,
        like=shape.like,
        examples=Examples(shape.examples.bad, shape.examples.good),
        compiled=compiled,
        path=str(source.path),
        once=shape.once,
        element=(Element(element[0]), Status(element[1])) if element else None,
        pack=pack.name if pack else "",
        page=pack.pages.replace("{rule}", shape.id) if pack and pack.pages else None,
    )
    return (rule, tally) if tally is not None else (rule,)
