"""The summary of a review in a terminal: what a person reads first, and on any terminal."""

import pytest
from appeal_lint.model.success import Curve, Effect, Rate, Success
from appeal_lint.model.words import Element, Outcome
from appeal_lint.report import review_text
from appeal_lint.report.page import Page
from appeal_lint.survey import Counter
from reviewed import row
from rich.cells import cell_len

BAD = "future-promise"


def survey(*rows, **more):
    counter = Counter({Element.POLICY: "The policy that was broken"}, **more)
    for one in rows:
        counter.add(one)
    return counter.result()


def letters():
    return (
        row("late/chen.txt", 20, [BAD, BAD, "vague-words"], [Element.POLICY], type="Late delivery",
            date="2024-01-05", author="Ana", outcome=Outcome.REJECTED, alike="alike-1"),
        row("late/diaz.txt", 40, [BAD], [Element.POLICY], type="late delivery",
            date="2024-02-05", author="Bo", outcome=Outcome.REJECTED, alike="alike-1"),
        row("safety/okoye.txt", 95, date="2024-02-09", author="Bo", outcome=Outcome.REINSTATED),
    )  # fmt: skip


def effect(title, points, *, telling=True, few=False, element=False):
    return Effect(
        title.lower(), element, title, Rate(10, 50), Rate(30, 50), points, points - 0.1,
        points + 0.1, 0.001, 0.01 if telling else 0.4, few,
    )  # fmt: skip


def shown(found, success=None, **page):
    return review_text.render(found, success, Page(**page))


def test_the_verdict_comes_first():
    said = shown(survey(*letters())).splitlines()
    assert said[0] == "3 letters were read."
    assert said[1] == "1 of 3 are ready to send. 2 are not."
    assert "The score in the middle (the median) is 40 of 100" in said[2]


def test_no_letters_are_told_in_a_line():
    assert shown(survey()) == "No letter was read.\n"


def test_a_person_reads_what_is_wrong_where_and_how_often():
    said = " ".join(shown(survey(*letters(), closest={"alike-1": 0.834}), width=100).split())
    for words in (
        f"ERROR Promise instead of a finished action ({BAD}) in 2 of 3 letters (67%); 3 times; "
        "15 points lost",
        "2 0 1 The policy that was broken",
        "2024-02 2 50% 67.5",
        "Late delivery letters: 2; ready: 0%; mean score: 30",
        "Bo letters: 2; ready: 50%; mean score: 67.5",
        "Not said: one letter.",
        "alike-1: 2 letters. The closest two are 83% the same",
        "Account back: 1. Rejected: 2. Not known: 0.",
        "Letters to rewrite first 20 late/chen.txt (2 errors) 40 late/diaz.txt (1 error)",
    ):
        assert words in said
    assert "okoye" not in said  # it is ready


def test_one_empty_line_stands_between_parts():
    assert "\n\n\n" not in shown(survey(*letters(), closest={"alike-1": 0.834}))


def test_the_bars_are_as_long_as_what_they_count():
    said = shown(survey(*(row(f"{n}", 55) for n in range(10)), row("x", 5)), unicode=False)
    bars = {line.split()[0]: line.count("#") for line in said.splitlines() if " #" in line}
    assert bars["50-59"] == 10 * bars["0-9"]


@pytest.mark.parametrize("width", [40, 80, 132])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal(width, language):
    success = Success(Rate(40, 100), (effect("Begging", -0.4),), Curve(0.7, 0.6, 0.8))
    said = shown(survey(*letters()), success, width=width, language=language)
    assert max(map(cell_len, said.splitlines())) <= width


def test_plain_ascii_and_no_colour_say_the_same():
    success = Success(Rate(40, 100), (effect("Begging", -0.4),))
    plain = shown(survey(*letters()), success, unicode=False)
    assert plain.isascii()
    coloured = shown(survey(*letters()), success, color=True)
    assert "\x1b[" in coloured
    assert "ERROR" in plain


def test_what_goes_with_success_is_told_in_plain_words():
    success = Success(
        Rate(40, 100), (effect("Begging", -0.4), effect("Shouting", -0.1, telling=False)),
        Curve(0.71, 0.64, 0.78),
    )  # fmt: skip
    said = " ".join(shown(survey(*letters()), success, width=100).split())
    assert "came back for 40 of 100 (40%)" in said
    assert "Fault: Begging With it the account came back for 10 of 50 (20%)" in said
    assert "40 in 100 fewer came back (very likely between 50 fewer and 30 fewer)" in said
    assert "Shouting" not in said
    assert "In 71 of 100 such pairs the first has the better score" in said
    assert "need not be its cause" in said


def test_too_few_outcomes_are_a_plain_warning():
    said = shown(survey(*letters()), Success(Rate(1, 3), few=True), width=100)
    assert "There are too few letters whose outcome is known" in said


def test_where_nothing_is_sure_it_is_said():
    success = Success(Rate(40, 100), (effect("Begging", -0.4, telling=False),))
    assert "No fault and no part made a difference that is sure." in shown(
        survey(*letters()), success
    )


def test_names_of_users_cannot_steer_the_terminal():
    found = survey(row("\x1b[31mred\u202e.txt", 10, type="\x1b]0;title\x07", author="a\nb"))
    assert not any(char in shown(found) for char in "\x1b\x07\u202e")
