"""A sentence that stays as it was is read anew where what it hangs on has changed."""

import gc
import weakref

import pytest
from appeal_lint import draft, rulebook, statements
from appeal_lint.language import Reader
from appeal_lint.statements.read import lexicon_of

BLAME = "The courier lost nine parcels in May."


@pytest.fixture
def read(ruleset, reader):
    """Return a function from a text to its statements; the reader remembers each."""
    return lambda text: statements.read(draft.from_text(text, "x"), ruleset.vocabulary, reader)


@pytest.mark.parametrize(
    ("beside", "pleads"),
    [
        ("The lamps stand in the shop.", "carrier_blame"),
        ("We did not check the boxes.", None),
        ("The boxes stand in the shop.", "carrier_blame"),
    ],
)
def test_a_failing_told_beside_it_undoes_a_plea_and_gives_it_back_when_it_goes(
    read, beside, pleads
):
    for text in (f"{BLAME} {beside}", f"{beside} {BLAME}"):
        assert [one.excuse for one in read(text) if one.text == BLAME] == [pleads]


def test_another_heading_changes_what_stands_under_it(read):
    line = "\n\n- Training of all packers\n"
    for heading, act in (
        ("Actions taken", "completed"),
        ("Steps to prevent this", "promise"),
        ("Actions taken", "completed"),
    ):
        assert read(f"{heading}:{line}")[1].act == act


def test_a_sentence_that_has_moved_is_found_where_it_stands_now(read):
    ends = "We have hired a packer on 2 May. Nobody weighed the boxes."
    for begin in ("", "Last spring we sold lamps. ", "Hello. "):
        text = begin + ends
        found = read(text)
        assert [text[one.start : one.end] for one in found] == [one.text for one in found]
        (packer,) = [one for one in found if "packer" in one.text]
        assert [text[one.start : one.end] for one in packer.marks if one.name == "date"] == [
            "2 May"
        ]


def test_a_letter_of_other_rules_makes_nothing_forgotten_of_this_one():
    opened = draft.from_text(f"{BLAME} We did not check the boxes.", "x")
    rules, reader = [rulebook.load(), rulebook.load()], Reader()

    def found_out():
        for one in rules:
            statements.read(opened, one.vocabulary, reader)
        return [len(reader.beside(lexicon_of(one.vocabulary))) for one in rules]

    assert found_out() == found_out() != [0, 0]


def test_what_was_found_by_rules_that_nobody_uses_any_more_is_let_go():
    opened, reader = draft.from_text(BLAME, "x"), Reader()
    gone = []
    for _ in range(8):  # as where a rule is being written
        rules = rulebook.load()
        statements.read(opened, rules.vocabulary, reader)
        gone.append(weakref.ref(lexicon_of(rules.vocabulary)))
    del rules
    gc.collect()
    assert [one() is None for one in gone] == [True] * 4 + [False] * 4
