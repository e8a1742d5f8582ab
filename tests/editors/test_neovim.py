"""Neovim, without a window, as a user sets it up."""

import pytest
from at_hand import ROOT, SCRIPTS

REFUSED = "not saved, since the letter is not ready"


@pytest.fixture
def neovim(program, drive, letter):
    """Run a script in Neovim."""
    nvim = program("nvim", "apt-get install neovim")

    def run(script, **environment):
        plugin = f"set runtimepath^={ROOT}/editors/neovim"
        command = [nvim, "--headless", "-n", "-i", "NONE", "--cmd", plugin, "-u", SCRIPTS / script]
        seen = drive(command, SCRIPTS=SCRIPTS, LETTER=letter, **environment)
        assert "fault" not in seen, seen
        assert "gave_up" not in seen, seen
        return seen

    return run


def test_findings_come_and_go_and_something_can_be_done_about_them(neovim, letter):
    seen = neovim("server.lua")
    assert seen["underlined"] == "We will hire two inspectors."
    assert seen["severity"] == 1
    first, second = seen["actions"][:2]
    assert first.startswith("If this is done already, write: “We have already hired")
    assert second == "Ignore this here (future-promise)"
    assert seen["rewritten"].startswith("😀 Thank you. We have already hired two inspectors")
    # To ignore a finding changes nothing in the letter.
    assert seen["text"] == seen["disk"] == "😀 Thank you. We will hire two inspectors."
    ignores = letter.with_name("letter.txt.ignores.yaml").read_text("utf-8")
    assert "future-promise" in ignores


def test_a_letter_that_is_not_ready_stays_unsaved_where_the_hook_refuses(neovim):
    seen = neovim("hook.lua", MODE="refuse", LIMIT=120)
    assert (seen["wrote"], seen["modified"]) == (False, True)
    assert REFUSED in seen["why"]
    assert seen["disk"] == "Dear Amazon,"
    assert seen["forced"] == "Dear Team,"
    (promise,) = [one for one in seen["list"] if "[future-promise]" in one[3]]
    assert promise[:3] == ["E", 3, "We will hire two inspectors."]


def test_a_hook_that_warns_saves_and_says_so(neovim):
    seen = neovim("hook.lua", MODE="warn", LIMIT=120)
    assert (seen["wrote"], seen["modified"], seen["disk"]) == (True, False, "Dear Team,")
    assert any("NOT READY. Score " in one for one in seen["told"])
    assert any("[future-promise]" in one[3] for one in seen["list"])


def test_a_save_does_not_wait_for_a_slow_check_and_the_findings_follow(neovim):
    seen = neovim("hook.lua", MODE="refuse", LIMIT=0.01, LATE=1)
    assert (seen["wrote"], seen["disk"]) == (True, "Dear Team,")
    assert "still checking. The save goes on" in seen["told"][0]
    assert any("[future-promise]" in one[3] for one in seen["list"])


def test_a_server_in_the_background_can_do_it(neovim, background):
    seen = neovim("hook.lua", MODE="refuse", LIMIT=120, WARM=1, **background)
    assert (seen["wrote"], seen["disk"]) == (False, "Dear Amazon,")
    assert any("[future-promise]" in one[3] for one in seen["list"])


def test_a_hook_that_cannot_work_saves(neovim, letter):
    (letter.parent / ".appeal-lint.yaml").write_text("hook: no-such-mode\n")
    seen = neovim("hook.lua", MODE="refuse", LIMIT=120)
    assert (seen["wrote"], seen["disk"]) == (True, "Dear Team,")
    assert "no-such-mode" in seen["told"][0]


def test_a_hook_that_is_off_does_nothing(neovim):
    seen = neovim("hook.lua", MODE="off", LIMIT=120)
    assert (seen["wrote"], seen["disk"], seen["told"], seen["list"]) == (True, "Dear Team,", [], [])


def test_newer_versions_get_the_server_in_their_own_way(neovim, letter):
    seen = neovim("newer.lua")
    assert seen["config"]["name"] == seen["enabled"] == "appeal-lint"
    assert seen["config"]["cmd"] == ["appeal-lint", "lsp"]
    assert {"text", "markdown"} <= set(seen["config"]["filetypes"])
    assert seen["started"] == {
        "cmd": ["appeal-lint", "lsp"],
        "root": str(letter.parent),
        "buffer": seen["buffer"],
    }
