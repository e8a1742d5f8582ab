"""The area under the curve, against brute force, scipy and a bootstrap."""

import numpy as np
import pytest
from appeal_lint.outcomes.area import compared, curve
from scipy import stats

RATED = {True: (3, 2, 2, 11, 33), False: (33, 6, 6, 11, 2)}
"""How sure a reader was of 109 pictures, from 1 to 5: abnormal and normal ones (Hanley and McNeil,
Radiology 143 (1982) 29-36, table I)."""


def rated():
    scores = np.concatenate([np.repeat(np.arange(1.0, 6), many) for many in RATED.values()])
    return scores, np.repeat([True, False], [51, 58])


def sample(chance, good, bad, ties):
    scores = np.concatenate((chance.normal(0.8, 1, good), chance.normal(0, 1, bad)))
    return (np.round(scores) if ties else scores), np.repeat([True, False], [good, bad])


def by_pairs(scores, back):
    """Return the matrix of DeLong's kernel: 1 where the good letter stands higher, ½ where even."""
    good, bad = scores[back][:, None], scores[~back][None, :]
    return (good > bad) + (good == bad) / 2


def test_the_published_example():
    scores, back = rated()
    assert curve(scores, back).area == pytest.approx(0.893, abs=0.0005)


@pytest.mark.parametrize("ties", [False, True])
@pytest.mark.parametrize(("good", "bad"), [(2, 2), (5, 40), (60, 30)])
def test_areas_and_errors_are_those_of_looking_at_every_pair(good, bad, ties):
    chance = np.random.default_rng(good)
    scores, back = sample(chance, good, bad, ties)
    others = scores + chance.normal(0, 1, len(scores)).round()
    one, other = by_pairs(scores, back), by_pairs(others, back)
    apart = other - one
    error = np.sqrt(apart.mean(axis=1).var(ddof=1) / good + apart.mean(axis=0).var(ddof=1) / bad)
    found = compared(scores, others, back)
    assert (found.first, found.second) == pytest.approx((one.mean(), other.mean()))
    assert found.error == pytest.approx(error)
    statistic = stats.mannwhitneyu(scores[back], scores[~back]).statistic
    assert found.first == pytest.approx(statistic / (good * bad))


def test_the_interval_is_about_that_of_a_bootstrap():
    chance = np.random.default_rng(3)
    scores, back = sample(chance, 80, 60, ties=True)
    good, bad = scores[back], scores[~back]
    drawn = [
        by_pairs(np.concatenate((chance.choice(good, 80), chance.choice(bad, 60))), back).mean()
        for _ in range(2000)
    ]
    found = curve(scores, back)
    assert (found.low, found.high) == pytest.approx(np.quantile(drawn, (0.025, 0.975)), abs=0.012)


@pytest.mark.parametrize(("good", "bad", "least"), [(12, 40, 0.92), (60, 60, 0.93)])
def test_the_interval_holds_the_true_area_in_about_95_of_100_cases(good, bad, least):
    true = stats.norm.cdf(0.8 / np.sqrt(2))
    chance = np.random.default_rng(11)
    curves = [curve(*sample(chance, good, bad, ties=False)) for _ in range(600)]
    assert least < np.mean([one.low <= true <= one.high for one in curves]) < 0.985


def test_outcomes_that_the_score_parts_without_fault_leave_some_doubt():
    back = np.repeat([True, False], [6, 9])
    found = curve(np.where(back, 90.0, 20.0), back)
    # With an area of `low`, six pairs of letters would all come out right in 1 of 40 cases.
    assert found.low**6 == pytest.approx(0.025)
    assert (found.area, found.high) == (1, 1)
    turned = curve(np.where(back, 20.0, 90.0), back)
    assert (turned.area, turned.low) == (0, 0)
    assert turned.high == pytest.approx(1 - found.low)


@pytest.mark.parametrize(
    ("scores", "back"),
    [([], []), ([50, 60], [True, True]), ([50, 60, 70], [True, False, False]),
     ([40, 40, 40, 40], [True, True, False, False])],
)  # fmt: skip
def test_no_curve_where_there_is_nothing_to_compare(scores, back):
    assert curve(np.array(scores, float), np.array(back, bool)) is None
