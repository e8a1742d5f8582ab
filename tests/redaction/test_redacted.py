"""Offsets of a redacted text, and what holds for any text."""

import sys
from pathlib import Path

import pytest
from appeal_lint.model.extras import MissingExtraError
from appeal_lint.redaction import Redactor
from hypothesis import given, settings
from hypothesis import strategies as st

LETTERS = Path(__file__).parents[2] / "corpus" / "letters"
ODD = st.sampled_from(
    ["\u200b", "😀", "e\u0301", "\r\n", "\n", "**", "_", "@", "Jonas ", "1", "-", "Ltd", "ﷺ", "½"]
)
PIECES = st.lists(
    ODD | st.text(max_size=6) | st.sampled_from(["Mr Petersen ", "a@b.example ", "14 Mill Lane "]),
    max_size=20,
)


def check(done, text):
    last = 0
    left = []
    for gap in done.gaps:
        assert last <= gap.start < gap.end
        left.append(text[last : gap.start])
        last = gap.end
        start, end = done.span(gap.start, gap.end)
        assert done.text[start:end] == gap.words
        for inside in range(gap.start, gap.end):
            assert done.at(inside) == start
            assert done.span(inside, inside + 1) == (start, end)
    left.append(text[last:])
    rest = done.text
    for part in left:
        assert part in rest
        rest = rest[rest.index(part) + len(part) :]
    places = [done.at(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[-1:] == [len(done.text)]
    for offset in range(len(text)):
        if not any(gap.start <= offset < gap.end for gap in done.gaps):
            assert done.text[done.at(offset)] == text[offset]


@settings(max_examples=150, deadline=None)
@given(pieces=PIECES)
def test_what_is_not_replaced_stays(redactor, pieces):
    text = "".join(pieces)
    check(redactor.redact(text), text)


def test_letters_of_the_corpus_keep_all_else(redactor):
    for path in sorted(LETTERS.glob("*.[tm]*"))[::6]:
        text = path.read_text(encoding="utf-8")
        check(redactor.redact(text), text)


def test_nothing_to_take_out(redactor):
    for text in ("", " ", "\n", "We counted 12 lamps."):
        done = redactor.redact(text)
        assert (done.text, done.gaps) == (text, ())
        assert done.span(0, len(text)) == (0, len(text))


def test_redacting_again_changes_nothing(redactor):
    once = redactor.redact(
        "Mr Petersen of Lampenhaus GmbH wrote to a.b@post.example on 3 May."
    ).text
    assert once == "Mr [name 1] of [company 1] wrote to [email 1] on 3 May."
    assert redactor.redact(once).text == once


def test_two_persons_are_two(redactor):
    text = "Anke Thomsen packs. Selin Aksoy signs. Then Ms Thomsen calls Selin."
    assert (
        redactor.redact(text).text
        == "[name 1] packs. [name 2] signs. Then Ms [name 1] calls [name 2]."
    )


@pytest.mark.parametrize(
    "hostile",
    ["a" * 30_000, "1" * 30_000, "A b " * 8_000, "1-" * 15_000, " " * 30_000, "a." * 15_000,
     "Mr " * 10_000, "12 Mill " * 4_000, "No. 5, " * 4_000, "@" * 30_000, "+1 " * 10_000,
     "\n" * 30_000, "A1" * 15_000, "Room 1, " * 4_000],
    ids=lambda text: text[:8],
)  # fmt: skip
def test_no_text_takes_for_ever(redactor, hostile):
    redactor.redact(hostile)  # by its square or worse it would take minutes


def test_without_the_library_the_command_to_install_it_is_named(monkeypatch, reader):
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    with pytest.raises(MissingExtraError, match=r"appeal-lint\[redact\]"):
        Redactor(reader)
