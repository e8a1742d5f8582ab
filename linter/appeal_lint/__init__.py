"""A strict reader for Amazon appeal letters (Plans of Action)."""
