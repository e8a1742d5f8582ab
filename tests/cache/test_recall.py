"""The command with its cache: the same answer, kept by all that it depends on and nothing else."""

import os
import sqlite3
import subprocess
import sys

import pytest
from appeal_lint.cache.store import Store
from appeal_lint.doors.recall import cache_folder
from own_rule import RULE

LETTER = """Our Order Defect Rate rose to 1.6 % in May, and the roads here are remote.

We will hire two inspectors. We refunded 14 buyers on 10 June.
"""
SIDE = """version: 1
ignores:
  - rule: future-promise
    words: We will hire two inspectors.
    reason: It is done by now.
"""
HIT = """
import sys
from appeal_lint.doors.cli import main
try:
    main({args!r})
except SystemExit as left:
    assert left.code == 1, left.code
large = {{'spacy', 'pydantic', 'durable', 'numpy', 'yaml', 'lemminflect'}} & set(sys.modules)
assert not large, large
"""


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder with a letter and a pack of rules, and a home and a cache of its own."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in [one for one in os.environ if one.startswith("APPEAL_LINT_")]:
        monkeypatch.delenv(name)
    work = tmp_path / "work"
    (work / "pack" / "own").mkdir(parents=True)
    (work / "letter.txt").write_text(LETTER)
    (work / "pack" / "own" / "my-rule.yaml").write_text(RULE)
    monkeypatch.chdir(work)
    return work


def kept():
    """Return how many reports are kept."""
    path = Store(cache_folder()).path
    if not path.exists():
        return 0
    return sqlite3.connect(path).execute("SELECT count(*) FROM results").fetchone()[0]


BASE = ["--rules", "pack", "letter.txt"]
PACK = "pack/own/my-rule.yaml"
CHANGES = {  # those of the pack last: it would be another one from there on
    "the letter": (BASE, {"letter.txt": LETTER + "\nThank you.\n"}),
    "the name of the letter": (["--rules", "pack", "other.md"], {"other.md": LETTER}),
    "no pack": (["letter.txt"], {}),
    "how severe a rule is": (BASE, {".appeal-lint.yaml": "rules: {my-rule: error}\n"}),
    "what a rule costs": (BASE, {".appeal-lint.yaml": "rules: {my-rule: {cost: 1}}\n"}),
    "only some rules": ([*BASE, "--select", "promises"], {}),
    "not some rules": ([*BASE, "--ignore", "my-rule"], {}),
    "the score to reach": ([*BASE, "--min-score", "3"], {}),
    "the country": ([*BASE, "--marketplace", "de"], {}),
    "the language": ([*BASE, "--lang", "zh"], {}),
    "whether it says how promises read once they are done": ([*BASE, "--format", "json"], {}),
    "the engine": ([*BASE, "--engine", "reference"], {}),
    "an ignore": (BASE, {"letter.txt.ignores.yaml": SIDE}),
    "a rule": (BASE, {PACK: RULE.replace("little", "much")}),
    "a rule more": (BASE, {"pack/own/her-rule.yaml": RULE.replace("my-rule", "her-rule")}),
}
SAME = {
    "again": BASE,
    "the server": [*BASE, "--warm"],
    "no server": [*BASE, "--no-warm"],
    "the cache by name": [*BASE, "--cache"],
    "the width": [*BASE, "--width", "60"],
    "the format": [*BASE, "--format", "plain"],
    "all findings": [*BASE, "--all", "--statistics"],
    "a file": [*BASE, "--output-file", "out.txt"],
}


def test_what_matters_is_judged_anew_and_nothing_else(run, place):
    run(*BASE)
    assert kept() == 1
    for what, args in SAME.items():
        run(*args)
        assert kept() == 1, what
    for number, (what, (args, files)) in enumerate(CHANGES.items(), start=2):
        for name, text in files.items():
            (place / name).write_text(text)
        first = run(*args)
        assert kept() == number, what
        assert run(*args) == first, what
        assert kept() == number, what
        for name in files:
            if not name.startswith("pack"):
                (place / name).unlink()
        (place / "letter.txt").write_text(LETTER)
    assert run(*BASE) == run("--no-cache", *BASE)


def test_settings_of_the_run_do_not_matter(run, place, monkeypatch):
    run("letter.txt")
    (place / ".appeal-lint.yaml").write_text("warm: on\nwarm-minutes: 3\ncache: on\n")
    run("letter.txt")
    monkeypatch.setenv("APPEAL_LINT_WARM_MINUTES", "9")
    run("letter.txt")
    assert kept() == 1


def test_a_hit_writes_the_same_in_every_format(run):
    for form in ("text", "json", "plain", "compact", "sarif"):
        args = ("--format", form, "letter.txt")
        anew = run("--no-cache", *args)
        assert run(*args) == anew
        known = kept()
        assert run(*args) == anew
        assert kept() == known
    assert known == 2  # JSON alone says how promises read once they are done


def test_a_hit_loads_nothing_large(run):
    args = ["--format", "text", "letter.txt"]
    _, out, _ = run(*args)
    done = subprocess.run(
        [sys.executable, "-c", HIT.format(args=args)], capture_output=True, check=False
    )
    assert done.stderr == b""
    assert done.stdout.decode() == out


@pytest.mark.parametrize("how", ["the option", "the file", "the variable"])
def test_nothing_is_written_where_it_is_not_wanted(run, place, monkeypatch, how):
    if how == "the file":
        (place / ".appeal-lint.yaml").write_text("cache: off\n")
    if how == "the variable":
        monkeypatch.setenv("APPEAL_LINT_CACHE", "off")
    assert run("letter.txt", *["--no-cache"] * (how == "the option"))[0] == 1
    assert not cache_folder().exists()


def test_a_broken_rule_is_told_also_where_it_was_sound_before(run, place):
    run(*BASE)
    (place / "pack" / "own" / "my-rule.yaml").write_text(RULE.replace("warning", "grave"))
    status, out, err = run(*BASE)
    assert (status, out) == (2, "")
    assert "my-rule.yaml:3" in err


def test_a_rule_that_is_not_filled_in_is_told_every_time(run, place):
    path = place / "pack" / "own" / "my-rule.yaml"
    path.write_text(RULE.replace('message: "', 'message: "Write here '))
    first = run(*BASE)
    assert "not filled in" in first[2]
    assert run(*BASE) == first


@pytest.mark.parametrize("name", ["", "relative"])
def test_nobody_knows_where_the_home_is(run, place, monkeypatch, name):
    """No folder of ours appears beside the letters."""
    for variable in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, name)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # as for a user without entry
    before = sorted(one.name for one in place.iterdir())
    anew = run("--no-cache", "letter.txt")
    assert run("letter.txt") == run("letter.txt") == anew
    assert sorted(one.name for one in place.iterdir()) == before


@pytest.mark.parametrize("how", ["garbage", "a folder", "no folder", "locked"])
def test_a_cache_that_cannot_be_used_is_not_spoken_of(run, how):
    anew = run("--no-cache", "letter.txt")
    path = Store(cache_folder()).path
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    other = None
    if how == "no folder":
        path.parent.write_text("a file")
    else:
        run("letter.txt")
    if how == "garbage":
        path.write_bytes(os.urandom(9000))
    elif how == "a folder":
        path.unlink()
        path.mkdir()
    elif how == "locked":
        other = sqlite3.connect(path)
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
    assert run("letter.txt") == anew
    assert run("letter.txt") == anew
    if other is not None:
        other.close()
