"""An evaluation as JSON, for other programs and as the baseline of a later one."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from appeal_lint.evaluation import Evaluation, Table, Wrong, headline
from appeal_lint.report.safe import escaped

VERSION = 1


def render(
    names: Iterable[str],
    measured: Evaluation,
    fallen: Mapping[str, tuple[float, float]],
    *,
    listed: bool = True,
) -> str:
    """Return one JSON document; figures are between 0 and 1 (kappa from -1), to four places."""
    all = measured.figures
    document: dict[str, Any] = {
        "version": VERSION,
        "gold": list(names),
        "sentences": all.sentences,
        "letters": all.letters,
        "headline": {name: round(value, 4) for name, value in headline(all).items()},
        "fallen": {name: {"was": was, "is": now} for name, (was, now) in fallen.items()},
        "act": _table(all.act),
        "excuse_any": _table(all.plea),
        "excuse": _table(all.excuse),
        "issue": _table(all.issue),
        "measure": _table(all.measure),
        "agent": _table(all.agent),
        "element": _table(all.element),
        "wrong": [_wrong(one) for one in measured.wrong] if listed else len(measured.wrong),
    }
    return escaped(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _table(table: Table) -> dict[str, Any] | None:
    if not table.used:
        return None
    found: dict[str, Any] = {
        "macro_f1": round(table.macro, 4),
        "micro_f1": round(table.micro.f1, 4),
        "labels": {
            name: {
                "precision": round(one.precision, 4),
                "recall": round(one.recall, 4),
                "f1": round(one.f1, 4),
                "there": one.gold,
            }
            for name, one in table.used.items()
        },
    }
    if table.pairs:
        found["accuracy"] = round(table.accuracy, 4)
        found["kappa"] = round(table.kappa, 4)
        found["confusion"] = [
            {"there": gold, "found": got, "times": many}
            for (gold, got), many in sorted(table.pairs.items())
        ]
    return found


def _wrong(one: Wrong) -> dict[str, Any]:
    return {
        "place": one.place,
        "text": one.text,
        "differences": [
            {"label": each.label, "there": each.gold or None, "found": each.found or None}
            for each in one.differences
        ],
        "why": one.why,
    }
