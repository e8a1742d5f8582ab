"""What is shown under the cursor."""

import pytest
from lsp_client import ABLE, uri, where


def hover(client, name, text, words):
    at = where(text, words)["start"]
    asked = {"textDocument": {"uri": name}, "position": {**at, "character": at["character"] + 1}}
    return client.request("textDocument/hover", asked)


def test_a_finding_says_why_what_to_do_and_what_its_sentence_is(client, opened, letter):
    text = letter.read_text()
    shown = hover(client, opened, text, "We will hire two inspectors")
    assert shown["contents"]["kind"] == "markdown"
    said = shown["contents"]["value"]
    for part in ("**ERROR: Promise", "**Why:**", "**Do:**", "**Like:**", "](<file://"):
        assert part in said
    assert "**This sentence is:** a promise: it is not done yet" in said
    assert "“will hire”" in said
    assert shown["range"] == where(text, "We will hire two inspectors for the lamps.")


def test_a_sentence_without_a_finding_says_what_it_was_read_as(client, opened, letter):
    text = letter.read_text()
    said = hover(client, opened, text, "We refunded 14 buyers")["contents"]["value"]
    assert "This sentence is:** something you have done" in said
    assert "---" not in said


def test_between_paragraphs_there_is_nothing_to_say(client, opened):
    asked = {"textDocument": {"uri": opened}, "position": {"line": 4, "character": 0}}
    assert client.request("textDocument/hover", asked) is None


@pytest.mark.parametrize(
    ("evil", "never"),
    [
        ("[click](command:evil)", "](command:"),
        ("<img src=x onerror=evil()>", "<img"),
        ("`code` **bold**", "**bold**"),
        ("www.evil.example", "www.evil"),
        ("https://evil.example/x", "https://evil"),
    ],
)
def test_words_of_the_letter_are_never_more_than_words(client, evil, never):
    name, text = "file:///letters/evil.txt", f"We will hire {evil} two inspectors soon.\n"
    client.open(name, text)
    client.checked(name)
    said = hover(client, name, text, "We will")["contents"]["value"]
    assert "We will hire" in said
    unescaped = said.replace("\\\\", "")
    for found in range(len(unescaped)):
        if unescaped.startswith(never, found):
            assert unescaped[found - 1] == "\\", said
    client.close(name)


def test_a_client_without_markdown_gets_plain_text(serve, letter):
    client, text = serve(), letter.read_text()
    plain = {**ABLE, "textDocument": {"hover": {"contentFormat": ["plaintext"]}}}
    client.start(plain)
    client.open(uri(letter), text)
    client.checked(uri(letter))
    shown = hover(client, uri(letter), text, "We will hire two inspectors")["contents"]
    assert shown["kind"] == "plaintext"
    assert "**" not in shown["value"]
    assert "This sentence is: a promise" in shown["value"]
