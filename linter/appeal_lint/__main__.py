"""`python -m appeal_lint`, the same as the command."""

from appeal_lint.doors.cli import main

if __name__ == "__main__":
    main()
