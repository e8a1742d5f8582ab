"""Costs proposed from letters whose outcomes hang on what is known."""

import numpy as np
import pytest
from appeal_lint.model.calibration import Verdict
from appeal_lint.model.rule import Cost
from appeal_lint.outcomes.area import curve
from appeal_lint.outcomes.calibrate import calibrate
from past_letters import letters, row

RATES = {
    "future-promise": 0.3, "excuse-weather": 0.2, "policy-missing": 0.3, "metric-missing": 0.3,
    "vague-words": 0.35, "too-long": 0.25, "tone-flattery": 0.3, "evidence-missing": 0.3,
}  # fmt: skip
"""How often each rule speaks; its shipped costs go down from the first to the last, about."""
WRONG = {"vague-words": 1.6, "too-long": 1.6, "tone-flattery": 1.6}
"""Harm of rules that cost little, where those that cost much do none."""


@pytest.fixture(scope="module")
def past():
    return letters(np.random.default_rng(1), 500, RATES, WRONG, start=1.2)


@pytest.fixture(scope="module")
def found(past, ruleset):
    return calibrate(past, ruleset)


def scores(rows, ruleset, changes=()):
    """Return the score of each letter, added up by hand."""
    costs = {one.id: one.cost for one in ruleset.rules}
    costs.update({one.rule: one.now for one in changes})
    made = []
    for one in rows:
        rules = [each.rule for each in one.findings]
        points = [
            min(costs[rule].each * rules.count(rule), costs[rule].most) for rule in set(rules)
        ]
        made.append(max(0, 100 - sum(points)))
    return np.array(made, float)


def area(rows, ruleset, changes=()):
    back = np.array([one.outcome == "reinstated" for one in rows])
    return curve(scores(rows, ruleset, changes), back).area


def test_costs_that_were_wrong_are_mended_and_do_better_on_new_letters(found, ruleset):
    assert found.verdict is Verdict.BETTER
    rise = {one.rule for one in found.changes if one.now.most > one.was.most}
    assert rise == set(WRONG)
    fresh = letters(np.random.default_rng(2), 3000, RATES, WRONG, start=1.2)
    now, then = area(fresh, ruleset), area(fresh, ruleset, found.changes)
    assert then > now + 0.1
    # What the letters left out promised comes true.
    assert found.trial.low <= then - now <= found.trial.high
    assert found.trial.shipped == pytest.approx(now, abs=0.05)
    assert found.trial.proposed == pytest.approx(then, abs=0.05)
    assert found.trial.proposed_loss < found.trial.shipped_loss < np.log(2)


def test_the_score_keeps_its_meaning(found, past, ruleset):
    now, then = scores(past, ruleset), scores(past, ruleset, found.changes)
    assert then.mean() == pytest.approx(now.mean(), abs=1)
    assert found.ready_now == sum(now >= 80)
    assert found.ready_then == sum(then >= 80)


def test_a_finding_more_never_gives_points_back(found, ruleset):
    for one in found.changes:
        assert one.was == ruleset.by_id[one.rule].cost
        assert 0 <= one.now.each <= one.now.most <= 100
        assert (one.now.each == 0) == (one.now.most == 0)


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_pure_chance_is_no_reason_to_change_anything(seed, ruleset):
    found = calibrate(letters(np.random.default_rng(seed), 200, RATES, {}), ruleset)
    assert found.verdict is Verdict.NO_BETTER
    assert found.trial.low < 0


def test_costs_that_are_right_already_are_not_bettered(ruleset):
    harm = {rule: ruleset.by_id[rule].cost.most / 10 for rule in RATES}
    past = letters(np.random.default_rng(6), 300, RATES, harm, start=3.5)
    found = calibrate(past, ruleset)
    assert found.verdict is Verdict.NO_BETTER
    assert found.trial.shipped > 0.75


def test_the_order_of_letters_changes_nothing(found, past, ruleset):
    chance = np.random.default_rng(7)
    assert calibrate([past[at] for at in chance.permutation(len(past))], ruleset) == found


def test_too_few_letters_say_nothing(ruleset):
    chance = np.random.default_rng(8)
    past = letters(chance, 400, RATES, {})
    back = [one for one in past if one.outcome == "reinstated"]
    rejected = [one for one in past if one.outcome == "rejected"]
    found = calibrate([*back[:29], *rejected], ruleset)
    assert (found.verdict, found.trial, found.changes) == (Verdict.FEW, None, ())
    assert (found.overall.back, found.overall.of) == (29, 29 + len(rejected))
    assert calibrate([*back[:30], *rejected], ruleset).verdict is not Verdict.FEW
    assert calibrate([], ruleset).verdict is Verdict.FEW
    silent = [row(at, at % 2 == 0) for at in range(200)]
    assert calibrate(silent, ruleset).verdict is Verdict.FEW


def test_a_template_is_one_letter_and_letters_without_an_outcome_are_none(past, ruleset):
    copies = [row(f"copy-{at}", at % 2 == 0, ["too-long"], alike="alike-1") for at in range(90)]
    unknown = [row(f"open-{at}", None) for at in range(5)]
    found = calibrate([*past[:100], *copies, *unknown], ruleset)
    assert (found.overall.of, found.copies, found.unknown) == (101, 89, 5)


def test_rules_that_cannot_be_weighed_or_cost_nothing_keep_their_costs(past, ruleset):
    assert ruleset.by_id["dispute-read"].cost == Cost(0, 0)
    rare = [
        row(f"rare-{at}", False, ["excuse-denial", *["dispute-read"] * (at % 2), "of-another-pack"])
        for at in range(9)
    ]
    many = [row(f"many-{at}", False, ["dispute-read"]) for at in range(30)]
    found = calibrate([*past, *rare, *many], ruleset)
    assert found.weighed == len(RATES)
    changed = {one.rule for one in found.changes}
    assert changed <= set(RATES)
