"""Loaded by the workers of the tests: computers get lost, and work takes its time, as in life.

What is to go wrong stands as files in the folder that `CONTROL` names.
"""

import os
import signal
import time
from pathlib import Path

from appeal_lint.doors.review import cluster_work

CONTROL = Path(os.environ["CONTROL"])
_real = cluster_work.judged
_calls = 0


def _judged(shared, batch):
    global _calls  # noqa: PLW0603
    _calls += 1
    with (CONTROL / "judged").open("a") as file:
        file.writelines(f"{one.name}\n" for one in batch)
    if any(b"the letter that kills" in (one.data or b"") for one in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    if _calls > 1 and (CONTROL / "die").exists():
        (CONTROL / "die").rename(CONTROL / "died")  # one of several workers gets it
        os.kill(os.getpid(), signal.SIGKILL)
    if (CONTROL / "slow").exists():
        time.sleep(0.5)
    return _real(shared, batch)


def dask_setup(worker):
    cluster_work.judged = _judged
