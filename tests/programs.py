"""What to do where a test needs a program that is not there."""

import os

import pytest


def missing(what, how):
    """Fail in CI, where everything must be there; elsewhere skip, and say what is missing."""
    said = f"{what} is not installed; on Debian: {how}"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(said)
    pytest.skip(said)
