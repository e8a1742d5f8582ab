"""How numpy and scipy multiply, where the matrices are small."""

import os

VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def one_thread() -> None:
    """Let numpy and scipy multiply in one thread; it holds for what is not loaded yet.

    A few sentences are too small to be shared out: on a busy machine the threads wait for each
    other a hundred times as long as the work takes.
    """
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
