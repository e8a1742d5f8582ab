"""A Dask cluster that judges letters, in place of the processes of this computer."""

from __future__ import annotations

import logging
import pickle
import time
import uuid
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from appeal_lint.doors.review.cluster_work import Shared, Unlike, forget, judged, share
from appeal_lint.doors.review.installation import Uses, installation, packages
from appeal_lint.doors.review.pool import AHEAD, Batch, lost
from appeal_lint.doors.review.scheduler import compare, connected, differs, first_workers
from appeal_lint.doors.review.sent import sent
from appeal_lint.doors.review.source import Done, Plan
from appeal_lint.model import extras
from appeal_lint.model.errors import AppealLintError

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOK = 2.0
"""Seconds between two looks at which workers there are."""
NO_WORKERS = 60.0
"""Seconds to wait while there is no worker; a computer that was lost may come back."""
CLOSING = 5.0
"""Seconds in which a scheduler may say goodbye."""
RETRIES = 2
"""How often a batch is done again where something beside the letters went wrong."""


class Cluster:
    """Judges letters in the workers of a cluster.

    Args:
        address: of its scheduler, as `tcp://host:port`.
        plan: what all letters have in common.
        uses: the engines and models that their settings name.
        endings: those of the files with letters.

    Raises:
        AppealLintError: Dask is not installed, the scheduler cannot be reached or has no workers,
            or something else is installed on a worker than here.

    """

    def __init__(self, address: str, plan: Plan, uses: Uses, endings: Iterable[str]) -> None:
        self._dask = extras.load("distributed", "dask")
        self._address = address
        self._plan = plan
        self._shared: Any = None
        self._name = f"appeal-lint-{uuid.uuid4().hex}"
        self._sent = 0
        self._open: dict[Any, Batch] = {}
        self._client = connected(address)
        try:
            self.count = first_workers(self._client, address)
            names = packages(plan, endings)
            here = installation(uses, names)
            compare(self._client, uses, names, here)
            self._common = _common(plan, uses, names, here)
            self._shared = self._give()
        except BaseException:
            self.close()
            raise
        self._looked = self._seen = time.monotonic()

    def judged(self, batches: Iterator[Batch]) -> Iterator[Sequence[Done]]:
        """Judge batches of letters; the answers come as they are ready.

        What a worker that is lost was doing, others do. A batch with which several are lost is
        judged letter by letter and nothing beside, so that the letter that does it is found.

        Raises:
            AppealLintError: the scheduler or all workers are gone, or a worker differs.

        """
        suspects: deque[Batch] = deque()
        more = True
        while more or self._open or suspects:
            while more and not suspects and len(self._open) < AHEAD * self.count:
                batch = next(batches, None)
                more = batch is not None
                if batch is not None:
                    unread = self._submit(batch)
                    if unread:
                        yield unread
            for batch, answers in self._answers():
                if answers is None:
                    suspects.append(batch)
                else:
                    yield answers
            if suspects and not self._open:
                yield from self._one_by_one(suspects)

    def close(self) -> None:
        """Let go of the cluster; what it has not begun, it does no more."""
        self._open.clear()  # each that nobody holds is given up
        try:
            if self._client.status == "running" and self._shared is not None:
                self._client.run(
                    forget, self._common.name, self._common.uses, wait=False, on_error="ignore"
                )
            self._client.close(timeout=CLOSING)
        except Exception:  # the scheduler is gone, or does not answer
            logging.getLogger(__name__).debug("not closed", exc_info=True)

    def _one_by_one(self, suspects: deque[Batch]) -> Iterator[Sequence[Done]]:
        while suspects:
            for source in suspects.popleft():
                unread = self._submit((source,))
                if unread:
                    yield unread
                while self._open:
                    for _, answers in self._answers():
                        yield [lost(source, self._plan)] if answers is None else answers

    def _submit(self, batch: Batch) -> list[Done]:
        """Send letters off; return those that cannot be read."""
        letters, unread = sent(batch, self._plan)
        if letters:
            if self._shared.status == "error":  # workers died just when they were given it
                self._shared = self._give()
            self._sent += 1
            future = self._client.submit(
                judged,
                self._shared,
                letters,
                key=f"{self._name}-{self._sent}",
                pure=False,
                retries=RETRIES,
            )
            self._open[future] = letters
        return unread

    def _answers(self) -> Iterator[tuple[Batch, list[Done] | None]]:
        """Yield what is ready, once something is or some time has gone by; None if it was lost."""
        if not self._open:
            return
        try:
            self._dask.wait(list(self._open), timeout=LOOK, return_when="FIRST_COMPLETED")
        except TimeoutError:
            pass
        except self._dask.CancelledError as fault:
            raise self._gone() from fault
        for future in [one for one in self._open if one.done()]:
            try:
                answer = self._answer(future)
            except TimeoutError:
                continue  # it lies on a worker that is lost, and is made again
            yield self._open.pop(future), answer
        if time.monotonic() - self._looked > LOOK:
            self._look()

    def _answer(self, future: Any) -> list[Done] | None:
        from distributed.scheduler import KilledWorker  # noqa: PLC0415

        try:
            answer: list[Done] | Unlike = future.result(timeout=LOOK)
        except KilledWorker:
            return None
        except TimeoutError:
            raise
        except (self._dask.CancelledError, OSError) as fault:
            raise self._gone() from fault
        except Exception as fault:
            raise AppealLintError(
                "A worker of the cluster cannot judge letters ({reason}). "
                "Install the same appeal-lint on all computers.",
                reason=type(fault).__name__,
            ) from fault
        if isinstance(answer, Unlike):
            raise differs(answer)
        return answer

    def _look(self) -> None:
        """Count the workers, which come and go."""
        if self._client.status != "running":
            raise self._gone()
        try:
            self.count = len(self._client.nthreads())
        except Exception as fault:
            raise self._gone() from fault
        self._looked = time.monotonic()
        if self.count:
            self._seen = self._looked
        elif self._looked - self._seen > NO_WORKERS:
            raise AppealLintError(
                "The scheduler {address} has lost all its workers. What is done is kept. "
                "Start workers, then go on with: appeal-lint review --resume",
                address=self._address,
            )

    def _give(self) -> Any:
        """Return what all batches share, as a piece of work: where it is lost it is done again."""
        self._sent += 1
        key = f"{self._name}-{self._sent}-plan"
        return self._client.submit(share, self._common, key=key, pure=False)

    def _gone(self) -> AppealLintError:
        return AppealLintError(
            "The scheduler {address} does not answer any more. What is done is kept. "
            "Start it again, then go on with: appeal-lint review --resume",
            address=self._address,
        )


def _common(plan: Plan, uses: Uses, names: tuple[str, ...], here: Mapping[str, str]) -> Shared:
    packed = pickle.dumps(plan)
    name = blake2b(repr((packed, sorted(here.items()))).encode(), digest_size=16).hexdigest()
    return Shared(name, packed, uses, names, here)
