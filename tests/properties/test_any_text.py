"""What holds for any text: nothing crashes, and every span quotes the file as it was given."""

from pathlib import Path

import pytest
from appeal_lint import draft
from appeal_lint.model.errors import DraftError
from hypothesis import given, settings
from hypothesis import strategies as st

LETTERS = sorted((Path(__file__).parents[2] / "corpus" / "letters").glob("*.[tm]*"))
ODD = [
    "\u200b", "\ufeff", "\u202e", "😀", "①", "➋", "\t", "\x0b", "\x85", "\u2028", "\x1b[31m", "“",
    "’", "e\u0301", "ﬁ", "ﷺ", "½", "我们很抱歉", "\r\n", "\r", "\n\n", "**", "# ", "- ", "1. ",
    "((", ",,", "Ⅷ", "ｗｉｌｌ", "АВ", "\u00ad", "\u00a0", "\u3000", "will ", "not ", "\x01",
]  # fmt: skip
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from(ODD)), min_size=1, max_size=8
)


@pytest.fixture(scope="module")
def sources():
    return [draft.read_file(str(path)).source for path in LETTERS[::4]]


@settings(max_examples=60, deadline=None)
@given(which=st.integers(0, 1000), changes=edits, more=st.text(max_size=40))
def test_spans_quote_the_text_as_given(linter, sources, which, changes, more):
    text = sources[which % len(sources)] + more
    for at, cut, odd in changes:
        place = int(at * len(text))
        text = text[:place] + odd + text[place + cut :]
    try:
        report = linter.lint(draft.from_text(text, "x"))
    except DraftError as refused:
        told = str(refused)
        assert "\n" not in told
        return
    last = 0
    for one in report.statements:
        assert text[one.start : one.end] == one.text
        assert last <= one.start < one.end
        assert one.why
        last = one.end
    for one in report.findings:
        assert text[one.start : one.end] == one.quote
    assert 0 <= report.score.value <= 100
