"""Emacs in batch mode: eglot, flymake, and the check before a save."""

import subprocess

import pytest
from at_hand import ROOT, SCRIPTS, missing


@pytest.fixture
def found(program):
    return program("emacs", "apt-get install emacs-nox")


@pytest.fixture
def emacs(found, drive, letter):
    """Run a script in Emacs."""

    def run(script, **environment):
        command = [found, "--batch", "-l", SCRIPTS / script]
        seen = drive(command, SCRIPTS=SCRIPTS, LETTER=letter, **environment)
        assert "gave_up" not in seen, seen
        return seen

    return run


def test_a_letter_that_is_not_ready_stays_unsaved_where_the_hook_refuses(emacs):
    seen = emacs("hook.el", MODE="refuse", LIMIT=120)
    assert seen["why"].startswith("Not saved, since the letter is not ready.")
    assert (seen["disk"], seen["modified"]) == ("Dear Amazon,", True)
    assert seen["forced"] == "Dear Team,"
    assert seen["place"] == "We will hire two inspectors."
    # flymake has no end from the lines of the command, so the rest of the line is underlined.
    assert seen["underlined"] == "We will hire two inspectors."


def test_a_hook_that_warns_saves_and_says_so(emacs):
    seen = emacs("hook.el", MODE="warn", LIMIT=120)
    assert (seen["why"], seen["disk"], seen["modified"]) == ("", "Dear Team,", None)
    assert "NOT READY. Score " in seen["list"]


def test_a_save_does_not_wait_for_a_slow_check_and_the_findings_follow(emacs):
    seen = emacs("hook.el", MODE="refuse", LIMIT=0.01, LATE=1)
    assert (seen["why"], seen["disk"]) == ("", "Dear Team,")
    assert "NOT READY. Score " in seen["list"]


def test_a_hook_that_cannot_work_saves(emacs):
    seen = emacs("hook.el", MODE="refuse", LIMIT=120, COMMAND="no-such-command")
    assert (seen["why"], seen["disk"], seen["list"]) == ("", "Dear Team,", "")


def test_the_hook_can_be_off(emacs):
    seen = emacs("hook.el", MODE="nil", LIMIT=120)
    assert (seen["why"], seen["disk"], seen["list"]) == ("", "Dear Team,", "")


def test_eglot_shows_the_findings_and_what_can_be_done(emacs, found, letter):
    code = "(require 'eglot)"  # Emacs 29 and later bring it
    if subprocess.run(
        [found, "--batch", "--eval", code], capture_output=True, check=False
    ).returncode:
        missing("eglot", "apt-get install elpa-eglot")
    seen = emacs("server.el")
    assert seen["underlined"] == "We will hire two inspectors."
    assert seen["actions"][0].startswith("If this is done already, write: “We have already hired")
    assert seen["actions"][1] == "Ignore this here (future-promise)"
    assert seen["rewritten"].startswith("😀 Thank you. We have already hired two inspectors")
    assert "future-promise" in letter.with_name("letter.txt.ignores.yaml").read_text("utf-8")


def test_it_compiles_without_a_warning(found, tmp_path):
    source = tmp_path / "appeal-lint.el"
    source.write_bytes((ROOT / "editors/emacs/appeal-lint.el").read_bytes())
    done = subprocess.run(
        [found, "--batch", "--eval", "(setq byte-compile-error-on-warn t)",
         "-f", "batch-byte-compile", source],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
