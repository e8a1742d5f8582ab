from appeal_lint.report.excerpt import excerpt
from appeal_lint.report.safe import safe
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

LINE = "We are very sorry for this and we will hire two inspectors who check every lamp soon."


def under(shown, carets):
    """Return what stands above the carets, where every character is one column wide."""
    return shown[carets.index("^") :][: carets.count("^")]


def test_a_short_line_is_shown_whole():
    assert excerpt("We will hire.", 3, 7, 40) == ("We will hire.", "   ^^^^")


def test_a_long_line_is_cut_around_the_words_between_words():
    begin = LINE.index("will hire")
    shown, carets = excerpt(LINE, begin, begin + 9, 40)
    assert cell_len(shown) <= 40
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert under(shown, carets) == "will hire"
    assert set(shown[2:-2].split()) <= set(LINE.split())


def test_words_longer_than_the_room_are_shown_from_their_start():
    shown, carets = excerpt(LINE, 0, len(LINE), 30)
    assert shown.startswith("We are very sorry")
    assert shown.endswith(" …")
    assert under(shown, carets) == shown[: -len(" …")]


def test_wide_characters_take_two_columns():
    line = "我们的店 will hire two men"
    begin = line.index("will")
    assert excerpt(line, begin, begin + 4, 40)[1] == " " * 9 + "^^^^"
    assert excerpt(line, 0, 4, 40)[1] == "^" * 8


def test_blanks_before_a_line_do_not_count_as_cut():
    line = " " * 60 + "We will hire two men."
    begin = line.index("will")
    assert excerpt(line, begin, begin + 4, 30) == ("We will hire two men.", "   ^^^^")


@given(st.text(max_size=120), st.data(), st.integers(20, 90))
def test_any_line_fits_and_any_words_get_carets(line, data, room):
    begin = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(begin, len(line)))
    shown, carets = excerpt(line, begin, end, room, safe)
    assert cell_len(shown) <= room
    assert len(carets) <= room
    assert carets.strip()
    assert set(carets.strip()) == {"^"}


@given(st.text("abc de", min_size=1, max_size=200), st.data(), st.integers(20, 60))
def test_the_carets_stand_under_the_words(line, data, room):
    begin = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(begin + 1, len(line)))
    shown, carets = excerpt(line, begin, end, room)
    assert line[begin:end].startswith(under(shown, carets))
