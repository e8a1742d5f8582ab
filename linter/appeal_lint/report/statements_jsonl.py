"""The statements of a draft as JSON lines, to look at the analysis and to measure it."""

import json
from collections.abc import Iterable
from typing import Any

from appeal_lint.model.statement import Statement
from appeal_lint.report.safe import escaped


def render(path: str, statements: Iterable[Statement]) -> str:
    """Return one JSON object a line; offsets count characters of the text as given.

    `section` is the text of the heading above, or null.
    """
    rows = (json.dumps(_row(path, one), ensure_ascii=False) for one in statements)
    return "".join(f"{escaped(row)}\n" for row in rows)


def _row(path: str, statement: Statement) -> dict[str, Any]:
    return {
        "path": path,
        "id": statement.id,
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "block": str(statement.block),
        "section": statement.heading,
        "act": str(statement.act),
        "agent": str(statement.agent),
        "issues": [str(one) for one in statement.issues],
        "measures": [str(one) for one in statement.measures],
        "excuse": str(statement.excuse) if statement.excuse else None,
        "why": statement.why,
    }
