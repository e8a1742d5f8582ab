"""What real letters do that tidy sentences do not."""

import pytest


def acts(found):
    return [str(one.act) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        'Your page says "sellers will ship every order within two days".',
        "The buyer wrote: 'I will return this lamp tomorrow'.",
        "According to the policy, a return must be refunded within two days.",
        "What will we do to prevent this?",
        "How can we show that the goods are real?",
        "DHL is going to open a depot in our town next year.",
        "This way no buyer will receive a broken bowl.",
        "Thank you for your goodwill.",
    ],
)
def test_somebody_elses_future_is_no_promise(stated, text):
    assert "promise" not in acts(stated(text))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("We removed the word \"original\" from all titles on 3 May.", "completed"),
        ("I have all nine customers the full price paid back on 3 May.", "completed"),
        ("All open questions were by us within two days answered.", "completed"),
        ("All nine buyers got their money back on 4 April.", "completed"),
        ("We wrote to each buyer and put a new cup inside.", "completed"),
        ("The second account was closed at our own request.", "completed"),
        ("Nobody seals a carton until a second packer has signed it.", "ongoing"),
        ("If a buyer is unhappy with a rug, we return the money the same day.", "ongoing"),
        ("Once our tax adviser is back, we hand in the missing bill.", "promise"),
        ("A second packer starts next Monday.", "promise"),
        ("A scanner is being installed at each desk.", "promise"),
        ("A late answer is not going to happen again.", "promise"),
        ("Should you reopen the shop, the pallets leave the same day.", "conditional"),
        ("Subject to your approval, we will create the FBA shipment tonight.", "conditional"),
        ("You open, we send the stools to FBA.", "conditional"),
        ("It would mean a lot to us if the store could be opened again.", "request"),
        ("I ask you to check my case once more and to open my account again.", "request"),
        ("Snow boots of size 38 were sent as size 39.", "root_cause"),
        ("Nobody in our team compared the labels.", "root_cause"),
        ("This mistake is ours.", "admission"),
        ("It was wrong of us to ask friends for stars.", "admission"),
        ("Since then we had no complaints.", "other"),
        ("Our company sells tea since 2012.", "other"),
    ],
)  # fmt: skip
def test_shapes_of_sentences(stated, text, act):
    assert set(acts(stated(text))) == {act}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("The stock app, which we bought last year, froze for a night.", "glitch"),
        ("The courier, as so often in May, lost two sacks of parcels.", "carrier_blame"),
        ("The mugs were mixed with old ones by the factory.", "supplier_blame"),
        ("We did not know that helmets need a test mark.", "ignorance"),
        ("One lazy night packer did this behind our back.", "staff_blame"),
        ("Our shop lies on a small island and the ferry comes once a week.", "geography"),
    ],
)
def test_blame_is_seen_however_it_is_said(stated, text, family):
    assert family in {one.excuse for one in stated(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The courier lost two sacks and nobody in our team watched the tracking.",
        "The factory mixed the mugs, and we did not open a single carton.",
        "The courier lost two sacks. We had no second courier, and nobody watched the tracking.",
        "54 customers got a box from a shop they did not know.",
        "Our page had no size table, so buyers chose the wrong size.",
        "22 families waited for a birthday present that came too late.",
        "We sell snow boots and rain coats of good quality.",
        "Our remote control was listed with the wrong colour by us.",
        "She has turned back one case of 40 so far.",
        "We trained the new packer on 3 May.",
        "DHL collects our parcels twice a day since 3 May.",
        "Our supplier now sends one sample of every batch, which we open and measure.",
        "During the flood of 14 May, declared a disaster by the county, we refunded all 31 orders.",
    ],
)
def test_no_excuse_where_none_is_pleaded(stated, text):
    assert {one.excuse for one in stated(text)} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "We do not use FBA, we ship ourselves.",
        "We decline to use FBA because of the fees.",
        "Self-delivery stays our way.",
    ],
)
def test_fba_refused_is_no_measure(stated, text):
    assert not any("fba" in one.measures for one in stated(text))


def test_own_delivery_stopped_is_fba_without_its_name(stated):
    (one,) = stated("On 3 May we switched off merchant shipping for all offers.")
    assert "fba" in one.measures


@pytest.mark.parametrize("text", ["Regards,\nMary Will\nWill & Sons", "Thanking you,\nSubramaniam"])
def test_a_signature_does_nothing(stated, text):
    letter = "Actions we have taken:\n\n- We refunded nine buyers.\n\n" + text
    assert set(acts(stated(letter)[1:])) <= {"other"}


def test_a_bold_label_is_no_statement(stated):
    found = stated("- **Customer-first culture:** We hired two agents on 3 May.")
    assert [one.text for one in found] == ["We hired two agents on 3 May."]


def test_goods_that_wait_for_amazon_go_to_fba(stated):
    (one,) = stated("Once Amazon allows the product to sell again we will send the goods at once.")
    assert one.act == "conditional"
    assert "fba" in one.measures


def test_a_threat_is_no_promise(stated):
    assert "promise" not in acts(stated("If nothing happens, my lawyer will sue you."))
