import json
import unicodedata

import pytest
from appeal_lint.report.safe import escaped, plain, safe
from hypothesis import given
from hypothesis import strategies as st

ANY = st.text(st.characters(), max_size=60)


@given(ANY)
def test_safe_text_has_nothing_that_steers_a_terminal(text):
    shown = safe(text)
    assert all(unicodedata.category(char)[0] != "C" for char in shown)
    assert "\n" not in shown
    assert len(shown.splitlines()) <= 1


@given(ANY, ANY)
def test_pieces_are_made_safe_as_the_whole_is(one, other):
    assert safe(one) + safe(other) == safe(one + other)
    assert plain(one) + plain(other) == plain(one + other)


@given(ANY)
def test_plain_text_is_ascii(text):
    assert plain(text).isascii()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\u202eb", "a\ufffdb"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("zero\u200bwidth", "zerowidth"),
        ("两名 inspectors", "两名 inspectors"),
    ],
)
def test_what_is_shown_of_hostile_text(text, shown):
    assert safe(text) == shown


def test_plain_text_keeps_what_it_can():
    assert plain("“café” … ✓ 两") == '"cafe" ... + ?'


@given(ANY, st.booleans())
def test_escaped_json_means_the_same(text, ascii_only):
    document = json.dumps({"quote": text}, ensure_ascii=False)
    shown = escaped(document, ascii_only)
    assert json.loads(shown) == {"quote": text}
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs") for char in shown)
    assert shown.isascii() or not ascii_only
