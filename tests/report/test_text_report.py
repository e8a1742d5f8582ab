import re
from dataclasses import replace

import pytest
from appeal_lint.model.words import Act, Element, Severity, Status
from appeal_lint.report import text
from rich.cells import cell_len

LETTER = """Dear Amazon,

We will hire two men.
We will change the carrier.
We will answer all messages.
We will weigh each parcel.
We refunded nine buyers, as soon as possible.
The roads are bad here.
"""


@pytest.fixture
def bad(make):
    draft = make.draft(LETTER)
    promises = [
        make.finding(draft, row)
        for row in LETTER.splitlines()
        if row.startswith("We will")
    ]  # fmt: skip
    found = [
        make.finding(draft, rule="policy-missing", severity=Severity.WARNING),
        *promises,
        make.finding(draft, "as soon as possible", "vague-words", Severity.WARNING),
        make.finding(draft, "The roads are bad here.", "excuse-geography"),
        make.finding(draft, "Dear Amazon", "small-note", Severity.INFO),
        make.finding(draft, rule="fba-missing"),
    ]
    points = {
        "future-promise": 24, "fba-missing": 12, "excuse-geography": 30, "policy-missing": 6,
        "vague-words": 2,
    }  # fmt: skip
    return make.report(
        draft, found, points,
        statements=[make.statement(draft, "We refunded nine buyers", measures=["refund", "fba"]),
                    make.statement(draft, "We will hire", Act.PROMISE, ["staffing"])],
        status={Element.POLICY: Status.MISSING, Element.MEASURES: Status.WEAK},
    )  # fmt: skip


@pytest.fixture
def good(make):
    draft = make.draft("We hired two men on 3 May.\n")
    return make.report(draft)


def heads(shown):
    return re.findall(r"^(?:ERROR|WARNING|NOTE) \d+.*", shown, re.M)


def test_the_verdict_comes_first(bad):
    rows = text.render(bad).splitlines()
    assert rows[0] == "draft.txt"
    assert rows[1] == (
        "NOT READY. Score 26 of 100 (ready from 80). 6 errors, 2 warnings, 1 note."
    )  # fmt: skip


def test_errors_go_by_points_then_warnings_and_notes_by_place(bad):
    assert heads(text.render(bad, show_all=True, width=100)) == [
        "ERROR 1 · line 8 · Title of excuse-geography  (excuse-geography)",
        "ERROR 2 · line 3 · Title of future-promise  (future-promise)",
        "ERROR 3 · line 4 · Title of future-promise  (future-promise)",
        "ERROR 4 · line 5 · Title of future-promise  (future-promise)",
        "ERROR 5 · line 6 · Title of future-promise  (future-promise)",
        "ERROR 6 · whole letter · Title of fba-missing  (fba-missing)",
        "WARNING 7 · line 7 · Title of vague-words  (vague-words)",
        "WARNING 8 · whole letter · Title of policy-missing  (policy-missing)",
        "NOTE 9 · line 1 · Title of small-note  (small-note)",
    ]


def test_a_finding_shows_the_line_the_carets_and_four_lines(bad):
    shown = text.render(bad)
    assert (
        "WARNING 7 · line 7 · Title of vague-words  (vague-words)\n"
        "    We refunded nine buyers, as soon as possible.\n"
        "                             ^^^^^^^^^^^^^^^^^^^\n"
        "  What  “as soon as possible” is a promise.\n"
        "  Why   Amazon trusts finished work.\n"
        "  Do    Mend vague-words first.\n"
        "  Like  “We hired two men on 3 May.”\n"
    ) in shown


def test_three_of_one_rule_and_the_number_of_the_rest(bad):
    shown = text.render(bad)
    assert shown.count("(future-promise)\n    We will") == 3
    assert "… and 1 more like this (show all with --all)" in shown
    assert "ERROR 6 · whole letter" in shown
    assert "more like this" not in text.render(bad, show_all=True)


def test_the_checklist_has_words_and_asks_for_what_lacks(bad):
    shown = text.render(bad)
    assert "  ✓ OK         The metric part\n" in shown
    assert "  ✗ MISSING    The policy part\n               Where is the policy?\n" in shown
    assert "  ~ WEAK       The measures part\n               Where is the measures?\n" in shown
    assert "Where is the metric?" not in shown
    assert (
        sum(f"The {one.value} part" in shown.split("Where the points")[0] for one in Element) == 9
    )


def test_what_a_letter_of_its_kind_need_not_have_is_neither_good_nor_missing(make):
    draft = make.draft(LETTER)
    shown = text.render(make.report(draft, not_asked=[Element.METRIC]))
    assert "  - NOT ASKED  The metric part\n" in shown
    assert "The metric part" not in shown.split("Already good")[1]


def test_it_says_where_rules_were_left_out(make):
    report = replace(make.report(make.draft(LETTER)), limited=True)
    assert "Only some rules were checked" in text.render(report)


def test_the_points_add_up(bad):
    shown = text.render(bad)
    points = shown.split("Where the points went\n")[1].split("\n\n")[0].splitlines()
    lost = [int(row.split()[0]) for row in points[:-1]]
    assert lost == [-30, -24, -12, -6, -2]
    assert points[1] == "   -24  Title of future-promise, 4 times  (future-promise)"
    assert points[-1] == "  100 - 74 = 26"


def test_more_than_all_points_lost(make):
    draft = make.draft(LETTER)
    report = make.report(draft, [make.finding(draft)], {"future-promise": 120})
    shown = text.render(report)
    assert "Score 0 of 100" in shown
    assert "120 points are lost. The lowest score is 0." in shown


