"""How numpy multiplies in a process that stays, or that multiplies small things many times."""

import os

VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def one_thread() -> None:
    """Let numpy, which must not be loaded yet, multiply in one thread.

    A few sentences are too small to be shared out: on a busy machine the threads wait for each
    other a hundred times as long as the work takes.
    """
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
