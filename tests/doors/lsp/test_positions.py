"""Underlines stand where the words stand, in whatever units and with whatever line ends."""

import random

import pytest
from appeal_lint import draft
from lsp_client import place, where

LINES = [
    "Dear team 👩‍👩‍👧 of Amazon,",
    "",
    "😀😀 We will hire two inspectors 👷 for the “lamps”.",
    "我们 Our town is remote, so the parcels are slow.",
    "第一 We will change our courier to DHL. 已经换了。",
    "é🎉é We will train the whole team soon. 🎉 We will call every buyer.",
    "We refunded 14 buyers.\u2028We will answer every message within one day.",
    "\x0cWe will weigh every parcel.\x0bWe will label it.\x85We will send it.",
    "We will check each lamp twice.",
]
ENDS = {"lf": ["\n"], "crlf": ["\r\n"], "cr": ["\r"], "mixed": ["\r\n", "\n", "\r"]}
ENCODINGS = ["utf-8", "utf-16", "utf-32"]


def letter(ends):
    return "".join(line + ends[at % len(ends)] for at, line in enumerate(LINES))


def check(found, linter, text, encoding):
    """See that diagnostics have the rules and places that the analysis itself gives."""
    report = linter.lint(draft.from_text(text, "letter.txt"))
    places = [(one.rule, one.start, one.end) for one in report.findings if not one.whole]
    expected = sorted(
        (rule, *(tuple(place(text, at, encoding).values()) for at in span))
        for rule, *span in places
    )
    elsewhere = {one.rule for one in report.findings if one.whole} | {"not-english"}
    shown = sorted(
        (one["code"], *(tuple(one["range"][end].values()) for end in ("start", "end")))
        for one in found
        if one["code"] not in elsewhere
    )
    assert shown == expected


def promises(found):
    return [one["range"] for one in found if one["code"] in ("future-promise", "lone-promise")]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ends", ENDS)
def test_findings_stand_on_their_words(servers, linter, encoding, ends):
    client, text = servers(encoding), letter(ENDS[ends])
    name = f"file:///letters/{encoding}-{ends}.txt"
    client.open(name, text)
    found, _ = client.checked(name)
    for words in ("We will train the whole team soon.", "We will label it."):
        assert where(text, words, encoding) in promises(found)
    check(found, linter, text, encoding)
    client.close(name)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_after_many_small_edits_the_server_has_the_text_of_the_client(servers, linter, encoding):
    client, text = servers(encoding), letter(ENDS["mixed"])
    name = f"file:///letters/{encoding}-edits.txt"
    client.open(name, text)
    client.checked(name)
    chance = random.Random(encoding)
    pieces = ["😀", "们", " soon", "\r\n", "\n", "\r", "", "é", "\u2028", "We will pay. "]
    for version in range(2, 42):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice([0, 0, 1, 3]))
        new = chance.choice(pieces)
        if _splits(text, start) or _splits(text, end):
            continue
        client.change(
            name,
            version,
            {
                "range": {"start": place(text, start, encoding), "end": place(text, end, encoding)},
                "text": new,
            },
        )
        text = text[:start] + new + text[end:]
    last = 42
    top = {"line": 0, "character": 0}
    client.change(name, last, {"range": {"start": top, "end": top}, "text": "Hello. "})
    found, _ = client.checked(name, last)
    check(found, linter, f"Hello. {text}", encoding)
    client.close(name)


def _splits(text, at):
    """Say whether a place is inside of a line end, where no editor has a position."""
    return text[at - 1 : at + 1] == "\r\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_position_beyond_a_line_or_the_text_is_its_end(servers, encoding):
    client, name = servers(encoding), f"file:///letters/{encoding}-beyond.txt"
    client.open(name, "We refunded 14 buyers\r\nin June 😀")
    client.status(name)
    far = {"line": 0, "character": 999}
    client.change(name, 2, {"range": {"start": far, "end": far}, "text": " twice"})
    below = {"line": 9, "character": 3}
    client.change(
        name, 3, {"range": {"start": below, "end": below}, "text": ". We will hire two inspectors."}
    )
    found, _ = client.checked(name, 3)
    text = "We refunded 14 buyers twice\r\nin June 😀. We will hire two inspectors."
    assert promises(found) == [where(text, "We will hire two inspectors.", encoding)]
    client.close(name)


def test_half_a_sign_is_no_crash(client):
    name = "file:///letters/half.txt"
    client.open(name, "\ud83d We will pay every buyer back. \ude00")
    found, status = client.checked(name)
    assert status["state"] == "checked"
    ends = [one["end"]["character"] for one in promises(found)]
    assert ends in ([31], [33])  # each half is one unit, whether it belongs to the sentence or not
    client.close(name)


def test_a_whole_text_in_one_change_is_taken_too(client):
    name = "file:///letters/full.txt"
    client.open(name, "We refunded 14 buyers.")
    client.status(name)
    client.change(name, 2, {"text": "\n\n  We will hire two inspectors.\n"})
    found, _ = client.checked(name, 2)
    text = "\n\n  We will hire two inspectors.\n"
    assert {str(one["range"]) for one in found} == {str(where(text, text.strip()))}
    client.close(name)
