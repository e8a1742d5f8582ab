"""The report as sentences: nothing in it needs to be seen."""

import re
from dataclasses import replace

import pytest
from appeal_lint.draft import NOT_ENGLISH
from appeal_lint.model.words import Element, Severity, Status
from appeal_lint.report import plain

LETTER = """Dear Amazon,

We will hire two men.
We will change the carrier.
We will answer all messages.
We will weigh each parcel.
We refunded nine buyers, as soon as possible.
"""


@pytest.fixture
def bad(make):
    draft = make.draft(LETTER)
    found = [
        make.finding(draft, rule="policy-missing", severity=Severity.WARNING),
        *(make.finding(draft, row) for row in LETTER.splitlines() if row.startswith("We will")),
        make.finding(
            draft, "as soon as possible", "vague-words", Severity.WARNING,
            message="These words say too little.", title="How soon?",
        ),
        make.finding(draft, "Dear Amazon", "small-note", Severity.INFO),
    ]  # fmt: skip
    return make.report(
        draft, found, {"future-promise": 24, "policy-missing": 6, "vague-words": 1},
        statements=[make.statement(draft, "We refunded nine buyers", measures=["refund", "fba"])],
        status={Element.POLICY: Status.MISSING, Element.MEASURES: Status.WEAK},
        not_asked=[Element.METRIC],
    )  # fmt: skip


def test_the_verdict_comes_first(bad):
    assert plain.render(bad).splitlines()[:7] == [
        "The letter draft.txt is not ready.",
        "The score is 69 of 100.",
        "A letter is ready from 80 points.",
        "There are 4 errors.",
        "There are 2 warnings.",
        "There is 1 note.",
        "Do not send it yet. Start with the first error.",
    ]


def test_a_finding_says_its_number_kind_and_place_then_the_rest(bad):
    shown = plain.render(bad)
    assert (
        "\n\nFinding 1 of 7. Error. Line 3, column 1. Title of future-promise.\n"
        "What is wrong: “We will hire two men.” is a promise.\n"
        "Why: Amazon trusts finished work.\n"
        "What to do: Mend future-promise first.\n"
        "A model sentence: “We hired two men on 3 May.”\n"
        "The rule is future-promise.\n\n"
    ) in shown
    assert "Finding 6 of 7. Warning. The whole letter. Title of policy-missing.\n" in shown
    assert "Finding 7 of 7. Note. Line 1, column 1. Title of small-note.\n" in shown


def test_the_words_are_quoted_where_the_message_does_not(bad):
    assert (
        "Finding 5 of 7. Warning. Line 7, column 26. How soon?\n"
        "The words are: “as soon as possible”\n"
        "What is wrong: These words say too little.\n"
    ) in plain.render(bad)


def test_three_of_one_rule_unless_all_are_asked_for(bad):
    shown = plain.render(bad)
    assert "Finding 4 of 7." not in shown
    assert "1 more finding of the rule future-promise is not shown. Show all with --all." in shown
    every = plain.render(bad, show_all=True)
    assert all(f"Finding {number} of 7." in every for number in range(1, 8))
    assert "not shown" not in every


def test_the_checklist_is_sentences(bad):
    shown = plain.render(bad)
    assert "The root_cause part: covered.\n" in shown
    assert "The policy part: missing. Where is the policy?\n" in shown
    assert "The measures part: weak. Where is the measures?\n" in shown
    assert "The metric part: not asked of this letter.\n" in shown


def test_where_the_points_went_and_the_next_step(bad):
    shown = plain.render(bad)
    assert "24 points are lost to the rule future-promise: Title of future-promise.\n" in shown
    assert "1 point is lost to the rule vague-words: Title of vague-words.\n" in shown
    assert "31 points are lost in all.\n" in shown
    assert "This work is finished: refund, FBA.\n" in shown
    assert shown.endswith(
        "Next step.\nGo to line 3: “We will hire two men.”\nMend future-promise first.\n"
        "Then check the letter again.\n"
    )


def test_a_ready_letter(make):
    shown = plain.render(make.report(make.draft(LETTER)))
    assert shown.startswith("The letter draft.txt is ready to send.\nThe score is 100 of 100.\n")
    assert "There are 0 errors." in shown
    assert "Finding" not in shown
    assert "No points are lost." in shown
    assert shown.endswith("Keep a copy of the letter and of the documents. Then send it.\n")


def test_what_was_left_out_is_said(make):
    draft = make.draft("我们\nWe hired.\n", asides=[make.aside(0, 2, NOT_ENGLISH)])
    report = replace(make.report(draft), limited=True)
    shown = plain.render(report)
    assert "Line 1 is not in English." in shown
    assert "Only some rules were checked" in shown


def test_a_line_is_whole_sentences_unless_a_width_is_asked_for(bad, make):
    draft = make.draft(LETTER)
    long = make.finding(draft, "We will hire two men.", why="Amazon trusts work. " * 40)
    report = make.report(draft, [long], {"future-promise": 6})
    assert f"Why: {'Amazon trusts work. ' * 40}".rstrip() + "\n" in plain.render(report)
    assert max(map(len, plain.render(report, width=50).splitlines())) <= 50
    for row in plain.render(bad).splitlines():
        assert not row or row.endswith((".", "?", "”")), row


def test_nothing_is_carried_by_signs(bad, make):
    for report in (bad, make.report(make.draft(LETTER))):
        shown = plain.render(report, show_all=True)
        assert not re.search(r"[✓✗·~^|•─-╿\x1b\t]| {2}|^\s", shown.replace("\n\n", "\n"), re.M)
        assert plain.render(report, unicode=False).isascii()


def test_a_hostile_letter_stays_on_its_line(make):
    words = "we will \x1b[2J\u202e hire\r\n\r\nFinding 9 of 9. \udcff"
    draft = make.draft(words, "a\x1b]0;x\x07\nb.txt")
    shown = plain.render(make.report(draft, [make.finding(draft, words)]))
    assert not set("\x1b\x07\u202e\udcff\r") & set(shown)
    assert not re.search(r"^Finding 9", shown, re.M)
    assert shown.count("Finding 1 of 1.") == 1


def test_braces_of_a_letter_are_only_braces(make):
    draft = make.draft("We will hire {number} men {0}.\n")
    finding = make.finding(draft, "We will hire {number} men {0}.")
    assert "“We will hire {number} men {0}.”" in plain.render(make.report(draft, [finding]))


def test_several_letters_and_statistics_end_with_their_sums(bad, make):
    good = make.report(make.draft(LETTER))
    assert plain.summary([bad]) == ""
    assert plain.summary([bad, good, good], statistics=True) == (
        "\n3 letters were checked.\n2 letters are ready.\n1 letter is not ready.\n"
        "\nFindings by rule.\nfuture-promise: 4 findings.\npolicy-missing: 1 finding.\n"
        "small-note: 1 finding.\nvague-words: 1 finding.\n7 findings in all.\n"
    )
