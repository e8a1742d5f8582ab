"""A real scheduler and real workers, each a process of its own, on this computer only."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
LINTER = HERE.parents[1] / "linter"
PATIENCE = 60
"""Seconds after which something is taken for broken."""


def environment(home, **more):
    """Return what a command sees: no settings of whoever runs the tests."""
    ours = ("APPEAL_LINT_", "DASK_", "XDG_", "LC_", "LANG")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {
        **kept,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LOCALAPPDATA": str(home / "cache"),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(LINTER),
        "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s",
        **more,
    }


class DaskCluster:
    """Starts when it is entered; all of it is gone when it is left."""

    def __init__(self, folder, workers=2):
        self.folder = folder
        self.control = folder / "control"
        self._workers = workers
        self._processes = []

    def __enter__(self):
        self.control.mkdir(parents=True)
        known = self.folder / "scheduler.json"
        self._start(
            "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", known
        )
        self.scheduler = self._processes[0]
        self.address = json.loads(wait(lambda: known.exists() and known.read_text()))["address"]
        faults = HERE / "dask_faults.py"
        for _ in range(self._workers):
            self._start("dask_worker", self.address, "--nthreads", "2", "--preload", faults)
        return self

    def __exit__(self, *_):
        for one in reversed(self._processes):
            one.terminate()
        for one in reversed(self._processes):
            try:
                one.wait(10)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()

    def _start(self, program, *args):
        module = f"distributed.cli.{program}"
        with (self.folder / f"{len(self._processes)}.log").open("wb") as log:
            self._processes.append(
                subprocess.Popen(
                    [sys.executable, "-m", module, *map(str, args), "--no-dashboard"],
                    env=environment(
                        self.folder,
                        CONTROL=str(self.control),
                        DASK_TEMPORARY_DIRECTORY=str(self.folder / "scratch"),
                        DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="1",
                    ),
                    cwd=self.folder,
                    stdout=log,
                    stderr=log,
                )
            )

    def judged(self):
        """Return the names of the letters that workers were given, as often as they were."""
        there = self.control / "judged"
        return there.read_text().splitlines() if there.exists() else []


def wait(condition):
    """Return what a condition says once that is true."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)
    return found
