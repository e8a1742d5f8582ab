"""`python -m appeal_lint.doors.bounded SECONDS ARGS...`: the command, for at most some seconds."""

import os
import sys
import threading

from appeal_lint.doors.cli import main
from appeal_lint.doors.status import FAILED


def run(seconds: float, args: list[str]) -> None:
    """Run the command; end the process when the time is over, whatever it is doing."""
    end = threading.Timer(seconds, os._exit, (FAILED,))
    end.daemon = True
    end.start()
    main(args)


if __name__ == "__main__":
    run(float(sys.argv[1]), sys.argv[2:])
