"""Figures, worked out by hand on a few sentences."""

import pytest
from appeal_lint import evaluation
from appeal_lint.evaluation import Letter, Sentence
from appeal_lint.model.statement import Statement
from appeal_lint.model.words import Act, Agent, BlockKind, Element, Excuse, Issue, Section, Status


def gold(act, also=(), either=(), issues=(), excuse=None):
    return Sentence(
        line=1,
        text="x",
        section=None,
        letter=None,
        act=act,
        also=frozenset(also),
        either=frozenset(either),
        agent=Agent.SELLER,
        issues=frozenset(issues),
        measures=frozenset(),
        excuse=excuse,
        excuse_labelled=True,
    )


def read(act, issues=(), excuse=None, agent=Agent.SELLER):
    return Statement(
        1, 0, 1, "x", BlockKind.PARAGRAPH, None, Section.NONE, act, agent, f"why {act}",
        tuple(issues), (), excuse,
    )  # fmt: skip


def counted(*pairs):
    return evaluation.figures([evaluation.compare(one, stated) for one, stated in pairs])


def test_precision_recall_and_f1():
    act = counted(
        (gold(Act.PROMISE), [read(Act.PROMISE)]),
        (gold(Act.PROMISE), [read(Act.OTHER)]),
        (gold(Act.OTHER), [read(Act.PROMISE)]),
        (gold(Act.PROMISE), [read(Act.PROMISE)]),
    ).act
    promise = act.labels["promise"]
    assert (promise.right, promise.wrong, promise.missed) == (2, 1, 1)
    assert promise.precision == promise.recall == promise.f1 == pytest.approx(2 / 3)
    assert act.labels["other"].f1 == 0
    assert act.macro == pytest.approx(1 / 3)


def test_kappa_takes_chance_away():
    # Half of each, agreement on three of four: (3/4 - 1/2) / (1 - 1/2).
    act = counted(
        (gold(Act.PROMISE), [read(Act.PROMISE)]),
        (gold(Act.PROMISE), [read(Act.PROMISE)]),
        (gold(Act.OTHER), [read(Act.OTHER)]),
        (gold(Act.OTHER), [read(Act.PROMISE)]),
    ).act
    assert act.accuracy == 0.75
    assert act.kappa == pytest.approx((0.75 - 0.5) / 0.5)
    assert counted((gold(Act.OTHER), [read(Act.OTHER)])).act.kappa == 1


def test_a_reading_that_is_allowed_counts_as_right():
    act = counted((gold(Act.ONGOING, either=[Act.PROMISE]), [read(Act.PROMISE)])).act
    assert act.pairs == {("ongoing", "ongoing"): 1}
    assert act.labels["promise"].wrong == 0


def test_a_second_act_is_counted_where_it_is_found_and_where_it_is_missed():
    one = gold(Act.COMPLETED, also=[Act.PROMISE])
    both = counted((one, [read(Act.COMPLETED), read(Act.PROMISE)])).act
    assert both.labels["promise"].right == 1
    alone = counted((one, [read(Act.COMPLETED)])).act
    assert alone.labels["promise"].missed == 1


def test_an_act_that_is_not_there_is_wrong_beside_the_right_one_too():
    one = evaluation.compare(gold(Act.COMPLETED), [read(Act.COMPLETED), read(Act.PROMISE)])
    assert one.extra == {Act.PROMISE}
    assert evaluation.figures([one]).act.labels["promise"].wrong == 1


def test_what_is_left_of_a_sentence_is_no_fault():
    one = evaluation.compare(gold(Act.COMPLETED), [read(Act.OTHER), read(Act.COMPLETED)])
    assert not evaluation.differences(one)


def test_an_excuse_of_another_family_is_found_and_yet_wrong():
    found = counted((gold(Act.ROOT_CAUSE, excuse=Excuse.WEATHER),
                     [read(Act.ROOT_CAUSE, excuse=Excuse.VOLUME)]))  # fmt: skip
    assert found.plea.micro.f1 == 1
    assert found.excuse.micro.f1 == 0


def test_issues_of_all_statements_count_together():
    late, damaged = Issue.LATE_DELIVERY, Issue.DAMAGED
    found = counted(
        (gold(Act.OTHER, issues=[late, damaged]), [read(Act.OTHER, [late]), read(Act.OTHER)]),
    ).issue
    assert (found.micro.right, found.micro.missed) == (1, 1)


def test_elements_are_counted_by_their_words():
    letter = Letter(
        1, "a.txt", {Element.METRIC: Status.WEAK, Element.REQUEST: Status.COVERED}, True
    )
    judged = {Element.METRIC: Status.MISSING, Element.REQUEST: Status.COVERED}
    element = evaluation.figures([], [(letter, judged)]).element
    assert element.pairs == {("weak", "missing"): 1, ("covered", "covered"): 1}
    told = evaluation.element_differences(letter, judged, ready=False)
    assert [(one.label, one.gold, one.found) for one in told] == [
        ("metric", "weak", "missing"),
        ("verdict", "ready", "not ready"),
    ]


def test_only_what_is_labelled_has_a_headline():
    found = counted((gold(Act.OTHER), [read(Act.OTHER)]))
    assert "act macro F1" in evaluation.headline(found)
    assert "elements macro F1" not in evaluation.headline(found)
