"""A row of a review holds nothing of what was taken out, and its places stay right."""

import json

import pytest
from appeal_lint import draft
from appeal_lint.redaction import redact_row
from appeal_lint.report import json as json_report
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = {"path": "letter 3.txt", "id": "", "author": "author 2"}
LETTER = """Dear Amazon Team,

Our Order Defect Rate was 1.8 % in the 60 days to 12 May 2024.
We will ask Jonas Petersen 😀 to open each parcel of order 113-7423806-1297055 twice.
We will write to rosa.ibanez@lampenhaus.example and call +49 40 3535 6265 every day.

Please reinstate our account.

Regards,
Jonas Petersen
Lampenhaus Nord
"""
WORDS = [
    "Jonas", "Petersen", "7423806", "1297055", "rosa", "ibanez", "lampenhaus", "3535", "Nord",
]  # fmt: skip


def row_of(linter, text, **more):
    report = linter.lint(draft.from_text(text, "Petersen/letter of Nord.txt"), rewrites=True)
    row = json.loads(json_report.render([report]))["drafts"][0]
    return row | {"id": "JP-77", "author": "Jonas P", "type": "late (Petersen)", "notes": []} | more


def leaks(found, words):
    flat = json.dumps(found, ensure_ascii=False).lower()
    return [one for one in words if one.lower() in flat]


def test_nothing_taken_out_is_left_in_any_string(linter, redactor):
    row = row_of(linter, LETTER, notes=["The text of rosa.ibanez@lampenhaus.example is left out."])
    assert leaks(row, WORDS) == WORDS
    before = json.dumps(row)
    done, text = redact_row(row, LETTER, redactor, NAMES)
    assert leaks([done, text.text, text.spans], [*WORDS, "JP-77"]) == []
    assert json.dumps(row) == before
    assert (done["path"], done["id"], done["author"]) == ("letter 3.txt", "", "author 2")
    assert done["score"] == row["score"]
    assert done["elements"] == row["elements"]


def test_places_are_those_of_the_letter_as_given(linter, redactor):
    row = row_of(linter, LETTER)
    done, text = redact_row(row, LETTER, redactor, NAMES)
    assert len(text.spans) == len(done["findings"])
    for one, was, (start, end) in zip(done["findings"], row["findings"], text.spans, strict=True):
        keys = ("start", "end", "line", "column", "end_line", "end_column", "rule")
        assert [one[key] for key in keys] == [was[key] for key in keys]
        assert text.text[start:end] == one["quote"]
        assert bool(one["quote"]) == (one["end"] > one["start"])
    quotes = [one["quote"] for one in done["findings"] if one["rule"] == "future-promise"]
    assert quotes[0] == "We will ask [name 1] 😀 to open each parcel of order [order 1] twice."


def test_a_message_that_cuts_its_quotation_cuts_the_redacted_one(linter, redactor):
    long = "We will hire two packers for the shelf beside the door and give it to Jonas "
    letter = LETTER + f"\n{long}Petersen as soon as the new year begins.\n"
    done, _ = redact_row(row_of(linter, letter), letter, redactor, NAMES)
    (message,) = [one["message"] for one in done["findings"] if "the door" in one["message"]]
    assert "[name 1]" in message
    assert "Jonas" not in message


def test_a_rewrite_speaks_of_the_same_person(linter, redactor):
    done, _ = redact_row(row_of(linter, LETTER), LETTER, redactor, NAMES)
    rewrites = [one["rewrite"] for one in done["findings"] if one["rewrite"]]
    assert any("[email 1]" in one and "[phone 1]" in one for one in rewrites)


def test_what_the_user_ignored_is_redacted_too(linter, redactor):
    row = row_of(linter, LETTER)
    ignored = row["findings"].pop() | {
        "reason": "Jonas Petersen said so",
        "ignored_by": {"file": "Petersen/letter of Nord.txt.ignore", "line": 3},
    }
    idle = {
        "why": "gone",
        "rule": "x",
        "words": "order 113-7423806-1297055",
        "file": "f",
        "line": 1,
    }
    row |= {"ignored": [ignored], "idle_ignores": [idle]}
    done, _ = redact_row(row, LETTER, redactor, NAMES)
    assert leaks(done, WORDS) == []
    assert done["ignored"][0]["reason"] == "[name 1] said so"
    assert done["idle_ignores"][0]["words"] == "order [order 1]"


def test_persons_that_only_others_name_go_too(linter, redactor):
    notice = "Hello Gustavo Ferreira,\nyour listing of order 113-7423806-1297055 is removed."
    row = row_of(linter, LETTER, notice=notice)
    ignored = row["findings"].pop() | {
        "reason": "Mrs Marta Kowalska and Jonas Petersen agreed",
        "ignored_by": {"file": "cases/kowalska.txt.ignores.yaml", "line": 3},
    }
    row |= {"ignored": [ignored]}
    done, _ = redact_row(row, LETTER, redactor, NAMES)
    assert leaks(done, [*WORDS, "Ferreira", "Gustavo", "Kowalska", "Marta"]) == []
    assert done["notice"].startswith("Hello [name ")
    assert "[name 1]" not in done["notice"], "somebody else than in the letter"
    assert "order [order 1] is removed" in done["notice"]
    assert "[name 1] agreed" in done["ignored"][0]["reason"], "numbers are those of the letter"


digits = st.integers(10**6, 10**7 - 1)
emails = st.from_regex(
    r"[a-z]{3,8}[._]?[a-z]{2,6}[0-9]{0,2}@[a-z]{4,9}\.(com|co\.uk|example)", fullmatch=True
)
orders = st.builds(lambda a, b, c: f"{a}-{b}-{c}", st.integers(100, 999), digits, digits)
numbers = st.builds(
    lambda way, a, b: way.format(a, b),
    st.sampled_from(["+49 40 {} {}", "+86 138 {}{}", "+91-98{}{}", "(216) {}-{}", "+1.216.{}.{}"]),
    st.integers(200, 999),
    st.integers(1000, 9999),
)
odd = st.sampled_from(["", " ", ",", "😀 ", "“", "(", "**", "\n", "\n- ", "| ", "\u200b "])
before = st.sampled_from(["We will answer ", "Yesterday we refunded ", "The buyer of ", "See"])


@pytest.fixture(scope="module")
def sources(request):
    return request.getfixturevalue("linter"), request.getfixturevalue("redactor")


@settings(max_examples=25, deadline=None)
@given(
    parts=st.lists(st.tuples(before, odd, emails | orders | numbers, odd), min_size=1, max_size=4),
    wide=st.booleans(),
)
def test_no_email_order_or_phone_survives(sources, parts, wide):
    linter, redactor = sources
    said = [
        (one.translate({n: n + 0xFEE0 for n in range(48, 58)}) if wide else one)
        for _, _, one, _ in parts
    ]
    lines = [f"{a} {b}{one}{c}." for (a, b, _, c), one in zip(parts, said, strict=True)]
    text = LETTER + "\n" + "\n".join(lines) + "\n"
    done, page = redact_row(row_of(linter, text), text, redactor, NAMES)
    assert leaks([done, page.text], said) == []
