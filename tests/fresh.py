"""Code in a Python of its own, where nothing is imported yet."""

import subprocess
import sys


def run(code):
    """Return what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
