"""What is said before figures from outcomes are believed."""

from appeal_lint.model.success import Rate, Success
from appeal_lint.report.cautions import cautions


def told(**fields):
    return " ".join(map(str, cautions(Success(Rate(40, 100), **fields))))


def test_it_is_always_said_that_this_is_no_proof():
    assert "need not be its cause" in told()
    assert "by one author" in told()
    assert "too few" not in told()


def test_too_few_letters_are_said_first():
    assert told(few=True).startswith("There are too few letters")


def test_templates_are_said_and_where_they_are_most_letters_what_that_means():
    assert "nearly say the same as another one: 30." in told(copies=30)
    assert "template" not in told(copies=30)
    assert "A template counts once" in told(copies=900)
    assert "900 are left out, and 100 count" in told(copies=900)
    assert "nearly say the same" not in told()


def test_rules_with_nothing_to_compare_are_counted():
    assert "in no letter (12) or in all letters (1)" in told(never=12, always=1)
    assert "in no letter" not in told()
