"""A template that is sent again is found; two honest letters about the same trouble are not."""

import hashlib
import random
import sys
from itertools import combinations

import pytest
from appeal_lint.model.extras import MissingExtraError
from appeal_lint.survey import alike
from appeal_lint.survey.alike import Alike, sketch

TEMPLATE = """Dear Amazon Seller Performance Team,

I am writing on behalf of {shop} about the suspension of our account on {day}. We are sorry for the
trouble that late parcels gave to your customers.

Root cause: our order desk exported the orders only once a day. When {clerk} was ill in {month}, the
export was left undone for three days, and {late} orders of {goods} were handed to the carrier after
their ship date.

What we have done:
- On {fixed} we set up an hourly export that needs no person.
- We have trained {people} colleagues, so that somebody else is always there.
- We refunded the postage of {late} customers and wrote to each of them.
- We moved our parcels to {carrier}, which scans them at our own door.

Since {fixed} all of our {goods} were sent within one day. The refunds and the scan reports are
attached. Please open our account {account} again.

Kind regards,
{boss}
"""
FIRST = {
    "shop": "Lumen Garden Lights", "day": "3 May 2024", "clerk": "Marta Oduya", "month": "April",
    "late": "41", "goods": "solar lamps", "fixed": "6 May 2024", "people": "two",
    "carrier": "DHL Express", "account": "A1B2C3D4E5", "boss": "Tomasz Bielik",
}  # fmt: skip
SECOND = {
    "shop": "Kettle & Co", "day": "19 November 2023", "clerk": "Ravi", "month": "October",
    "late": "128", "goods": "tea kettles", "fixed": "21 November", "people": "four",
    "carrier": "UPS", "account": "Z9-8877", "boss": "Mei-Ling Zhou",
}  # fmt: skip
REWRITTEN = """Dear Amazon Seller Performance Team,

We write for {shop} about the suspension of our account on {day}. We are sorry for the
trouble that late parcels gave to your customers.

Root cause: our order desk exported the orders only once a day. When {clerk} was ill in {month}, the
export was left undone for three days, and {late} orders of {goods} were handed to the carrier after
their ship date. Nobody noticed before the first complaints arrived.

What we have done:
- On {fixed} we set up an hourly export that needs no person.
- A second clerk, hired in the same week, now shares the desk.
- We refunded the postage of {late} customers and wrote to each of them.
- We moved our parcels to {carrier}, which scans them at our own door.

The refunds and the scan reports are attached. Please open our account {account} again.

Yours,
{boss}
"""
HONEST = (
    """Dear Amazon team,

our account was closed because of late delivery. I own a small shop for bread tins. In March our
only printer for labels broke, and for six days I wrote the labels by hand, which took too long.
22 parcels left the house late, and some customers had no birthday present in time. I am sorry for
that.

I have bought a second printer on 2 April and keep spare ribbons for three months. My daughter
checks each evening that no order is left open; she has found none since. I gave 22 refunds. The
receipt for the printer is attached. Please let me sell again.
""",
    """Dear Seller Performance,

we are sorry that our customers waited for their garden hoses. Our late shipment rate was 9 % in
June. The cause was ours: we counted the stock in two lists, and sold hoses that had already been
sent to another warehouse. Each such order had to wait for the next truck.

On 1 July we threw out the second list. The stock now comes from the scanner in the hall, each hour.
We have stopped our own delivery and 310 hoses are in Amazon's warehouse. All customers who waited
were paid back. Since then no order was late. We ask you to open the account again.
""",
    """Hello,

you suspended our account for late delivery of orders. We looked at every order of the last sixty
days. Most of those that were late had been packed in time, but the driver came only on Mondays and
Thursdays, and we had promised one day of handling time. That was our mistake.

We signed a contract with a carrier that comes daily at five; it began on 12 September. We have
set the handling time to two days. A supervisor signs the list of parcels each evening. In the
last two weeks 97 of 98 orders were delivered in time. The contract and the signed lists are
attached.
""",
)


def filled(template, names):
    return template.format(**names)


def groups(letters):
    found = Alike()
    for name, text in letters:
        found.add(name, sketch(text))
    return found


