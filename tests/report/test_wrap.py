"""Rows of Chinese: as full as they can be, and no closing mark at the start of one."""

from itertools import pairwise

import pytest
from appeal_lint.report.safe import safe
from appeal_lint.report.wrap import cuts
from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len


def rows(text, first, rest=None):
    at = [0, *cuts(text, first, first if rest is None else rest), len(text)]
    return [text[a:b].rstrip(" ") for a, b in pairwise(at)]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("我们已经检查", 20, ["我们已经检查"]),
        ("我们已经检查", 8, ["我们已经", "检查"]),
        ("我们已经，检查", 8, ["我们已", "经，检查"]),
        ("请写“检查”。", 6, ["请写", "“检", "查”。"]),
        ("请用 inspectors 写", 12, ["请用", "inspectors", "写"]),
        ("请用inspectors写", 12, ["请用", "inspectors写"]),
        ("inspectors", 4, ["insp", "ecto", "rs"]),
        ("检查，，，，", 4, ["检", "查，", "，，", "，"]),
    ],
)
def test_where_rows_end(text, width, shown):
    assert rows(text, width) == shown


def test_the_first_row_may_be_wider():
    assert rows("一二三四五六七八", 10, 4) == ["一二三四五", "六七", "八"]


@given(
    some.one_of(some.text("我们检查，。“”（）a1 ", max_size=60), some.text(max_size=60)),
    some.integers(10, 30),
)
def test_rows_fit_and_lose_nothing_but_blanks(text, width):
    text = safe(text)
    shown = rows(text, width)
    assert max(map(cell_len, shown)) <= width
    assert "".join(shown).replace(" ", "") == text.replace(" ", "")
