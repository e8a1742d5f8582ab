"""What holds for any text: nothing crashes, and every span quotes the file as it was given."""

import json
import textwrap
from pathlib import Path

import pytest
from appeal_lint import draft, statements
from appeal_lint.draft.clean import clean
from appeal_lint.model.errors import DraftError
from hypothesis import given, settings
from hypothesis import strategies as st

LETTERS = sorted((Path(__file__).parents[2] / "corpus" / "letters").glob("*.[tm]*"))
LABELS = Path(__file__).parents[1] / "statements" / "labels.jsonl"
FILLER = "\n\nThe lamps stand in the shop."
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


ALIKE = [
    ("two spaces", lambda text: text.replace(" ", "  ")),
    ("line breaks", lambda text: textwrap.fill(text, 60)),
    ("curly quotes", lambda text: text.replace("'", "’")),
    ("a bullet", lambda text: f"- {text}"),
    ("a greeting", lambda text: f"Dear Amazon team,\n\n{text}"),
    ("spaces around", lambda text: f"   {text}   \n"),
]
TEXTS = [
    row["text"]
    for row in map(json.loads, LABELS.read_text("utf-8").splitlines())
    if "section" not in row and row["text"].endswith(".")
]


def acts(ruleset, reader, text):
    found = statements.read(draft.from_text(text + FILLER, "x"), ruleset.vocabulary, reader)
    return [one.act for one in found if one.start < len(text) and "Dear" not in one.text]


@pytest.mark.parametrize(("name", "change"), ALIKE, ids=[name for name, _ in ALIKE])
def test_the_look_of_a_text_does_not_change_its_acts(ruleset, reader, name, change):
    changed = [
        text for text in TEXTS if acts(ruleset, reader, text) != acts(ruleset, reader, change(text))
    ]
    assert changed == []


@pytest.mark.parametrize("heading", ["Steps to prevent this", "Actions taken", "Root cause"])
def test_the_case_of_a_heading_does_not_change_what_stands_under_it(ruleset, reader, heading):
    for line in (
        "Weigh every parcel before dispatch",
        "Training of all packers",
        "No second check",
    ):
        plain, loud = (
            acts(ruleset, reader, f"{one}:\n\n- {line}\n") for one in (heading, heading.upper())
        )
        assert plain == loud


@pytest.mark.parametrize(
    ("slip", "act"),
    [
        ("We wil hire two packers in June.", "promise"),
        ("We wiII hire two packers in June.", "promise"),
        ("We are gonig to hire two packers.", "promise"),
        ("We plan too hire two packers.", "promise"),
        ("We alredy hired two packers on 3 May.", "completed"),
        ("All buyers have recieved their money back.", "completed"),
        ("We have allready refunded all nine buyers.", "completed"),
        ("Evry parcel is weighed before dispatch.", "ongoing"),
        ("Plese reinstate our account.", "request"),
        ("We apologice for the late parcels.", "admission"),
    ],
)
def test_a_slip_in_a_telling_word_does_not_hide_it(ruleset, reader, slip, act):
    assert acts(ruleset, reader, slip) == [act]


INK = ["will", "wiII", "alI", "l", "`", "-", ".", "=" * 12, "a" * 30]
GAPS = [" ", "\n", "  ", "*", "_"]
PLAIN = st.lists(st.sampled_from([*INK, *GAPS]), min_size=1, max_size=30).map("".join)


@given(PLAIN.filter(lambda text: text.strip("".join(GAPS))))
def test_plain_text_is_cleaned_as_text_with_something_to_clean(text):
    """A mark without width is dropped, and makes the whole text be looked at sign by sign."""
    assert clean(text, 0, len(text)) == clean(text + "\u200b", 0, len(text) + 1)
