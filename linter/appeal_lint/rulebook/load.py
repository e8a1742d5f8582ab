"""Folders of YAML to one RuleSet, with every fault of every file told at once."""

from collections.abc import Sequence
from pathlib import Path

from appeal_lint.model.errors import RulebookError
from appeal_lint.model.rule import Cost, Examples, Rule, RuleSet, Tally
from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.rulebook.checks import check
from appeal_lint.rulebook.compile import compile_rule
from appeal_lint.rulebook.schema import RuleShape
from appeal_lint.rulebook.vocabulary import load_vocabulary, validate
from appeal_lint.rulebook.yaml_source import Faults, Source, read_yaml

_NOT_FAMILIES = frozenset({"vocabulary", "i18n", "playbooks"})


def shipped_folder() -> Path:
    """Return the folder of the rules that come with the program.

    It is `appeal_lint/rules` in an installed package and `rules/` in a checkout.
    """
    package = Path(__file__).resolve().parents[1]
    packaged = package / "rules"
    return packaged if packaged.is_dir() else package.parents[1] / "rules"


def load(extra: Sequence[Path] = ()) -> RuleSet:
    """Load the shipped rules and those of further folders.

    Args:
        extra: folders laid out as the shipped one: a folder for each family, and a
            `vocabulary/` that adds phrases.

    Raises:
        RulebookError: with a line for each fault of any file; nothing half loads.

    """
    faults = Faults()
    folders = [shipped_folder(), *extra]
    for folder in folders:
        if not folder.is_dir():
            raise RulebookError(f"{folder}: there is no such folder of rules")
    vocabulary = load_vocabulary(folders, faults)
    rules: dict[str, Rule] = {}
    tallies: list[Tally] = []
    for folder in folders:
        for path in rule_files(folder):
            loaded = _load_rule(path, vocabulary, faults)
            if loaded is None:
                continue
            rule, tally = loaded
            if rule.id in rules:
                faults.add(path, 1, "id", f"{rule.id!r} is in {rules[rule.id].path} already")
                continue
            rules[rule.id] = rule
            if tally is not None:
                tallies.append(tally)
    faults.stop()
    ordered = tuple(rules[name] for name in sorted(rules))
    return RuleSet(ordered, vocabulary, tuple(tallies), {rule.id: rule for rule in ordered})


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a folder, in order of family and name."""
    return sorted(
        path
        for family in folder.iterdir()
        if family.is_dir() and family.name not in _NOT_FAMILIES and family.name[0] not in "._"
        for path in (*family.glob("*.yaml"), *family.glob("*.yml"))
    )


def _load_rule(
    path: Path, vocabulary: Vocabulary, faults: Faults
) -> tuple[Rule, Tally | None] | None:
    source = read_yaml(path, faults)
    if source is None:
        return None
    shape = validate(RuleShape, source.data, source, (), faults)
    if shape is None:
        return None
    before = len(faults.lines)
    check(shape, source, vocabulary, faults)
    return None if len(faults.lines) > before else _rule(shape, source)


def _rule(shape: RuleShape, source: Source) -> tuple[Rule, Tally | None]:
    compiled, tally = compile_rule(shape.id, shape.when)
    element = next(iter(shape.element.items())) if shape.element else None
    rule = Rule(
        id=shape.id, family=source.path.parent.name, title=shape.title, severity=shape.severity,
        cost=Cost(shape.cost.each, shape.cost.most), why=shape.why, source=shape.source,
        message=shape.message, advice=shape.advice, like=shape.like,
        examples=Examples(tuple(shape.examples.bad), tuple(shape.examples.good)),
        compiled=compiled, path=str(source.path), once=shape.once, element=element,
    )  # fmt: skip
    return rule, tally
