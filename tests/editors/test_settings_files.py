"""Helix and Sublime Text: what their files name is there, and the server answers to it."""

import json
import subprocess
import tomllib

import pytest
from appeal_lint.doors.lsp.wishes import Wishes, changed
from at_hand import PATIENCE, ROOT

EDITORS = ROOT / "editors"


def helix():
    """Return the command, and the settings as Helix sends them."""
    found = tomllib.loads((EDITORS / "helix" / "languages.toml").read_text("utf-8"))
    (server,) = found["language-server"].values()
    for language in found["language"]:
        assert "appeal-lint" in language["language-servers"]
    return [server["command"], *server["args"]], server["config"]


def sublime():
    found = json.loads((EDITORS / "sublime" / "LSP.sublime-settings").read_text("utf-8"))
    (client,) = found["clients"].values()
    return client["command"], client["settings"]


@pytest.mark.parametrize("editor", [helix, sublime])
def test_the_command_is_a_language_server(editor, desk):
    command, _ = editor()
    asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}
    leave = {"jsonrpc": "2.0", "method": "exit"}
    sent = b""
    for one in (asked, leave):
        body = json.dumps(one).encode()
        sent += b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    done = subprocess.run(
        command, input=sent, capture_output=True, env=desk, timeout=PATIENCE, check=False
    )
    answer = json.loads(done.stdout.partition(b"\r\n\r\n")[2].partition(b"Content-Length")[0])
    assert "codeActionProvider" in answer["result"]["capabilities"]


@pytest.mark.parametrize("editor", [helix, sublime])
def test_the_settings_are_those_of_the_server(editor):
    _, settings = editor()
    wishes, faults = changed(Wishes(check="manual", debounce=1), settings)
    assert faults == []
    assert wishes == Wishes()
