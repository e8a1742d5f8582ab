"""What the translation of some folders lacks: for who translates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from appeal_lint.model.rule import RuleSet
from appeal_lint.rulebook.faults import Fault, Faults
from appeal_lint.rulebook.load import load_folders
from appeal_lint.rulebook.translation import (
    Overlay,
    english,
    fingerprint,
    overlay_path,
    read_overlays,
    texts,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a translation lacks, or that was made from an English that has changed."""

    path: Path
    line: int
    where: str
    message: str
    fingerprint: str = ""
    """What `of:` on this line must be once the text is right; empty where it has no `of:`."""


def untranslated(folders: Sequence[Path], language: str) -> tuple[list[Fault], list[Gap]]:
    """Return the faults of the files of a language, and what else is to be done.

    Raises:
        RulebookError: the rules themselves cannot be used.

    """
    ruleset = load_folders(folders)
    faults = Faults()
    overlays = read_overlays(folders, language, ruleset, faults)
    return faults.found, list(_gaps(folders, ruleset, overlays, language))


def _gaps(
    folders: Sequence[Path], ruleset: RuleSet, overlays: Sequence[Overlay], language: str
) -> Iterator[Gap]:
    """Yield what is missing or stale in the texts of some folders."""
    by_path = {one.source.path: one for one in overlays}
    for kind, entries in english(ruleset).items():
        for name, there in entries.items():
            has = texts(overlays, kind, name)
            path = overlay_path(_home(folders, ruleset, kind, name), language)
            own = by_path.get(path)
            line = own.line((kind, name)) if own else 1
            for field in there:
                if field not in has:
                    yield Gap(path, line, f"{kind}.{name}.{field}", "is missing")
            for one in overlays:
                if name in one.texts[kind]:
                    yield from _stale(one, kind, name, fingerprint(there))
    titled = {name for one in overlays for name in one.families}
    for name in dict.fromkeys(one.family for one in ruleset.rules):
        if name not in titled:
            yield Gap(overlay_path(folders[0], language), 1, f"families.{name}", "is missing")


def _stale(overlay: Overlay, kind: str, name: str, now: str) -> Iterator[Gap]:
    place, path = (kind, name, "of"), overlay.source.path
    was = overlay.texts[kind][name].get("of")
    where = ".".join(place)
    if was is None:
        yield Gap(path, overlay.line(place), where, f'is missing; write of: "{now}"')
    elif was != now:
        message = f'the English has changed since; check the texts, then write of: "{now}"'
        yield Gap(path, overlay.line(place), where, message, now)


def _home(folders: Sequence[Path], ruleset: RuleSet, kind: str, name: str) -> Path:
    """Return the folder that a rule stands in; the first for all else."""
    if kind == "rules":
        path = Path(ruleset.by_id[name].path)
        return next((one for one in folders if one in path.parents), folders[0])
    return folders[0]
