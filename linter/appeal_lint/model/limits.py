"""Bounds of what is read."""

LARGEST = 200_000
"""Bytes of a letter. Ten times the longest appeal that was ever seen; more is another kind of
file."""
