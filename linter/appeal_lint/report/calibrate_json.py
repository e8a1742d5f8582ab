"""A calibration as JSON, for other programs."""

import json
from dataclasses import asdict
from typing import Any

from appeal_lint.model.calibration import Calibration, Trial
from appeal_lint.model.rule import Cost
from appeal_lint.report.safe import escaped

VERSION = 1


def render(found: Calibration) -> str:
    """Return one JSON document.

    `area` is that under the ROC curve on letters left out, `loss` the mean log-loss there.
    """
    document: dict[str, Any] = {
        "version": VERSION,
        "verdict": str(found.verdict),
        "letters": found.overall.of,
        "reinstated": found.overall.back,
        "rejected": found.overall.of - found.overall.back,
        "unknown": found.unknown,
        "copies": found.copies,
        "weighed": found.weighed,
        "ready": {"shipped": found.ready_now, "proposed": found.ready_then},
        "trial": None if found.trial is None else _trial(found.trial),
        "rules": {
            one.rule: {
                "shipped": _cost(one.was),
                "proposed": _cost(one.now),
                "letters": one.letters,
            }
            for one in found.changes
        },
    }
    return escaped(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _cost(one: Cost) -> dict[str, int]:
    return asdict(one)


def _trial(one: Trial) -> dict[str, Any]:
    return {
        "folds": one.folds,
        "repeats": one.repeats,
        "area": {
            "shipped": round(one.shipped, 4),
            "proposed": round(one.proposed, 4),
            "difference": round(one.difference, 4),
            "low": round(one.low, 4),
            "high": round(one.high, 4),
        },
        "loss": {
            "shipped": round(one.shipped_loss, 4),
            "proposed": round(one.proposed_loss, 4),
        },
    }
