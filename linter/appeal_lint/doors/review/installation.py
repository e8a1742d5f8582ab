"""What is installed that has a say in what is found in a letter."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from appeal_lint.i18n import mark
from appeal_lint.model.installed import installed

if TYPE_CHECKING:
    from appeal_lint.doors.review.source import Plan

Uses = frozenset[tuple[str | None, str | None]]
"""The engines and models that the settings of some letters name; None where they name none."""

_CODE = (".py", ".npz", ".mo")
_READERS = {
    ".docx": ("lxml",),
    ".odt": ("odfdo",),
    ".rtf": ("striprtf",),
    ".pdf": ("pypdf",),
    ".html": ("selectolax",),
    ".htm": ("selectolax",),
    ".eml": ("mail-parser-reply", "selectolax"),
    ".mbox": ("mail-parser-reply", "selectolax"),
}
"""The packages that read letters, by the endings of their files."""


def packages(plan: Plan, endings: Iterable[str]) -> tuple[str, ...]:
    """Return the packages beside the program that a review of some files needs on a worker.

    Args:
        plan: of the review.
        endings: those of its files.

    """
    found = {"spacy", "numpy", "lemminflect"}
    found.update(package for ending in endings for package in _READERS.get(ending, ()))
    if plan.sketch:
        found.add("datasketch")
    if plan.redact:
        found.add("phonenumbers")
    return tuple(sorted(found))


@lru_cache
def read_with(ending: str) -> str:
    """Return which releases of which packages read files with an ending, which may change."""
    return " ".join(f"{name} {installed(name)}" for name in _READERS.get(ending, ()))


def installation(uses: Uses, packages: tuple[str, ...]) -> dict[str, str]:
    """Return what is installed here, by what a user calls it; two that are equal judge alike."""
    from appeal_lint.engine import available  # noqa: PLC0415
    from appeal_lint.language.reader import default_model  # noqa: PLC0415

    found = {"Python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    program = _digest(str(Path(__file__).parents[2]), _CODE)
    found["appeal-lint"] = f"{installed('appeal-lint')} ({program})"
    for engine, model in sorted(uses, key=repr):
        name = engine or available()
        version = installed("durable-rules") if name == "durable" else ""
        found[f"--engine {engine}" if engine else mark("the engine")] = f"{name} {version}".strip()
        found[f"--model {model}" if model else mark("the language model")] = _model(
            model or default_model()
        )
    for name in packages:
        found[name] = installed(name) or "–"
    return found


def _model(name: str) -> str:
    """Return a stamp of a model's weights, which are the same under several names."""
    folder = Path(name)
    if not folder.is_dir():
        try:
            spec = find_spec(name)
        except (ImportError, ValueError):
            spec = None
        if spec is None or spec.origin is None:
            return "–"
        folder = Path(spec.origin).parent
    return _digest(str(folder), ())


@lru_cache
def _digest(folder: str, endings: tuple[str, ...]) -> str:
    """Return a short text for what is in the files of a folder, wherever that is."""
    found = blake2b(digest_size=5)
    top = Path(folder)
    for path in sorted(top.rglob("*"), key=lambda one: one.relative_to(top).as_posix()):
        if "__pycache__" in path.parts or not path.is_file():
            continue
        if path.name.endswith(endings) if endings else _weighs(path.name):
            data = path.read_bytes()
            found.update(f"{path.name} {len(data)} ".encode("utf-8", "surrogateescape"))
            found.update(data)
    return found.hexdigest()


def _weighs(name: str) -> bool:
    """Say whether a file of a model is more than its name and where it comes from."""
    return name not in ("meta.json", "METADATA", "RECORD", "WHEEL", "INSTALLER") and (
        not name.endswith((".py", ".txt", ".md"))
    )
