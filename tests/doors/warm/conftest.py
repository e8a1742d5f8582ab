"""The command in processes of its own, with a server, a cache and a home that nothing else uses."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

LETTER = """Dear Amazon Seller Performance Team,

Our Order Defect Rate rose to 1.6 % because of negative feedback in May. The roads here are remote,
so delivery is slow.

- We will hire two inspectors for the “green” lamps.
- We refunded 14 buyers on 10 June.

Please reinstate our account.
"""
OTHER = """# Plan of action

Many parcels came late in March, since our old carrier had too few vans.
We are going to use FedEx from next month.
"""
HANG = 120
"""Seconds after which a test gives up; nothing here depends on how fast the computer is."""

Done = namedtuple("Done", "status out err")

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]  # named pipes cannot be had where these tests were written


class Place:
    """A folder with letters, and all that the command keeps outside of it."""

    def __init__(self, cache=None):
        self.top = Path(tempfile.mkdtemp(prefix="al-", dir="/tmp"))  # short: names of sockets are
        self.top.chmod(0o755)
        self.work = self.top / "w"
        self.run_folder = self.top / "run"
        for one in (self.work, self.run_folder, self.top / "home"):
            one.mkdir()
        (self.work / "letter.txt").write_text(LETTER, encoding="utf-8")
        (self.work / "other.md").write_text(OTHER, encoding="utf-8")
        away = ("APPEAL_LINT_", "LC_", "LANG", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR",
                "CLICOLOR", "PYTHONIOENCODING", "XDG_")  # fmt: skip
        self.environ = {
            **{name: value for name, value in os.environ.items() if not name.startswith(away)},
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.top / "home"),
            "XDG_CONFIG_HOME": str(self.top / "home"),
            "XDG_CACHE_HOME": str(cache or self.top / "cache"),
            "XDG_RUNTIME_DIR": str(self.run_folder),
        }

    @property
    def ours(self):
        """The folder of the socket."""
        return self.run_folder / "appeal-lint"

    @property
    def socket(self):
        """The only socket."""
        (found,) = self.ours.glob("*.socket")
        return found

    def begin(self, *args, environ=(), cwd=None, code=None, **more):
        """Start the command, or some code, and return its process."""
        what = ["-c", code] if code is not None else ["-m", "appeal_lint"]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        return subprocess.Popen(
            [sys.executable, *what, *map(str, args)],
            env={**self.environ, **dict(environ)},
            cwd=cwd or self.work,
            **{**pipes, **more},
        )

    def end(self, process, data=None):
        """Wait for a process and return what it wrote."""
        try:
            out, err = process.communicate(data, timeout=HANG)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return Done(process.returncode, out, err)

    def run(self, *args, data=None, **more):
        """Run the command to its end."""
        return self.end(self.begin(*args, **more), data)

    def cold(self, *args, **more):
        return self.run("--no-warm", *args, **more)

    def warm(self, *args, **more):
        return self.run("--warm", *args, **more)

    def servers(self):
        """The servers that run here."""
        found = []
        for one in psutil.process_iter():
            try:
                if "'server', 'run'" in " ".join(one.cmdline()) and (
                    one.environ().get("XDG_RUNTIME_DIR") == str(self.run_folder)
                ):
                    found.append(one)
            except psutil.Error:
                continue
        return [one for one in found if one.status() != psutil.STATUS_ZOMBIE]

    def server(self):
        """The only server, when others that came too late have gone."""
        until(lambda: len(self.servers()) == 1)
        return self.servers()[0]

    def close(self):
        for one in self.servers():
            one.send_signal(signal.SIGCONT)
            one.kill()
        until(lambda: not self.servers())
        shutil.rmtree(self.top, ignore_errors=True)


def until(holds):
    """Wait until something holds."""
    end = time.monotonic() + HANG
    while not holds():
        assert time.monotonic() < end, "this never came"
        time.sleep(0.05)


@pytest.fixture(scope="session")
def cache():
    """A cache folder for all, so that few runs load the language model."""
    with tempfile.TemporaryDirectory() as folder:
        yield folder


@pytest.fixture(scope="module")
def place(cache):
    """One place, and so one server, for all tests of a file."""
    made = Place(cache)
    yield made
    made.close()


@pytest.fixture
def fresh(cache):
    """A place for one test, where no server runs."""
    made = Place(cache)
    yield made
    made.close()


@pytest.fixture(scope="session")
def wait():
    return until


@pytest.fixture
def in_thread():
    """Return a function that begins some work, and returns a function for its result."""
    with ThreadPoolExecutor() as pool:

        def begin(work, *args):
            future = pool.submit(work, *args)
            return lambda: future.result(timeout=HANG)

        yield begin
