"""Rows add up to what a person would count by hand."""

import random
import sys

import pytest
from appeal_lint.model.row import RowElement
from appeal_lint.model.words import Element, Outcome, Status
from appeal_lint.survey import Counter
from appeal_lint.survey.groups import KEPT
from reviewed import row


def survey(*rows, **more):
    counter = Counter(**more)
    for one in rows:
        counter.add(one)
    return counter.result()


def test_nothing_is_counted_of_no_letters():
    found = survey()
    assert (found.letters, found.ready, found.faults, found.worst) == (0, 0, (), ())
    assert found.spread.bins == (0,) * 10
    assert found.minimum is None


def test_scores_are_spread_over_ten_bins_and_told_by_their_middle():
    found = survey(*(row(f"{n}.txt", score) for n, score in enumerate([0, 9, 10, 55, 90, 99, 100])))
    assert found.spread.bins == (2, 1, 0, 0, 0, 1, 0, 0, 0, 3)
    spread = found.spread
    assert (spread.lowest, spread.median, spread.highest) == (0, 55, 100)
    assert (spread.lower, spread.upper) == (9.5, 94.5)
    assert spread.mean == pytest.approx(363 / 7)
    assert (found.ready, found.unready, found.minimum) == (3, 4, 80)


def test_the_median_of_an_even_number_lies_between_two():
    assert survey(row("a", 10), row("b", 40)).spread.median == 25


def test_the_commonest_faults_come_first():
    found = survey(
        row("a", found=["future-promise"] * 3 + ["vague-words"]),
        row("b", found=["vague-words"]),
    )
    shown = [(one.rule, one.letters, one.times, one.points) for one in found.faults]
    assert shown == [("vague-words", 2, 2, 10), ("future-promise", 1, 3, 15)]
    assert found.faults[0].title == "Vague words"


def test_what_a_letter_need_not_have_and_has_not_is_missing():
    letter = row("a", missing=[Element.POLICY], weak=[Element.MEASURES])
    letter.elements[Element.REQUEST] = RowElement(Status.COVERED)
    found = {
        one.name: (one.missing, one.weak, one.covered)
        for one in survey(letter, row("b"), titles={Element.POLICY: "The policy"}).elements
    }
    assert found[Element.POLICY] == (1, 0, 1)
    assert found[Element.MEASURES] == (0, 1, 1)
    assert found[Element.REQUEST] == (1, 0, 1)
    assert survey(titles={Element.POLICY: "The policy"}).elements[2].title == "The policy"


@pytest.mark.parametrize(
    ("dates", "unit", "names"),
    [
        (["2024-03-01", "2024-01-31", "2024-03-30"], "month", ["2024-01", "2024-03"]),
        (["2022-01-01", "2024-01-01"], "quarter", ["2022 Q1", "2024 Q1"]),
        (["2010-12-31", "2024-01-01"], "year", ["2010", "2024"]),
    ],
)
def test_time_is_told_in_months_or_in_what_fits(dates, unit, names):
    trend = survey(*(row(f"{n}.txt", date=date) for n, date in enumerate(dates))).trend
    assert (trend.unit, [one.name for one in trend.periods]) == (unit, names)
    assert sum(one.letters for one in trend.periods) == len(dates)


def test_a_period_has_its_mean_score_and_its_share_of_ready_letters():
    trend = survey(
        row("a", 40, date="2024-03-01"), row("b", 90, date="2024-03-09"), row("c", 10, date="soon")
    ).trend
    assert [(one.mean, one.ready, one.letters) for one in trend.periods] == [(65, 1, 2)]
    assert trend.undated == 1


