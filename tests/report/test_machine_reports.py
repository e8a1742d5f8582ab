import json

import pytest
from appeal_lint.model.words import Act, Element, Severity
from appeal_lint.report import json as json_report
from appeal_lint.report import statements_jsonl, summary

FINDING = {
    "rule", "severity", "message", "why", "advice", "quote", "start", "end", "line", "column",
    "end_line", "end_column", "rewrite",
}  # fmt: skip


@pytest.fixture
def report(make):
    draft = make.draft("Dear 团队,\r\nplease wait, we will\r\nhire two men. 😀 \x9b31m\u202e\r\n")
    placed = make.finding(draft, "we will\r\nhire two men")
    whole = make.finding(draft, rule="fba-missing")
    return make.report(draft, [whole, placed], {"future-promise": 6, "fba-missing": 12})


def test_the_shape_of_version_1(report):
    document = json.loads(json_report.render([report]))
    assert document["version"] == 1
    assert document["engine"] == "reference"
    (draft,) = document["drafts"]
    assert {"path", "score", "ready", "elements", "findings"} <= set(draft)
    assert (draft["path"], draft["score"], draft["ready"]) == ("draft.txt", 82, False)
    assert set(draft["elements"]) == {one.value for one in Element}
    assert draft["elements"]["metric"] == {"status": "covered", "statements": [1]}
    for finding in draft["findings"]:
        assert set(finding) >= FINDING
        assert finding["severity"] == "error"


def test_places_count_characters_lines_and_columns_from_one(report):
    whole, placed = json.loads(json_report.render([report]))["drafts"][0]["findings"]
    source = report.draft.source
    assert source[placed["start"] : placed["end"]] == placed["quote"] == "we will\r\nhire two men"
    assert (placed["line"], placed["column"]) == (2, 14)
    assert (placed["end_line"], placed["end_column"]) == (3, 13)
    assert (whole["start"], whole["end"], whole["quote"]) == (0, 0, "")


def test_what_was_not_checked_is_in_the_json(make):
    reason = "This line is not in English. I did not check it."
    draft = make.draft("我们\nWe hired two men.\n", asides=[make.aside(0, 2, reason)])
    (one,) = json.loads(json_report.render([make.report(draft)]))["drafts"]
    assert one["set_aside"] == [{"start": 0, "end": 2, "reason": reason}]


def test_json_cannot_steer_a_terminal_and_keeps_every_character(make):
    words = "we will \x1b[31m \x9b \u202e \x7f 团队"
    draft = make.draft(words + "\n")
    shown = json_report.render([make.report(draft, [make.finding(draft, words)])])
    assert not set("\x1b\x9b\u202e\x7f") & set(shown)
    assert "团队" in shown
    assert json.loads(shown)["drafts"][0]["findings"][0]["quote"] == words


def test_no_draft_is_still_a_document():
    assert json.loads(json_report.render([], engine="durable")) == {
        "version": 1, "engine": "durable", "language": "en", "drafts": [],
    }  # fmt: skip


def test_statistics_count_over_all_drafts(make):
    draft = make.draft("We will hire.\n")
    promise = make.finding(draft, "We will hire.")
    other = make.finding(draft, rule="fba-missing", severity=Severity.WARNING)
    reports = [make.report(draft, [promise, other]), make.report(draft, [promise])]
    counts = {"future-promise": 2, "fba-missing": 1}
    assert json.loads(json_report.render(reports, statistics=True))["statistics"] == counts
    shown = summary.render(reports, statistics=True)
    assert "2 letters. 0 ready, 2 not ready." in shown
    assert "     2  future-promise\n     1  fba-missing\n  3 findings in all.\n" in shown
    assert summary.render(reports[:1]) == ""


def test_statements_are_one_object_a_line(make):
    draft = make.draft("We refunded\u2028all \x9b buyers. We will hire.\n")
    rows = [
        make.statement(
            draft, "We refunded\u2028all \x9b buyers.", measures=["refund"], heading="Done"
        ),
        make.statement(draft, "We will hire.", Act.PROMISE),
    ]
    shown = statements_jsonl.render("a.txt", rows)
    assert shown.count("\n") == 2
    assert "\x9b" not in shown
    first, second = [json.loads(row) for row in shown.splitlines()]
    assert first == {
        "path": "a.txt", "id": 1, "start": 0, "end": 25,
        "text": "We refunded\u2028all \x9b buyers.", "block": "item", "section": "Done",
        "act": "completed", "agent": "seller", "issues": [], "measures": ["refund"],
        "excuse": None, "why": "a done thing",
    }  # fmt: skip
    assert (second["act"], second["section"], second["measures"]) == ("promise", None, [])
