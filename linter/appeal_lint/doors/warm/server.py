"""The server: takes questions, answers one at a time, and goes away when nobody asks any more."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
import time
from typing import Any

from appeal_lint.cache import stamp
from appeal_lint.doors.blas import one_thread
from appeal_lint.doors.kept import Kept
from appeal_lint.doors.warm import message, place
from appeal_lint.doors.warm.channel import Channel, Listener, listen
from appeal_lint.doors.warm.job import run
from appeal_lint.doors.warm.message import Question

MOST = 5_000
"""Runs after which a server makes room for a fresh one, whatever it may have gathered."""
MOST_ENGINES = 60
"""The same for engines: who works on rules has a new one after each change of a pattern."""
QUEUE = 8.0
"""Seconds that a question may wait for its turn; then who asks does the work himself."""
FIRST = 5.0
"""Seconds in which who connects must say what he wants."""
ALONE = 30.0
"""Seconds that a run may go on for nobody: it reads from something that has no end, maybe."""


class _Job:
    """A question, and its answer when it is there."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.begun = False
        self.dropped = False
        self.done = threading.Event()
        self.reply = message.BUSY


class Server:
    """Answers until it is told to stop, is out of date, or had nothing to do for a while.

    Args:
        listener: where questions come in.
        idle: seconds without a question after which it ends.

    """

    def __init__(self, listener: Listener, idle: float) -> None:
        self._listener = listener
        self._idle = idle
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._program = _program()
        self._began = time.time()
        self._answered = 0
        self._ending = False
        self._open = 0
        self._lock = threading.Lock()

    def serve(self) -> None:
        """Answer until it is time to end. Runs the command in the thread that calls this."""
        threading.Thread(target=self._accept, daemon=True).start()
        one_thread()
        import numpy  # noqa: F401, PLC0415  (before a run brings the environment of who asks)

        kept = Kept()
        try:
            while not self._ending and self._answered < MOST and kept.engines < MOST_ENGINES:
                try:
                    job = self._jobs.get(timeout=self._idle)
                except queue.Empty:
                    break
                if job is not None and not job.dropped:
                    self._do(job, kept)
        finally:
            self._end()

    def _do(self, job: _Job, kept: Kept) -> None:
        job.begun = True
        try:
            job.reply = message.answer(run(job.question, kept))
        except Exception:  # who asks does the work himself, and says what is wrong
            job.reply = message.BUSY
        finally:
            self._answered += 1
            job.done.set()

    def _end(self) -> None:
        """Take no more questions; those that were taken are told to look for another server."""
        self._leave()
        with contextlib.suppress(queue.Empty):
            while True:
                job = self._jobs.get_nowait()
                if job is not None:
                    job.reply = message.GONE
                    job.done.set()
        until = time.monotonic() + FIRST
        while self._open and time.monotonic() < until:
            time.sleep(0.01)

    def _accept(self) -> None:
        while not self._ending:
            try:
                channel = self._listener.accept()
            except OSError:
                if self._ending:
                    return
                time.sleep(0.05)  # too many open files, for example
                continue
            threading.Thread(target=self._talk, args=(channel,), daemon=True).start()

    def _talk(self, channel: Channel) -> None:
        with self._lock:
            self._open += 1
        try:
            do, question = message.asked(channel.receive(FIRST))
            if question is not None:
                self._run(channel, question)
            elif do == "stop":
                self._leave()
                channel.send(message.told(self._facts()))
            else:
                channel.send(message.told(self._facts()))
        except (OSError, ValueError):
            pass  # who asked is gone, or is none of ours
        finally:
            channel.close()
            with self._lock:
                self._open -= 1

    def _run(self, channel: Channel, question: Question) -> None:
        job = _Job(question)
        if _program() != self._program:
            self._leave()
        with self._lock:  # what is put here after the end is never looked at
            if not self._ending:
                self._jobs.put(job)
            else:
                job.reply = message.GONE
                job.done.set()
        until = time.monotonic() + QUEUE
        try:
            while not job.done.wait(message.BEAT):
                if not job.begun and time.monotonic() > until:
                    break
                channel.send(message.WAIT)
            job.dropped = True
            channel.send(job.reply)
        except OSError:  # nobody waits any more
            job.dropped = not question.outlives
            while not (job.dropped or job.begun or job.done.wait(message.BEAT)):
                pass
            if job.begun and not job.done.wait(ALONE):
                os._exit(1)  # nothing else ends it; who waits behind it does his work himself

    def _leave(self) -> None:
        """Take no more; who asks from now on meets no server, and starts another."""
        with self._lock:
            self._ending = True
            self._listener.close()
        self._jobs.put(None)

    def _facts(self) -> dict[str, Any]:
        return {
            "process": os.getpid(),
            "seconds": round(time.time() - self._began),
            "answered": self._answered,
            "idle": round(self._idle),
        }


def _program() -> str:
    return stamp.program() + stamp.installed()


def serve(idle: float) -> bool:
    """Be the server of this user and this installation, if there is none yet.

    Args:
        idle: seconds without a question after which it ends.

    Returns:
        Whether this process was the server.

    """
    from filelock import FileLock, Timeout  # noqa: PLC0415

    if not place.make():
        return False
    lock = FileLock(place.beside("lock"))
    until = time.monotonic() + 5
    while True:
        try:
            lock.acquire(timeout=0)
            break
        except Timeout:
            from appeal_lint.doors.warm.client import is_up  # noqa: PLC0415

            if is_up() or time.monotonic() > until:
                return False
            time.sleep(0.05)  # it is about to begin, or to end
    try:
        Server(listen(), idle).serve()
    finally:
        lock.release()
    return True
