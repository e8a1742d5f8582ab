"""Worker processes, each with its own model; one that dies takes no letter with it but its own."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process

from appeal_lint.doors.review.source import Done, Plan, Source
from appeal_lint.doors.review.work import Judge
from appeal_lint.i18n import tongue
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.said import Said

AHEAD = 3
"""Batches a process that are handed out at a time: it never waits, and little lies in memory."""

TRIES = 2
"""How often a letter is judged alone; a process may also die of something else."""

MOST_DEATHS = 10
"""Processes that die one after the other without an answer; then it is not the letters."""

Batch = tuple[Source, ...]

_judge: Judge | None = None
"""That of a worker process."""


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes:
    """Judges letters in processes of this computer.

    Args:
        plan: what all letters have in common.
        count: how many processes.

    """

    def __init__(self, plan: Plan, count: int) -> None:
        self._plan = plan
        self._packed = zlib.compress(pickle.dumps(plan))
        self.count = count
        self._pool = self._started()

    def judged(self, batches: Iterator[Batch]) -> Iterator[Sequence[Done]]:
        """Judge batches of letters; the answers come as they are ready.

        A batch with which a process dies is judged once more, letter by letter and nothing beside,
        so that the letter that does it is found.
        """
        open_batches: dict[Future[list[Done]], Batch] = {}
        suspects: deque[Batch] = deque()
        more = True
        while more or open_batches or suspects:
            while more and not suspects and len(open_batches) < AHEAD * self.count:
                batch = next(batches, None)
                more = batch is not None
                if batch is not None:
                    self._submit(batch, open_batches, suspects)
            ready, _ = wait(open_batches, return_when=FIRST_COMPLETED)
            for one in ready:
                batch = open_batches.pop(one)
                try:
                    yield one.result()
                except BrokenProcessPool:
                    suspects.append(batch)
            if suspects and not open_batches:
                self._renew()
                yield from self._one_by_one(suspects)

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        _end(self._pool)

    def _handed(self, batch: Batch) -> Future[list[Done]]:
        """Hand out a batch, for which a process may be started; Ctrl-C is not for it."""
        try:
            with _ctrl_c_kept_back():
                return self._pool.submit(_work, self._packed, batch)
        except OSError as fault:  # another process has died while this one was being started
            raise BrokenProcessPool(str(fault)) from fault

    def _submit(
        self, batch: Batch, open_batches: dict[Future[list[Done]], Batch], suspects: deque[Batch]
    ) -> None:
        try:
            open_batches[self._handed(batch)] = batch
        except BrokenProcessPool:
            suspects.append(batch)

    def _one_by_one(self, suspects: deque[Batch]) -> Iterator[Sequence[Done]]:
        deaths = 0
        while suspects:
            for source in suspects.popleft():
                for _ in range(TRIES):
                    try:
                        yield self._handed((source,)).result()
                        deaths = 0
                        break
                    except BrokenProcessPool:
                        deaths += 1
                        if deaths == MOST_DEATHS:
                            raise AppealLintError(
                                "The processes that read the letters end again and again. Maybe "
                                "there is too little memory: try --jobs 1."
                            ) from None
                        self._renew()
                else:
                    yield [lost(source, self._plan)]

    def _renew(self) -> None:
        _end(self._pool)
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        # Spawned: what is forked has the locks of threads that are not there. The plan goes with
        # each batch: what a process is started with is written to it until it has read it all,
        # for ever if it dies before.
        return ProcessPoolExecutor(self.count, get_context("spawn"), initializer=_begin)


def lost(source: Source, plan: Plan) -> Done:
    """Return what became of a letter with which a process died."""
    said = Said(
        "{path}: this file ended the process that read it. It may be damaged or too large.",
        path=source.name,
    )
    return Done(source.name, source.stamp, fault=said.told(tongue(plan.language)))


@contextmanager
def _ctrl_c_kept_back() -> Iterator[None]:
    """Let what is started here have this from its first moment; `_begin` would come too late."""
    if not hasattr(signal, "pthread_sigmask"):  # as on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(pool: ProcessPoolExecutor) -> None:
    processes = list((getattr(pool, "_processes", None) or {}).values())
    for one in processes:  # first, so that whoever presses Ctrl-C again does not prevent it
        one.terminate()
    pool.shutdown(wait=False, cancel_futures=True)
    for one in processes:
        one.join()


def _begin() -> None:
    """Make a worker ready; Ctrl-C is for the process that handed out the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    """End this process with the one that hands out the work, however that ends."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(plan: bytes, batch: Batch) -> list[Done]:
    global _judge  # noqa: PLW0603
    if _judge is None:
        _judge = Judge(pickle.loads(zlib.decompress(plan)))
    return _judge.all(batch)
