"""What the editor offers to do: always in the same order, and nothing that claims for the user."""

import pytest
from lsp_client import ABLE, uri, where

HIRE = "We will hire two inspectors for the lamps."


def ask(client, name, place, only=None):
    context = {"diagnostics": [], **({"only": only} if only is not None else {})}
    asked = {"textDocument": {"uri": name}, "range": place, "context": context}
    return client.request("textDocument/codeAction", asked)


def execute(client, command):
    asked = {"command": command["command"], "arguments": command.get("arguments", [])}
    return client.request("workspace/executeCommand", asked)


def of(found, title):
    return [one for one in found if one["title"].startswith(title)]


def test_rewrites_come_first_then_ignores_then_pages(client, opened, letter):
    found = ask(client, opened, where(letter.read_text(), HIRE))
    kinds = [
        "rewrite" if "edit" in one else one["command"]["command"].removeprefix("appeal-lint.")
        for one in found
    ]
    assert kinds == sorted(kinds, key=["rewrite", "ignore", "open-page"].index)
    assert set(kinds) == {"rewrite", "ignore", "open-page"}
    assert {one["kind"] for one in found} == {"quickfix"}
    assert found == ask(client, opened, where(letter.read_text(), HIRE))


def test_a_rewrite_asks_whether_it_is_true_and_is_never_done_unasked(client, opened, letter):
    text = letter.read_text()
    (one,) = of(ask(client, opened, where(text, HIRE)), "If this is done already, write: “")
    assert not one.get("isPreferred")
    (change,) = one["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": opened, "version": 1}
    (edit,) = change["edits"]
    assert edit["range"] == where(text, HIRE)
    assert "have" in edit["newText"]
    client.change(opened, 2, {"range": edit["range"], "text": edit["newText"]})
    shown, _ = client.checked(opened, 2)
    places = [one["range"]["start"] for one in shown if one["code"] == "future-promise"]
    assert where(text, HIRE)["start"] not in places


def test_only_findings_that_the_range_touches_are_asked_about(client, opened, letter):
    text = letter.read_text()
    assert ask(client, opened, where(text, "We refunded 14 buyers")) == []
    cursor = where(text, "DHL")["start"]
    rules = {
        one["diagnostics"][0]["code"]
        for one in ask(client, opened, {"start": cursor, "end": cursor})
    }
    assert "future-promise" in rules
    assert "excuse-geography" not in rules


@pytest.mark.parametrize(
    ("only", "some"),
    [([], False), (["quickfix"], True), (["refactor"], False), (["source.fixAll"], False)],
)
def test_only_the_kinds_that_are_asked_for(client, opened, letter, only, some):
    assert bool(ask(client, opened, where(letter.read_text(), HIRE), only)) is some


def test_ignoring_writes_the_file_that_the_command_line_writes(client, opened, letter, run):
    text = letter.read_text()
    (one,) = of(ask(client, opened, where(text, HIRE)), "Ignore this here (future-promise)")
    command = one["command"]
    assert execute(client, {**command, "arguments": [*command["arguments"], "they  start\nsoon"]})
    shown, _ = client.checked(opened)
    hire = where(text, HIRE)
    assert ("future-promise", hire) not in [(two["code"], two["range"]) for two in shown]
    written = letter.with_name("letter.txt.ignores.yaml").read_text()
    assert HIRE in written
    assert "reason: they start soon" in written
    out = run("--isolated", "--format", "plain", letter)[1]
    assert "1 finding is ignored." in out
    number = command["arguments"][1]["number"]
    assert run("ignore", "--isolated", letter, number, "--undo")[0] == 0


def test_a_finding_may_be_named_by_its_number_and_without_a_reason(client, opened, letter):
    assert execute(client, {"command": "appeal-lint.ignore", "arguments": [opened, 1]}) is True
    assert "reason" not in letter.with_name("letter.txt.ignores.yaml").read_text()


@pytest.mark.parametrize(
    "arguments", [[], ["file:///none.txt", 1], [None], ["OPENED", {"rule": "x"}]]
)
def test_an_ignore_of_nothing_is_told_and_writes_nothing(client, opened, letter, arguments):
    given = [opened if one == "OPENED" else one for one in arguments]
    assert execute(client, {"command": "appeal-lint.ignore", "arguments": given}) is False
    assert client.wait_for("window/showMessage")["message"]
    assert [one.name for one in letter.parent.iterdir()] == ["letter.txt"]


def test_a_broken_file_of_ignores_is_told_and_kept(client, opened, letter):
    side = letter.with_name("letter.txt.ignores.yaml")
    side.write_text("ignores: {}\n")
    assert execute(client, {"command": "appeal-lint.ignore", "arguments": [opened, 1]}) is False
    assert client.wait_for("window/showMessage", lambda one: str(side) in one["message"])
    assert side.read_text() == "ignores: {}\n"


def test_a_letter_in_no_file_has_no_place_for_ignores(client, tmp_path):
    for name in ("untitled:Untitled-1", uri(tmp_path / "not-saved-yet.txt")):
        client.open(name, f"{HIRE}\n")
        client.checked(name)
        found = ask(client, name, where(f"{HIRE}\n", HIRE))
        assert of(found, "Ignore") == []
        assert of(found, "If this is done already")
        client.close(name)


def test_a_name_that_no_file_can_have_is_no_fault(client):
    name = f"file:///{'long' * 1000}.txt"
    client.open(name, f"{HIRE}\n")
    client.checked(name)
    found = ask(client, name, where(f"{HIRE}\n", HIRE))
    assert of(found, "Ignore") == []
    assert of(found, "If this is done already")
    client.close(name)


def test_the_page_of_a_rule_is_shown_by_the_client(client, opened, letter):
    (one, *_) = of(ask(client, opened, where(letter.read_text(), HIRE)), "Read more: Promise")
    assert execute(client, one["command"]) is True
    asked = [two["params"] for two in client.asked if two["method"] == "window/showDocument"]
    assert asked[-1]["uri"].endswith("/future-promise.md")
    assert asked[-1]["external"] is False


def test_a_simple_client_gets_commands_and_plain_changes_only(serve, letter):
    client, text = serve(), letter.read_text()
    client.start({})
    client.open(uri(letter), text)
    client.checked(uri(letter))
    found = ask(client, uri(letter), where(text, HIRE))
    assert {one["command"] for one in found} == {"appeal-lint.ignore"}


def test_a_client_without_versions_gets_changes_by_document(serve, letter):
    client, text = serve(), letter.read_text()
    client.start({"textDocument": {"codeAction": ABLE["textDocument"]["codeAction"]}})
    client.open(uri(letter), text)
    client.checked(uri(letter))
    (one,) = of(ask(client, uri(letter), where(text, HIRE)), "If this is done already")
    assert list(one["edit"]["changes"]) == [uri(letter)]
