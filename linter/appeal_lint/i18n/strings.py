"""The sentences that the program itself says, read from its own code."""

import ast
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


def helps(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of what `--help` shows: of options, and of commands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "help":
            text = node.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.lineno, text.value
        elif isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            yield node.lineno, ast.get_docstring(node) or ""


def _makes_command(decorator: ast.expr) -> bool:
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    return getattr(made, "attr", "") in ("command", "group")


def extract(
    file: Any, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, Any, Any, Any]]:
    """Yield every sentence of a file to Babel: what its own extractor finds, and the help.

    The parameters are those of an extractor of Babel.
    """
    from babel.messages.extract import extract_python  # noqa: PLC0415  (for who translates)

    source = file.read()
    yield from extract_python(io.BytesIO(source), keywords, comment_tags, options)
    for line, text in helps(ast.parse(source)):
        yield line, None, text, []


def _said(tree: ast.AST) -> Iterator[str]:
    yield from (text for _, text in helps(tree))
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
