"""Vim, without a window: the compiler, the hook, and ALE."""

import pytest
from at_hand import ROOT, SCRIPTS

PROMISE = ["E", 3, "We will hire two inspectors."]
REFUSED = "not saved, since the letter is not ready"


@pytest.fixture
def vim(program, drive, letter):
    """Run a script in Vim, with some settings."""
    found = program("vim", "apt-get install vim")

    def run(script, *settings, path=letter, **environment):
        command = [found, "-e", "-s", "-n", "-i", "NONE", "-u", "NONE", "--not-a-term",
                   "--cmd", "set nocompatible encoding=utf-8",
                   "--cmd", f"set runtimepath^={ROOT}/editors/vim"]  # fmt: skip
        for one in settings:
            command += ["--cmd", one]
        # A file of settings that is not read leaves out the plugins too.
        command += ["--cmd", "runtime! plugin/appeal_lint.vim", "-S", SCRIPTS / script]
        return drive(command, LETTER=path, **environment)

    return run


def hook(mode, limit):
    return (
        f"let g:appeal_lint_hook = '{mode}'",
        f"let g:appeal_lint_limit = {limit:.2f}",
        "let g:appeal_lint_warm = 0",
    )


def test_make_fills_the_list_with_places_that_are_right(vim):
    found = vim("vim_make.vim")
    assert [*PROMISE, "“We will hire two inspectors.” is a promise. [future-promise]"] in found
    assert {"W", "I"} <= {one[0] for one in found}


def test_a_letter_that_is_not_ready_stays_unsaved_where_the_hook_refuses(vim):
    seen = vim("vim_hook.vim", *hook("refuse", 120))
    assert REFUSED in seen["why"]
    assert (seen["disk"], seen["modified"]) == ("Dear Amazon,", 1)
    assert seen["forced"] == "Dear Team,"
    (promise,) = [one for one in seen["list"] if "[future-promise]" in one[3]]
    assert promise[:3] == PROMISE


def test_a_hook_that_warns_saves_and_says_so(vim):
    seen = vim("vim_hook.vim", *hook("warn", 120))
    assert (seen["why"], seen["disk"], seen["modified"]) == ("", "Dear Team,", 0)
    assert any("NOT READY. Score " in one for one in seen["told"])
    assert any("[future-promise]" in one[3] for one in seen["list"])


def test_a_save_does_not_wait_for_a_slow_check_and_the_findings_follow(vim):
    seen = vim("vim_hook.vim", *hook("refuse", 0.01), LATE=1)
    assert (seen["why"], seen["disk"]) == ("", "Dear Team,")
    assert any("The save goes on, the report follows" in one for one in seen["told"])
    assert any("[future-promise]" in one[3] for one in seen["list"])


@pytest.mark.parametrize(
    "settings",
    [
        ("let g:appeal_lint_command = 'no-such-command'", *hook("refuse", 120)),
        hook("no-such-mode", 120),
        (),
    ],
)
def test_a_hook_that_cannot_work_or_is_off_saves(settings, vim):
    seen = vim("vim_hook.vim", *settings)
    assert (seen["why"], seen["disk"], seen["list"]) == ("", "Dear Team,", [])


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_ale_checks_what_is_not_saved(ending, vim, installed, letter):
    path = letter.rename(letter.with_name(f"mail.{ending}"))
    found = vim("vim_ale.vim", path=path, ALE=installed("/usr/share/vim-ale", "vim-ale"))
    assert [*PROMISE, "future-promise"] in found
    assert path.read_text("utf-8").startswith("Dear Amazon,")
