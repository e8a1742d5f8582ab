"""As the command does: matrices are small, and threads would wait for each other."""

from appeal_lint.doors.blas import one_thread

one_thread()
