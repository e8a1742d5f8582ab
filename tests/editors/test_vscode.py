"""The extension for VS Code: it compiles, is packaged, and works in a real VS Code."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from at_hand import missing

EXTENSION = Path(__file__).parents[2] / "editors" / "vscode"
HOST = EXTENSION / "test" / "host"
VSCODE = HOST / "node_modules" / "code-server" / "lib" / "vscode"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PATIENCE = 900
"""Seconds until a step is taken to be stuck; never waited for else."""


def run(*words, folder=EXTENSION, **environment):
    """Run a program of the extension's, and return what it says."""
    done = subprocess.run(
        [shutil.which(words[0]), *words[1:]],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, said
    return said


def passed(said):
    """Say whether tests ran; one that fails has ended the run already."""
    return re.search(r"^\S pass [1-9]", said, re.MULTILINE) is not None


def install(folder):
    """Install what a lock file names, unless that is there already."""
    lock, seal = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    if not (seal.exists() and seal.stat().st_mtime >= lock.stat().st_mtime):
        run("npm", "ci", folder=folder)


@pytest.fixture(scope="module")
def package():
    """Return the extension as users install it."""
    if not shutil.which("node") or not shutil.which("npm"):
        missing("Node.js", "apt-get install nodejs npm")
    install(EXTENSION)
    run("npm", "run", "package")
    return EXTENSION / "appeal-lint.vsix"


@pytest.fixture(scope="module")
def browser():
    if sys.platform != "linux":
        pytest.skip("the VS Code of this test is for Linux")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or missing("Chromium", "apt-get install chromium-headless-shell")


@pytest.fixture(scope="module")
def vscode():
    """Install a real VS Code. Its second half has a lock file of its own, and no install script."""
    install(HOST)
    if not (VSCODE / "node_modules").is_dir():
        run("npm", "install", "--omit=dev", "--ignore-scripts", folder=VSCODE)


def test_texts_and_where_the_program_is_looked_for(package):
    assert passed(run("npm", "test"))


def test_a_real_vs_code_checks_a_letter(package, browser, vscode):
    program = shutil.which("appeal-lint", path=str(Path(sys.executable).parent))
    assert program, "appeal-lint is not installed beside this Python"
    said = run(
        *("npm", "run", "test:editor"),
        APPEAL_LINT=program,
        CHROMIUM=browser,
        VSIX=str(package),
    )
    assert passed(said), said
