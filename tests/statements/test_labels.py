"""The analysis against labelled sentences: acts named by hand, by other people."""

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BORDER = [
    # what looks like a promise and is one
    ("promise", "Management will check the stock weekly."),
    ("promise", "The packing slips shall bear our name."),
    ("promise", "We are in the process of hiring a packer."),
    ("promise", "We will no longer ship ourselves."),
    ("promise", "There will be no contact between the accounts."),
    ("promise", "All parcels will be inspected."),
    ("promise", "Our plan is to hire two inspectors."),
    ("promise", "To always keep spare stock"),
    ("promise", "We gonna hire two inspectors."),
    ("promise", "We pledge to answer every message."),
    ("promise", "Plan to move to FBA"),
    ("promise", "We wil hire two packers."),
    ("promise", "The packing will be improve."),
    ("promise", "We would fulfil their wish as soon as they write."),
    ("promise", "From next month the courier is DHL."),
    ("promise", "We are determined to improve our packing."),
    ("promise", "It is our intention to hire a packer."),
    ("promise", "Our manager will check every batch."),
    ("promise", "He will answer the messages."),
    # and what is none
    ("other", "We understand that failing this will cost the account."),
    ("other", "We did not intend to cheat."),
    ("other", "The policy says that sellers must ship within two days."),
    ("other", "We have the will to improve."),
    ("other", "I would like to share our plan."),
    ("completed", "The packers has been train."),
    ("root_cause", "The orders were dispatch late."),
    ("conditional", "Once Amazon allows the product to sell again we will send the goods at once."),
    ("conditional", "Once the account is open again we will close the second one."),
    ("ongoing", "Every parcel is weighed before dispatch."),
    ("ongoing", "I check each item against its listing."),
    ("completed", "We refunded all nine buyers."),
    ("completed", "Immediately we check all listings and delete it."),
    ("completed", "We already hire two inspectors."),
    ("root_cause", "We shipped from stock that was not checked."),
    ("root_cause", "Nobody watched the inbox."),
    ("admission", "We take full responsibility."),
    ("admission", "We broke the policy."),
    ("admission", "We are sorry."),
    ("request", "Please reinstate our account."),
    ("other", "Customers will receive their parcels in two days."),
    ("other", "Amazon will be able to see the tracking."),
    ("other", "This will prevent wrong sizes."),
    ("other", "Thank you for your goodwill."),
    ("other", "I would like to present our plan."),
    ("other", "I'll address the cause first."),
    ("other", "Here are the actions we will take."),
]


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def share_right(stated, name):
    right = 0
    labelled = rows(name)
    for row in labelled:
        got = {str(one.act) for one in stated(row["text"], row.get("section"))}
        allowed = {row["act"], *row.get("either", [])}
        right += bool(got & allowed) and got <= {*allowed, *row.get("also", []), "other"}
    return right / len(labelled)


@pytest.mark.parametrize(("act", "text"), BORDER)
def test_border_cases(stated, act, text):
    assert {str(one.act) for one in stated(text)} == {act}


def test_two_clauses_are_two_statements(stated):
    found = stated("We have hired two inspectors and will hire two more.")
    assert [(str(one.act), one.text) for one in found] == [
        ("completed", "We have hired two inspectors"),
        ("promise", "will hire two more."),
    ]


@pytest.mark.parametrize(
    ("heading", "act"), [("Actions taken", "ongoing"), ("Steps to prevent this", "promise")]
)
def test_a_bare_line_takes_its_time_from_its_heading(stated, heading, act):
    found = stated("Weigh every parcel", heading)
    assert [str(one.act) for one in found] == [act]


def test_most_acts_are_read_as_people_label_them(stated):
    assert share_right(stated, "labels.jsonl") >= 0.85


def test_every_statement_says_why(stated):
    assert all(one.why for one in stated("We will hire two inspectors."))
