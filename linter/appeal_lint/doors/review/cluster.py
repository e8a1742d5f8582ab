"""A Dask cluster that judges letters, in place of the processes of this computer."""

from __future__ import annotations

import logging
import pickle
import time
import uuid
import warnings
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from appeal_lint.doors.review.cluster_work import Shared, Unlike, judged, share, unlike
from appeal_lint.doors.review.installation import Uses, installation, packages
from appeal_lint.doors.review.pool import AHEAD, Batch, lost
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
        self._name = f"appeal-lint-{uuid.uuid4().hex}"
        self._sent = 0
        self._open: dict[Any, Batch] = {}
        self._client = self._connected()
        try:
            self.count = self._workers_at_first()
            names = packages(plan, endings)
            here = installation(uses, names)
            self._compare(uses, names, here)
            self._shared = self._give(uses, names, here)
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
            raise _differs(answer)
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

    def _connected(self) -> Any:
        _quiet()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # other releases of Dask; what counts is compared
            try:
                return self._dask.Client(self._address, name="appeal-lint")
            except TypeError as fault:  # what Dask says where it knows no certificate
                raise AppealLintError(
                    "--scheduler {address}: for tls:// Dask's own settings must name the "
                    "certificates.",
                    address=self._address,
                ) from fault
            except Exception as fault:
                raise AppealLintError(
                    "--scheduler {address}: no Dask scheduler can be reached there. "
                    "Check the address, and that the scheduler runs.",
                    address=self._address,
                ) from fault

    def _workers_at_first(self) -> int:
        try:
            self._client.wait_for_workers(1, timeout=self._dask.client.parse_timedelta(_timeout()))
            return len(self._client.nthreads())
        except TimeoutError as fault:
            raise AppealLintError(
                "--scheduler {address}: this scheduler has no workers. "
                "Start one on each computer with: dask worker {address}",
                address=self._address,
            ) from fault

    def _compare(self, uses: Uses, names: tuple[str, ...], here: Mapping[str, str]) -> None:
        found = self._client.run(installation, uses, names, on_error="return")
        for worker, there in sorted(found.items()):
            if isinstance(there, BaseException):
                raise AppealLintError(
                    "The worker {worker} has no appeal-lint like this one ({reason}). "
                    "Install the same appeal-lint on all computers.",
                    worker=worker,
                    reason=type(there).__name__,
                )
            if (one := unlike(here, there)) is not None:
                raise _differs(one)

    def _give(self, uses: Uses, names: tuple[str, ...], here: Mapping[str, str]) -> Any:
        """Return what all batches share, as a piece of work: where it is lost it is done again."""
        plan = pickle.dumps(self._plan)
        name = blake2b(repr((plan, sorted(here.items()))).encode(), digest_size=16).hexdigest()
        shared = Shared(name, plan, uses, names, here)
        return self._client.submit(share, shared, key=f"{self._name}-plan", pure=False)

    def _gone(self) -> AppealLintError:
        return AppealLintError(
            "The scheduler {address} does not answer any more. What is done is kept. "
            "Start it again, then go on with: appeal-lint review --resume",
            address=self._address,
        )


def _timeout() -> str:
    """Return how long to wait for a connection, as Dask's own configuration says."""
    found: str = extras.load("dask", "dask").config.get("distributed.comm.timeouts.connect")
    return found


def _differs(one: Unlike) -> AppealLintError:
    return AppealLintError(
        "A worker of the cluster has {what} {there}, this computer has {here}. "
        "Install the same on all computers, then start the workers again.",
        what=one.what,
        there=one.there,
        here=one.here,
    )


def _quiet() -> None:
    """Let Dask say nothing on standard error: what matters is said in one line."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
