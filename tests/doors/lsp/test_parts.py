"""The outline of a letter, and the verdict above it."""

from lsp_client import ABLE, where

HEADED = """Dear team,

# Root cause
Nobody checked the lamps before dispatch.

# What we have done
- We refunded 14 buyers for 😀 lamps on 10 June.
- We will change our courier to DHL.
"""


def symbols(client, name):
    return client.request("textDocument/documentSymbol", {"textDocument": {"uri": name}})


def inside(inner, outer):
    def key(place):
        return place["line"], place["character"]

    return key(outer["start"]) <= key(inner["start"]) and key(inner["end"]) <= key(outer["end"])


def sound(found):
    for one in found:
        assert one["name"].strip()
        assert inside(one["selectionRange"], one["range"])
        for child in one.get("children", []):
            assert inside(child["range"], one["range"])
        sound(one.get("children", []))


def test_headings_are_the_parts_with_what_stands_under_them(client):
    name = "file:///letters/headed.md"
    client.open(name, HEADED, "markdown")
    client.checked(name)
    found = symbols(client, name)
    sound(found)
    assert [one["name"] for one in found] == ["Opening", "Root cause", "What we have done"]
    assert [one["name"] for one in found[2]["children"]] == [
        "We refunded 14 buyers for 😀 lamps on 10 June.",
        "We will change our courier to DHL.",
    ]
    assert found[1]["selectionRange"] == where(HEADED, "Root cause")
    assert found[2]["range"]["end"] == where(HEADED, "to DHL.")["end"]
    assert found[2]["children"][1]["detail"] == "a promise: it is not done yet"
    client.close(name)


def test_without_headings_the_parts_are_what_the_letter_shows(client, opened, letter):
    found = symbols(client, opened)
    sound(found)
    shown = {one["name"]: [two["name"] for two in one["children"]] for one in found}
    assert any("We refunded 14 buyers on 10 June." in names for names in shown.values())
    assert all(shown.values())


def test_a_client_without_a_tree_gets_a_list(serve):
    client, name = serve(), "file:///letters/headed.md"
    client.start({**ABLE, "textDocument": {}})
    client.open(name, HEADED, "markdown")
    client.checked(name)
    found = symbols(client, name)
    assert {one["location"]["uri"] for one in found} == {name}
    under = {one["name"]: one.get("containerName") for one in found}
    assert under["We will change our courier to DHL."] == "What we have done"


def test_the_lens_above_the_letter_says_the_verdict(client, opened):
    (lens,) = client.request("textDocument/codeLens", {"textDocument": {"uri": opened}})
    assert lens["range"]["start"] == {"line": 0, "character": 0}
    client.request(
        "workspace/executeCommand",
        {"command": lens["command"]["command"], "arguments": lens["command"]["arguments"]},
    )
    status = client.status(opened)
    errors, warnings = status["counts"]["error"], status["counts"]["warning"]
    assert lens["command"]["title"] == status["text"]
    assert status["text"].startswith(f"{status['score']} of 100 - NOT READY: {errors} errors")
    assert f"{warnings} warning" in status["text"]
    assert any(one["method"] == "workspace/codeLens/refresh" for one in client.asked)
