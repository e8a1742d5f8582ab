"""What the tests with editors share: places, a letter, and what to do without a program."""

from pathlib import Path

from programs import missing

__all__ = ["LETTER", "PATIENCE", "ROOT", "SCRIPTS", "missing"]

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(__file__).parent / "scripts"
PATIENCE = 240
"""Seconds until an editor that says nothing is taken to be stuck; never waited for else."""

LETTER = """Dear Amazon,

😀 Thank you. We will hire two inspectors.
Many of our parcels came late.
"""
"""A letter that is not ready. Its promise stands behind a character that counts as one, two or
four, by who counts."""
