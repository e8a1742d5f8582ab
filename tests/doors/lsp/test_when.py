"""When a letter is checked: after a pause in typing, on save, or only when asked."""

import pytest
from lsp_client import uri

LETTER = "Our Order Defect Rate rose to 1.6 %. We will hire two inspectors for the lamps.\n"
TOP = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
HELLO = {"range": TOP, "text": "Hello. "}
NAME = "file:///letters/when.txt"


def heard(messages, method="textDocument/publishDiagnostics"):
    return [one["params"] for one in messages if one.get("method") == method]


def check(client, *arguments):
    asked = {"command": "appeal-lint.check", "arguments": list(arguments)}
    return client.request("workspace/executeCommand", asked)


def test_results_of_versions_that_are_gone_are_never_shown(serve):
    client = serve()
    client.start(options={"appealLint": {"debounce": 300}})
    client.open(NAME, LETTER)
    for version in range(2, 12):
        client.change(NAME, version, HELLO)
    client.diagnostics(NAME, 11)
    versions = {one["version"] for one in heard(client.settled())}
    assert versions <= {1, 11}


def test_a_version_without_a_change_is_shown_as_that_version(client):
    name = "file:///letters/versions.txt"
    client.open(name, LETTER)
    client.diagnostics(name)
    client.change(name, 2)
    assert len(client.diagnostics(name, 2)) > 0
    client.close(name)


def test_closing_takes_the_underlines_away_and_drops_what_is_under_way(client):
    client.open(NAME, LETTER)
    client.diagnostics(NAME)
    client.change(NAME, 2, HELLO)
    client.close(NAME)
    assert client.diagnostics(NAME, None) == []
    client.open("file:///letters/other.txt", LETTER)
    client.diagnostics("file:///letters/other.txt")  # one at a time: it came after the other
    client.close("file:///letters/other.txt")
    assert [one for one in heard(client.settled()) if one["uri"] == NAME and one["version"]] == []


def test_on_save_means_on_save(serve):
    client = serve(settings={"check": "save"})
    client.start()
    client.open(NAME, LETTER)
    assert len(client.diagnostics(NAME)) > 0
    client.change(NAME, 2, HELLO)
    client.change(NAME, 3, HELLO)
    hover = {"textDocument": {"uri": NAME}, "position": {"line": 0, "character": 60}}
    assert client.request("textDocument/hover", hover) is None  # it would be of older words
    assert [one for one in heard(client.settled()) if one["version"] != 1] == []
    client.save(NAME)
    assert len(client.diagnostics(NAME, 3)) > 0
    assert client.request("textDocument/hover", hover) is not None


def test_manual_means_when_asked(serve):
    client = serve()
    client.start(options={"check": "manual"})
    client.open(NAME, LETTER)
    client.change(NAME, 2, HELLO)
    client.save(NAME)
    assert heard(client.settled()) == []
    (status,) = check(client, NAME)
    assert (status["uri"], status["version"], status["state"]) == (NAME, 2, "checked")
    assert len(client.diagnostics(NAME, 2)) > 0
    client.settings = {"check": "typing", "debounce": 0}
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    client.change(NAME, 3, HELLO)
    assert len(client.diagnostics(NAME, 3)) > 0


def test_settings_may_come_with_the_notice_that_they_changed(serve):
    able = {"workspace": {}}
    client = serve()
    client.start(able, options={"appealLint.check": "manual"})
    client.open(NAME, LETTER)
    changed = {"settings": {"appealLint": {"check": "save"}}}
    client.notify("workspace/didChangeConfiguration", changed)
    assert len(client.diagnostics(NAME)) > 0


def test_a_setting_that_cannot_be_used_is_told_and_the_others_hold(serve):
    client = serve(settings={"check": "always", "debounce": -1})
    client.start()
    told = [client.wait_for("window/showMessage")["message"] for _ in range(2)]
    assert "appealLint.check" in told[0]
    assert "typing, save, manual" in told[0]
    assert "appealLint.debounce" in told[1]
    client.open(NAME, LETTER)
    assert len(client.diagnostics(NAME)) > 0


def test_the_command_checks_every_open_letter_where_none_is_named(client):
    others = [f"file:///letters/{name}.txt" for name in ("a", "b")]
    for one in others:
        client.open(one, LETTER)
        client.checked(one)
    assert sorted(one["uri"] for one in check(client) if one["uri"] in others) == others
    for one in others:
        client.close(one)


@pytest.mark.parametrize("language", ["plaintext", "markdown", "text", ""])
def test_letters_are_in_these_languages(client, language):
    name = f"file:///letters/in-{language}.txt"
    client.open(name, LETTER, language)
    assert client.diagnostics(name)
    client.close(name)


def test_other_documents_are_left_alone(client, tmp_path):
    for name, language in (("a.py", "python"), ("letter.txt.ignores.yaml", "plaintext")):
        client.open(uri(tmp_path / name), LETTER, language)
        assert check(client, uri(tmp_path / name)) == []
    assert [one for one in heard(client.settled()) if str(tmp_path) in one["uri"]] == []


def test_a_request_that_is_cancelled_harms_nothing(client):
    client.open(NAME, LETTER, version=7)
    asked = {"textDocument": {"uri": NAME}, "position": {"line": 0, "character": 60}}
    number = client.send("textDocument/hover", asked)
    client.notify("$/cancelRequest", {"id": number})
    client.notify("$/cancelRequest", {"id": 987654})
    answer = client.answer(number)
    assert "error" in answer or "result" in answer
    assert client.diagnostics(NAME, 7)
    assert client.request("textDocument/hover", asked) is not None
    client.close(NAME)
