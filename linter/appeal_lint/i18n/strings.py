"""The sentences that the program itself says, read from its own code."""

import ast
from collections.abc import Iterator
from pathlib import Path

PLACES = {
    "say": 0, "mark": 0, "marks": 0, "many": 1, "Said": 0, "AppealLintError": 0, "DraftError": 0,
}  # fmt: skip
"""Who takes a sentence, and which of its arguments that is (of two forms: the first).

`docs/translating.md` names the same to Babel.
"""
CODE = Path(__file__).resolve().parents[1]


def strings(folder: Path = CODE) -> tuple[str, ...]:
    """Return each sentence of the code below a folder once; of two forms only the first."""
    found: dict[str, None] = {}
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        found.update(dict.fromkeys(_said(tree)))
    return tuple(found)


def _said(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = PLACES.get(name)
        if place is None or place >= len(node.args):
            continue
        text = node.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value:
            yield text.value
