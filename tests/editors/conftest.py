"""Real editors, which find the command as a user's do: on the path."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from at_hand import LETTER, PATIENCE, ROOT, missing


@pytest.fixture(scope="session")
def program():
    """Return where a program is."""

    def find(name, how):
        return shutil.which(name) or missing(name, how)

    return find


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letters" / "letter.txt"
    path.parent.mkdir()
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Return an environment in which nothing of the developer's own is found."""
    home = tmp_path / "home"
    home.mkdir()
    found = {name: value for name, value in os.environ.items() if "APPEAL_LINT" not in name}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        found[name] = str(home / name.lower())
    for name in ("VIMINIT", "LANGUAGE", "LC_MESSAGES"):
        found.pop(name, None)
    here = str(Path(sys.executable).parent)
    return {
        **found,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "PATH": os.pathsep.join([here, found.get("PATH", "")]),
        "EDITORS": str(ROOT / "editors"),
    }


@pytest.fixture
def background(desk):
    """Return where a server in the background may be, and stop it at the end."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # the names of sockets are short
        place = {"XDG_RUNTIME_DIR": folder}
        yield place
        stop = [sys.executable, "-P", "-m", "appeal_lint", "server", "stop"]
        done = subprocess.run(
            stop, env=desk | place, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        assert "The server stops." in done.stdout


@pytest.fixture
def drive(desk, tmp_path):
    """Run an editor with a script that writes what it saw as JSON, and return that."""

    def run(command, **environment):
        seen = tmp_path / "seen.json"
        done = subprocess.run(
            [*map(str, command)],
            env={**desk, "SEEN": str(seen), **{k: str(v) for k, v in environment.items()}},
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
            check=False,
        )
        said = done.stdout.decode("utf-8", "replace")
        assert seen.exists(), said
        return json.loads(seen.read_text("utf-8"))

    return run


@pytest.fixture(scope="session")
def installed():
    """Return the folder of a Debian package's files."""

    def find(folder, package):
        if not Path(folder).is_dir():
            missing(package, f"apt-get install {package}")
        return folder

    return find