def test_a_type_is_the_same_whatever_its_case_and_blanks():
    found = survey(
        row("a", 10, type="Late delivery", found=["vague-words"]),
        row("b", 30, type="late  Delivery "),
        row("c", 90, type="Late delivery"),
        row("d", type="Safety"),
        row("e"),
    ).types
    assert [(one.name, one.letters) for one in found.listed] == [
        ("Late delivery", 3),
        ("Safety", 1),
    ]
    assert found.listed[0].faults == (("vague-words", "Vague words", 1),)
    assert (found.listed[0].ready, found.unnamed, found.rest) == (1, 1, None)


def test_small_groups_are_told_together():
    found = survey(
        *(row(f"{n}.txt", n, author=f"Author {n % 5}") for n in range(23)), listed=2
    ).authors
    assert [one.letters for one in found.listed] == [5, 5]
    assert (found.rest.letters, found.small) == (13, 3)


def test_outcomes_are_counted_and_unknown_ones_too():
    found = survey(
        row("a", outcome=Outcome.REINSTATED), row("b", outcome=Outcome.REJECTED), row("c")
    )
    assert (found.outcomes.reinstated, found.outcomes.rejected, found.outcomes.unknown) == (1, 1, 1)


def test_letters_that_are_alike_are_told_by_group_with_the_first_names():
    found = survey(
        *(row(f"{n}.txt", 50, alike="alike-1") for n in (8, 2, 5, 1, 9, 7)),
        row("x.txt", alike="alike-2"), row("y.txt", alike="alike-2"), row("z.txt"),
        closest={"alike-1": 0.75},
    )  # fmt: skip
    first, second = found.alike
    assert (first.letters, first.closest, first.paths) == (
        6, 0.75, ("1.txt", "2.txt", "5.txt", "7.txt", "8.txt"),
    )  # fmt: skip
    assert (second.letters, second.closest, found.alike_letters) == (2, None, 8)


def test_the_worst_letters_are_named_and_equal_ones_by_name():
    letters = [row("b", 10), row("c", 90), row("a", 10, found=["future-promise"]), row("d", 5)]
    found = survey(*letters, worst=3).worst
    assert [(one.path, one.score, one.errors) for one in found] == [
        ("d", 5, 0), ("a", 10, 1), ("b", 10, 0),
    ]  # fmt: skip


def varied(number):
    dice = random.Random(number)
    return row(
        f"{number:05}.txt", dice.randrange(101), dice.choices(list(_RULES), k=3),
        dice.sample(list(Element), 2), author=dice.choice(["Ana", "ana ", "Bo"]),
        type=f"type {dice.randrange(30)}",
        date=f"20{dice.randrange(10, 25)}-0{dice.randrange(1, 9)}-01",
        alike=dice.choice(["", "alike-1", "alike-2"]), outcome=dice.choice([None, *Outcome]),
    )  # fmt: skip


_RULES = ("future-promise", "vague-words", "fba-ready", "evidence-missing")


def test_the_order_of_letters_changes_nothing():
    rows = list(map(varied, range(300)))
    first = survey(*rows)
    random.Random(1).shuffle(rows)
    assert survey(*rows) == first


def size(thing, seen):
    """Return the bytes of an object and of all that it holds."""
    if id(thing) in seen:
        return 0
    seen.add(id(thing))
    held = getattr(thing, "__dict__", None)
    inner = [held] if held is not None else []
    if isinstance(thing, dict):
        inner += [*thing, *thing.values()]
    elif isinstance(thing, list | tuple | set):
        inner += thing
    return sys.getsizeof(thing) + sum(size(one, seen) for one in inner)


def test_what_is_kept_does_not_grow_with_the_letters():
    def kept(letters):
        counter = Counter()
        for number in range(letters):
            counter.add(varied(number))
        return size(counter, set())

    assert kept(4000) < kept(1000) * 1.2


def test_more_names_than_can_be_kept_are_told_together():
    counter = Counter(listed=1)
    for number in range(KEPT + 50):
        counter.add(row(f"{number}.txt", author=f"author {number}"))
    found = counter.result().authors
    assert found.listed[0].letters + found.rest.letters == KEPT + 50