def test_a_template_with_other_names_in_it_is_found():
    found = groups([("a", filled(TEMPLATE, FIRST)), ("b", filled(TEMPLATE, SECOND))])
    assert found.groups() == {"a": "alike-1", "b": "alike-1"}
    assert found.closest()["alike-1"] > 0.8


def test_a_template_that_was_partly_rewritten_is_found():
    letters = [("a", filled(TEMPLATE, FIRST)), ("b", filled(REWRITTEN, SECOND))]
    assert set(groups(letters).groups()) == {"a", "b"}


def test_honest_letters_about_the_same_trouble_are_no_template():
    letters = [*HONEST, filled(TEMPLATE, FIRST)]
    found = groups((str(at), text) for at, text in enumerate(letters))
    assert found.groups() == {}


def test_the_same_polite_words_around_honest_letters_make_no_template():
    polite = (
        "Dear Amazon Seller Performance Team, thank you for the time that you take to read this. "
        "{} Thank you for your patience. We look forward to your answer. Kind regards."
    )
    found = groups((str(at), polite.format(text)) for at, text in enumerate(HONEST))
    assert found.groups() == {}


def share(one, other):
    """Return how alike two letters are by their sketches."""
    pairs = (
        list(zip(*[iter(sketch(one))] * 4, strict=True)),
        list(zip(*[iter(sketch(other))] * 4, strict=True)),
    )
    return sum(a == b for a, b in zip(*pairs, strict=True)) / len(pairs[0])


def test_the_border_lies_far_from_both():
    honest = max(share(one, other) for one, other in combinations(HONEST, 2))
    recycled = share(filled(TEMPLATE, FIRST), filled(REWRITTEN, SECOND))
    assert honest < alike.ALIKE / 2
    assert recycled > alike.ALIKE + 0.1


def test_the_shipped_letters_which_are_all_different_are_not_alike(pytestconfig):
    folder = pytestconfig.rootpath / "corpus" / "letters"
    letters = [one for one in folder.iterdir() if one.suffix in (".txt", ".md")]
    assert len(letters) > 50
    found = groups((one.name, one.read_bytes().decode("utf-8", "replace")) for one in letters)
    assert found.groups() == {}


def many():
    dice = random.Random(7)
    names = [
        {key: f"{value} {dice.randrange(1000)}" for key, value in FIRST.items()} for _ in range(40)
    ]
    letters = [filled(TEMPLATE, one) for one in names]
    letters += [text + f"\nOrder {dice.randrange(10**6)}." for text in HONEST for _ in range(5)]
    return [(f"{dice.randrange(10**6):06}.txt", text) for text in letters]


def test_the_order_of_adding_changes_nothing():
    letters = many()
    first = groups(letters)
    random.Random(2).shuffle(letters)
    second = groups(letters)
    assert first.groups() == second.groups()
    assert first.closest() == second.closest()
    sizes = [list(first.groups().values()).count(f"alike-{n}") for n in (1, 2, 3, 4)]
    assert sizes == [40, 5, 5, 5]


def test_names_numbers_and_dates_do_not_change_a_sketch():
    other = HONEST[0].replace("22", "31").replace("March", "June")
    assert sketch(HONEST[0]) == sketch(other)


def test_a_sketch_is_the_same_on_every_machine():
    # Made once, and pinned: sketches are kept between runs and sent between machines.
    made = hashlib.sha256(sketch(HONEST[0])).hexdigest()
    assert made == "88bb0c936396ce37c696b631a874e06a223bb226d2700e07aab15e83b5ecd977"


@pytest.mark.parametrize("text", ["", "Please open my account.", "😀" * 500, "\ud800 \x00" * 50])
def test_too_little_to_compare_is_like_nothing(text):
    found = groups([("a", text), ("b", text)])
    assert found.groups() == {}
    assert found.closest() == {}


def test_letters_in_capitals_keep_their_words():
    loud = [text.upper() for text in HONEST]
    assert groups((str(at), text) for at, text in enumerate(loud)).groups() == {}


def test_without_the_library_there_is_one_clear_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "datasketch", None)
    with pytest.raises(MissingExtraError, match=r"appeal-lint\[duplicates\]"):
        alike.check()
