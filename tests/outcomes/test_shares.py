"""Shares compared, against what others have published."""

import pytest
from appeal_lint.model.success import Rate
from appeal_lint.outcomes.shares import chance, corrected, interval
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]
"""Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10, examples (a) to (h)."""


@pytest.mark.parametrize(("back", "of", "back_too", "of_too", "low", "high"), NEWCOMBE)
def test_the_interval_is_the_one_that_newcombe_printed(back, of, back_too, of_too, low, high):
    found = interval(Rate(back, of), Rate(back_too, of_too))
    assert found == pytest.approx((low, high), abs=6e-5)


def test_fisher_s_own_examples():
    # The lady who tells three of four cups: 34 of 70 ways are as odd (The Design of Experiments).
    assert chance(Rate(3, 4), Rate(1, 4)) == pytest.approx(34 / 70)
    # Convicts with a twin brother, monozygotic and dizygotic (1935).
    assert chance(Rate(10, 13), Rate(2, 17)) == pytest.approx(0.0005367, abs=1e-7)
    assert chance(Rate(5, 10), Rate(50, 100)) == 1


def test_holm_by_hand():
    # The least of four counts four times, the next three times; none less than the one before.
    assert corrected([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert corrected([0.4]) == [0.4]
    assert corrected([]) == []


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from([0, 1e-9, 0.004, 0.01, 0.011, 0.05, 0.3, 1]), min_size=1))
def test_holm_is_that_of_statsmodels(chances):
    assert corrected(chances) == pytest.approx(multipletests(chances, method="holm")[1])
