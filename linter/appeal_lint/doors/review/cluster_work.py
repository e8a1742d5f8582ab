"""What a worker of a cluster does: judges what is sent to it, with one model for all."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from appeal_lint.doors.review.installation import Uses, installation
from appeal_lint.doors.review.source import Done, Plan, Source
from appeal_lint.doors.review.work import Judge

MOST = 2
"""Reviews at a time for which a worker keeps what it made ready; the model is one for all."""

_one_at_a_time = threading.Lock()
"""A worker may have several threads; the model and the engine are for one."""
_ready: dict[str, Judge | Unlike] = {}


@dataclass(frozen=True, slots=True)
class Shared:
    """What all batches of a review have in common; goes to each worker once."""

    name: str
    """Another for each plan and installation."""
    plan: bytes
    uses: Uses
    packages: tuple[str, ...]
    here: Mapping[str, str]
    """What is installed on the computer of the user."""


@dataclass(frozen=True, slots=True)
class Unlike:
    """What differs on a worker, so that it may find something else in a letter."""

    what: str
    there: str
    here: str


def share(shared: Shared) -> Shared:
    """Return what it is given: where it runs, there it lies for the batches."""
    return shared


def judged(shared: Shared, batch: tuple[Source, ...]) -> list[Done] | Unlike:
    """Judge a batch of letters, or say why this worker must not."""
    with _one_at_a_time:
        known = _ready.get(shared.name)
        if known is None:
            while len(_ready) >= MOST:
                del _ready[next(iter(_ready))]
            plan: Plan = pickle.loads(shared.plan)
            found = unlike(shared.here, installation(shared.uses, shared.packages))
            known = _ready[shared.name] = found or Judge(plan)
        return known if isinstance(known, Unlike) else known.all(batch)


async def forget(name: str, uses: Uses) -> None:
    """Let go of a review, and of the letters that its models remember; the models stay loaded.

    Args:
        name: of what the review shared.
        uses: see `Shared`.

    """
    # A thread, for a batch may be at work and this is called where a worker must not wait.
    threading.Thread(target=_forget, args=(name, uses), daemon=True).start()


def _forget(name: str, uses: Uses) -> None:
    from appeal_lint.doors.setup import reader_for  # noqa: PLC0415

    with _one_at_a_time:
        if isinstance(_ready.pop(name, None), Judge):
            for _, model in uses:
                reader_for(model).forget()


def unlike(here: Mapping[str, str], there: Mapping[str, str]) -> Unlike | None:
    """Return the first thing that is not the same in two installations, or None."""
    for what, version in here.items():
        if there.get(what) != version:
            return Unlike(what, there.get(what, "–"), version)
    return None
