"""The exit statuses that the outside relies on."""

READY = 0
NOT_READY = 1
FAILED = 2
"""The command could not do its work."""

STOPPED = 130
"""The user pressed Ctrl-C."""
