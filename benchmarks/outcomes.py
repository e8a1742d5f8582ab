"""Whether the statistics of outcomes keep their promises in small samples.

python benchmarks/outcomes.py shares       (needs: pip install "appeal-lint[stats]")
python benchmarks/outcomes.py area
python benchmarks/outcomes.py calibrate    (takes some minutes)

- shares: how often the 95 % interval of a difference holds the true one. Nothing is drawn: every
  table that there can be is looked at and weighed by how likely it is. For shares from 5 % to 95 %.
- area: the same for the area under the curve, with 4,000 drawn sets of letters each.
- calibrate: letters drawn with all shipped rules, whose outcomes hang on nothing (chance), on the
  shipped costs (right), on those costs dealt out anew among the rules (wrong), or on four rules
  alone (four). How often the verdict is "better", how often the proposed costs are truly better on
  20,000 more letters, and by how much, beside what the letters left out promised.
"""

import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from appeal_lint import rulebook
from appeal_lint.model.success import Rate
from appeal_lint.outcomes.area import compared, curve
from appeal_lint.outcomes.points import Costs
from appeal_lint.outcomes.propose import propose
from appeal_lint.outcomes.shares import chance, interval
from appeal_lint.outcomes.trial import trial
from scipy import stats

SHARES = np.arange(0.05, 0.96, 0.05)
DRAWN = 4000
REVIEWS = 20


def shares():
    print("letters        interval holds it      plain interval     chance below 0.05 by chance")
    print("with  without  least   mean           least   mean       most")
    for one, other in ((5, 20), (10, 10), (10, 50), (10, 200), (20, 20), (30, 100)):
        rates = [(Rate(a, one), Rate(b, other)) for a in range(one + 1) for b in range(other + 1)]
        spans = np.array([interval(*pair) for pair in rates]).reshape(one + 1, other + 1, 2)
        odd = np.array([chance(*pair) < 0.05 for pair in rates]).reshape(one + 1, other + 1)
        mine, usual, false = [], [], []
        a, b = np.arange(one + 1)[:, None] / one, np.arange(other + 1)[None, :] / other
        wide = 1.96 * np.sqrt(a * (1 - a) / one + b * (1 - b) / other)
        for first in SHARES:
            for second in SHARES:
                likely = np.outer(
                    stats.binom.pmf(np.arange(one + 1), one, first),
                    stats.binom.pmf(np.arange(other + 1), other, second),
                )
                true = first - second
                mine.append(likely[(spans[..., 0] <= true) & (true <= spans[..., 1])].sum())
                usual.append(likely[np.abs(a - b - true) <= wide].sum())
                if first == second:
                    false.append(likely[odd].sum())
        print(
            f"{one:>4}{other:>9}{min(mine):>7.3f}{np.mean(mine):>8.3f}"
            f"{min(usual):>16.3f}{np.mean(usual):>8.3f}{max(false):>11.3f}"
        )


def area():
    print("back rejected  true area  interval holds it")
    draw = np.random.default_rng(1)
    for good, bad in ((5, 5), (5, 50), (10, 10), (20, 20), (30, 100)):
        for true in (0.5, 0.7, 0.9):
            apart = np.sqrt(2) * stats.norm.ppf(true)
            back = np.repeat([True, False], [good, bad])
            held = 0
            for _ in range(DRAWN):
                scores = draw.normal(0, 1, good + bad) + apart * back
                found = curve(scores, back)
                held += found.low <= true <= found.high
            print(f"{good:>4}{bad:>9}{true:>11}{held / DRAWN:>11.3f}")


def letters(draw, rates, costs, number):
    counts = np.where(
        draw.random((number, len(rates))) < rates, draw.integers(1, 4, (number, len(rates))), 0
    )
    return np.where(costs.most == costs.each, np.minimum(counts, 1), counts)


def calibrate():
    rules = [rule for rule in rulebook.load().rules if rule.cost.each]
    costs = Costs(
        np.array([rule.cost.each for rule in rules]), np.array([rule.cost.most for rule in rules])
    )
    print(f"{REVIEWS} reviews each, {len(rules)} rules")
    print("letters  outcomes by  told better  truly better  promised  true gain  interval holds it")
    for number in (400, 100):
        for kind in ("chance", "right", "wrong", "four"):
            found = [one_review(np.random.default_rng(seed), kind, number, costs)
                     for seed in range(REVIEWS)]  # fmt: skip
            told, true, promised, gain, held = np.mean(found, axis=0)
            print(
                f"{number:>7}  {kind:<11}{told:>12.2f}{true:>14.2f}{promised:>+10.3f}{gain:>+11.3f}"
                f"{held:>19.2f}",
                flush=True,
            )


def one_review(draw, kind, number, costs):
    rates = draw.uniform(0.01, 0.3, len(costs.most))
    harm = {
        "chance": np.zeros(len(rates)),
        "right": costs.most,
        "wrong": draw.permutation(costs.most),
        "four": np.isin(np.arange(len(rates)), draw.choice(len(rates), 4, replace=False)),
    }[kind]
    middle = None

    def outcomes(counts):
        nonlocal middle
        lost = (costs.lost(counts) / costs.most) @ harm
        middle = middle or (lost.mean(), lost.std() or 1)
        odds = (middle[0] - lost) / middle[1]
        return draw.random(len(counts)) < 1 / (1 + np.exp(-odds))

    counts = letters(draw, rates, costs, number)
    back = outcomes(counts)
    tried = trial(counts, back, costs)
    proposed = propose(counts, back, costs).costs
    more = letters(draw, rates, costs, 20_000)
    real = compared(costs.scores(more), proposed.scores(more), outcomes(more))
    gain = real.second - real.first
    better = tried.low > 0 and tried.proposed_loss < tried.shipped_loss
    return better, gain > 0, tried.difference, gain, tried.low <= gain <= tried.high


if __name__ == "__main__":
    parts = {"shares": shares, "area": area, "calibrate": calibrate}
    if sys.argv[1:2] and sys.argv[1] in parts:
        parts[sys.argv[1]]()
    else:
        sys.exit(__doc__)
