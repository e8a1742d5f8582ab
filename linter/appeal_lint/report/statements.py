"""The statements of a draft as JSON lines, to look at the analysis and to measure it."""

import json
from collections.abc import Iterable

from appeal_lint.model.statement import Statement


def render(path: str, statements: Iterable[Statement]) -> str:
    """Return one JSON object a line; offsets count characters of the text as given."""
    lines = [
        json.dumps(
            {
                "path": path,
                "id": one.id,
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "block": str(one.block),
                "section": one.heading,
                "act": str(one.act),
                "agent": str(one.agent),
                "issues": [str(word) for word in one.issues],
                "measures": [str(word) for word in one.measures],
                "excuse": str(one.excuse) if one.excuse else None,
                "why": one.why,
            },
            ensure_ascii=False,
        )
        for one in statements
    ]
    return "".join(line + "\n" for line in lines)
