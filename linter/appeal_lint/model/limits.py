"""Bounds of what is read."""

LARGEST = 200_000
"""Bytes of a letter. Ten times the longest appeal that was ever seen; more is another kind of
file."""
LARGEST_DOCUMENT = 20_000_000
"""Bytes of a file that is no plain text; the pictures in it count too."""