def test_what_is_good_names_only_finished_work(bad):
    part = text.render(bad).split("Already good\n")[1].split("\n\n")[0]
    assert "✓ The metric part" in part
    assert "The policy part" not in part
    assert "✓ 2 kinds of finished work: refund, FBA" in part
    assert "staffing" not in part


def test_the_next_step_is_the_advice_of_the_first_error(bad):
    assert text.render(bad).endswith(
        "Next step\n  Go to line 8: “The roads are bad here.”\n  Mend excuse-geography first.\n"
        "  Then check the letter again.\n"
    )


def test_the_next_step_without_an_error_is_what_costs_most(make):
    draft = make.draft(LETTER)
    found = [
        make.finding(draft, "Dear Amazon", "cheap", Severity.WARNING),
        make.finding(draft, rule="dear", severity=Severity.WARNING),
    ]
    shown = text.render(make.report(draft, found, {"cheap": 5, "dear": 20}))
    assert "There is no error. But too many points are lost for now." in shown
    assert "  For the whole letter: Title of dear.\n  Mend dear first.\n" in shown


def test_a_good_score_with_an_error_is_not_ready(make):
    draft = make.draft(LETTER)
    shown = text.render(make.report(draft, [make.finding(draft)], {"future-promise": 6}))
    assert "NOT READY. Score 94" in shown
    assert "mend every error" in shown


def test_a_ready_letter_gets_a_kind_word_and_what_to_attach_and_keep(good):
    shown = text.render(good)
    assert shown.splitlines()[1].startswith("READY TO SEND. Score 100 of 100")
    assert "Well done." in shown or "You can send it." in shown
    assert "Attach the documents" in shown
    assert "Keep a copy" in shown
    assert "No points are lost." in shown


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        ([2], "Line 2 is not in English. I did not check it."),
        ([2, 4], "Lines 2 and 4 are not in English. I did not check them."),
        ([1, 3, 4, 5, 8], "Lines 1, 3 to 5 and 8 are not in English. I did not check them."),
    ],
)
def test_lines_set_aside_are_said(make, numbers, says):
    source = "".join(f"row {number}\n" for number in range(1, 10))
    reason = "This line is not in English. I did not check it."
    asides = [make.aside((one - 1) * 6, one * 6 - 1, reason) for one in numbers]
    assert says in text.render(make.report(make.draft(source, asides=asides)))


def test_words_over_several_lines_are_all_underlined(make):
    draft = make.draft("Sorry. We will hire\n  two men\nsoon. Bye.\n")
    finding = make.finding(draft, "We will hire\n  two men\nsoon.")
    assert (
        "    Sorry. We will hire\n"
        "           ^^^^^^^^^^^^\n"
        "    two men\n"
        "    ^^^^^^^\n"
        "    soon. Bye.\n"
        "    ^^^^^\n"
    ) in text.render(make.report(draft, [finding]))


@pytest.mark.parametrize("width", [40, 55, 80, 120])
@pytest.mark.parametrize("unicode", [True, False])
def test_everything_fits_the_width(make, bad, width, unicode):
    draft = make.draft("「我们」" * 30 + " we will hire two men " + "x" * 300 + "\n")
    long = make.finding(draft, "we will hire two men", message="“" + "长" * 90 + "” is long.")
    for report in (bad, make.report(draft, [long])):
        shown = text.render(report, width=width, unicode=unicode)
        assert max(cell_len(row) for row in shown.splitlines()) <= width


def test_ascii_when_the_stream_has_no_more(bad):
    shown = text.render(bad, unicode=False)
    assert shown.isascii()
    assert "ERROR 1 - line 8 -" in shown
    assert "  + OK" in shown
    assert "  x MISSING" in shown
    assert '"We hired two men on 3 May."' in shown


def test_carets_stay_under_the_words_in_ascii(make):
    draft = make.draft("“我们” … we will hire\n")
    shown = text.render(make.report(draft, [make.finding(draft, "we will hire")]), unicode=False)
    rows = shown.splitlines()
    at = next(number for number, row in enumerate(rows) if "^" in row)
    assert rows[at].index("^") == rows[at - 1].index("we will hire")


def test_colour_adds_nothing_but_colour(bad, good):
    for report in (bad, good):
        coloured = text.render(report, color=True)
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == text.render(report)


def test_the_environment_does_not_colour_what_is_asked_plain(bad, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in text.render(bad)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" in text.render(bad, color=True)


def test_a_hostile_draft_and_a_hostile_rule_cannot_steer_the_terminal(make):
    words = "we will \x1b[2J[bold red]hire[/] \u202etwo\x07 men\u2028now"
    draft = make.draft(f"Now {words}.\n", path="evil\x1b]0;name\x07.txt")
    finding = make.finding(
        draft, words, title="T\x1b[1m", why="W\x9b31m", advice="A\u2066", like="[link=x]L\x7f",
        message=f"“{words}” is bad.",
    )  # fmt: skip
    shown = text.render(make.report(draft, [finding], {"future-promise": 6}))
    assert not set("\x1b\x07\x7f\x9b\u202e\u2066\u2028\r") & set(shown)
    assert "[bold red]hire[/]" in shown
    assert "[link=x]L" in shown


def test_sentences_are_short_and_free_of_grammar_terms(make, bad, good):
    draft = make.draft(LETTER)
    few = make.report(
        draft, [make.finding(draft, severity=Severity.WARNING)], {"future-promise": 30}
    )
    okay = make.report(draft, [make.finding(draft, severity=Severity.WARNING)])
    for report in (bad, good, few, okay):
        shown = text.render(report, width=200)
        for sentence in re.split(r"(?<=[.?!])\s+|\n", shown):
            assert len(sentence.split()) <= 20, sentence
        assert not re.search(r"\b(tense|passive|verb|clause|noun|subject)\b", shown, re.I)
