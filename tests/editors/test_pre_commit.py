"""pre-commit itself, with this repository, in a scratch repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from at_hand import ROOT, missing

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "__pycache__", ".*_cache", "node_modules", "build", "dist", ".hypothesis"
)
CONFIG = """repos:
  - repo: {repo}
    rev: {revision}
    hooks:
      - id: appeal-lint
"""


class Scratch:
    """A repository of git whose commits are checked by this one."""

    def __init__(self, folder, environ):
        self.folder = folder
        self._environ = environ
        self.git("init", "-q")

    def git(self, *args):
        done = subprocess.run(
            ["git", "-c", "user.name=Seller", "-c", "user.email=seller@example.com", *args],
            cwd=self.folder,
            env=self._environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def commit(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        self.git("add", name)
        return self.git("commit", "-m", name)

    def empty(self):
        self.git("reset", "-q", "--hard")


@pytest.fixture(scope="session")
def scratch(tmp_path_factory):
    """Install the hook, which pre-commit does once: it takes a minute."""
    if shutil.which("git") is None:
        missing("git", "apt-get install git")
    tool = Path(sys.executable).with_name("pre-commit")
    if not tool.exists():
        missing("pre-commit", "see README.md, the tests")
    home = tmp_path_factory.mktemp("pre-commit")
    environ = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "APPEAL_LINT_")) and name != "PYTHONPATH"
    }
    environ |= {"PRE_COMMIT_HOME": str(home / "home"), "LC_ALL": "C.UTF-8"}
    # A repository of this tree: the real one may not be there, and what is not committed counts.
    shutil.copytree(ROOT, home / "appeal-lint", ignore=LEFT_OUT)
    ours = Scratch(home / "appeal-lint", environ)
    ours.git("add", "-A")
    ours.git("commit", "-q", "-m", "all")
    revision = ours.git("rev-parse", "HEAD")[1].strip()
    theirs = home / "letters"
    theirs.mkdir()
    made = Scratch(theirs, environ)
    config = CONFIG.format(repo=ours.folder, revision=revision)
    (theirs / ".pre-commit-config.yaml").write_text(config)
    made.git("add", "-A")
    made.git("commit", "-q", "-m", "settings")
    for words in (["install"], ["install-hooks"]):
        done = subprocess.run(
            [tool, *words], cwd=theirs, env=environ, capture_output=True, check=False, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture
def letters():
    folder = ROOT / "corpus"
    return {
        "good": (folder / "letters" / "good-teapots.txt").read_text("utf-8"),
        "bad": (folder / "sample.txt").read_text("utf-8"),
    }


def test_a_letter_that_is_not_ready_is_not_committed(scratch, letters):
    code, said = scratch.commit("bad.txt", letters["bad"])
    assert code != 0
    assert "bad.txt\nNOT READY. Score " in said
    assert "bad.txt" not in scratch.git("ls-tree", "--name-only", "HEAD")[1]
    scratch.empty()


def test_a_letter_that_is_ready_is_committed(scratch, letters):
    code, said = scratch.commit("good.md", letters["good"])
    assert code == 0, said
    assert "good.md" in scratch.git("ls-tree", "--name-only", "HEAD")[1]


def test_other_files_are_none_of_its_business(scratch, letters):
    code, said = scratch.commit("bad.py", letters["bad"])
    assert code == 0, said
    assert "no files to check" in said


def test_what_it_cannot_check_is_not_committed_in_silence(scratch):
    """Here nothing is lost: the file stays as it is, and the commit can be made later."""
    code, said = scratch.commit("empty.txt", " \n")
    assert code != 0
    assert "empty.txt: this file is empty." in said
    scratch.empty()
