"""What Amazon asks of the figures, for the marketplace of the user."""

import json

import pytest

NO_FIGURE = """Dear Amazon Seller Performance Team,

Our parcels came late because nobody looked at the tracking of our only carrier.
We changed to DHL on 3 May and refunded 9 buyers.
"""


@pytest.fixture
def vague(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "vague.txt"
    path.write_text(NO_FIGURE)
    return path


def names(run, path, *args):
    out = run("--format", "json", *args, path)[1]
    return [one["name"] for one in json.loads(out)["drafts"][0]["targets"]]


def test_a_letter_without_a_figure_is_shown_those_that_amazon_asks_for(run, vague):
    shown = run("--isolated", vague)[1]
    assert "Amazon asks for:" in shown
    assert "Late shipment rate: under 4 % over 10 days and over 30 days." in shown
    assert "On-time delivery rate: at least 90 %" in shown
    named = vague.with_name("named.txt")
    named.write_text(
        NO_FIGURE + "Our Order Defect Rate rose to 1.6 % because of negative feedback and claims.\n"
    )
    assert "Amazon asks for:" not in run("--isolated", named)[1]


def test_the_marketplace_chooses_among_them(run, vague):
    us = names(run, vague, "--isolated")
    india = names(run, vague, "--isolated", "--marketplace", "in")
    assert "late_shipment_rate" in us
    assert "on_time_delivery_rate" in us
    assert "late_dispatch_rate" in india
    assert "cancellation_rate_india" in india
    assert not {"late_shipment_rate", "cancellation_rate", "on_time_delivery_rate"} & set(india)
    assert "late_dispatch_rate" in names(run, vague, "--isolated", "--marketplace", "uk")
    (vague.parent / ".appeal-lint.yaml").write_text("marketplace: in\n")
    assert names(run, vague) == india
