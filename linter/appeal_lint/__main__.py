"""The command, also as `python -m appeal_lint`: by the server where that is wanted, else here."""

import os
import sys

from appeal_lint.doors.status import STOPPED
from appeal_lint.doors.warm.wanted import wanted


def main() -> None:
    """Run the command and leave with its exit status."""
    args = sys.argv[1:]
    if wanted(args, os.environ):
        from appeal_lint.doors.warm.client import run  # noqa: PLC0415

        status = run(args)
        if status is not None:
            sys.exit(status)
    try:
        from appeal_lint.doors import cli  # noqa: PLC0415
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    cli.main()


if __name__ == "__main__":
    main()
