"""`appeal-lint calibrate`, as somebody with past letters would use it."""

import io
import json
import sys
from types import SimpleNamespace

import numpy as np
import pytest
import yaml
from past_letters import letters, line

RATES = {
    "future-promise": 0.4, "corrective-promise": 0.3, "policy-missing": 0.3, "vague-words": 0.3,
    "customer-impact-missing": 0.3, "evidence-missing": 0.3,
}  # fmt: skip
HARM = {"vague-words": 1.8, "customer-impact-missing": 1.8}


def write(path, rows):
    path.write_text("".join(map(line, rows)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    rows = letters(np.random.default_rng(1), 300, RATES, HARM, start=1)
    return write(tmp_path_factory.mktemp("past") / "review.jsonl", rows)


@pytest.fixture
def small(tmp_path):
    return write(tmp_path / "small.jsonl", letters(np.random.default_rng(2), 20, RATES, HARM))


def judged(run, sample, *options):
    _, out, err = run(sample, "--format", "json", *options)
    assert err == ""
    return json.loads(out)["drafts"][0]


def test_nothing_is_changed_unless_asked(run, review, monkeypatch):
    monkeypatch.chdir(review.parent)
    code, out, err = run("calibrate", "review.jsonl")
    assert (code, err) == (0, "")
    assert out.startswith("BETTER.")
    assert "Letters that count: 300." in out
    assert "Nothing was changed." in out
    assert "What goes with success need not be its cause." in out
    assert [path.name for path in review.parent.iterdir()] == ["review.jsonl"]


def test_the_costs_that_are_written_change_the_score_as_they_say(run, review, sample, tmp_path):
    costs = tmp_path / "costs.yaml"
    code, out, _ = run("calibrate", review, "--output-file", costs)
    assert code == 0
    assert f"\n  appeal-lint --config {costs} draft.txt\n" in out
    text = costs.read_text("utf-8")
    assert "Nothing was adopted by itself." in text
    assert "Made from 300 letters" in text
    assert "BETTER" in text
    rules = yaml.safe_load(text)["rules"]
    assert {"vague-words", "customer-impact-missing"} <= set(rules) <= set(RATES)

    before, after = judged(run, sample), judged(run, sample, "--config", costs)
    severities = [{one["rule"]: one["severity"] for one in draft["findings"]}
                  for draft in (before, after)]  # fmt: skip
    assert severities[0] == severities[1]
    points = {one["rule"]: one["points"] for one in before["lost"]}
    counts = {one["rule"]: 0 for one in before["findings"]}
    for one in before["findings"]:
        counts[one["rule"]] += 1
    for rule in rules.keys() & counts.keys():
        cost = rules[rule]["cost"]
        points[rule] = min(cost["each"] * counts[rule], cost["most"])
    points = {rule: number for rule, number in points.items() if number}
    assert rules.keys() & counts.keys()
    assert {one["rule"]: one["points"] for one in after["lost"]} == points
    assert after["score"] == max(0, 100 - sum(points.values())) != before["score"]
    assert judged(run, sample) == before  # without the file all is as it was


def test_costs_for_some_letters_only(run, review, sample, tmp_path):
    costs = tmp_path / "costs.yaml"
    args = ("--output-file", costs, "--profile", "late/", "--profile", "*-odr.txt")
    assert run("calibrate", review, *args)[0] == 0
    (tmp_path / "late").mkdir()
    for name in ("late/letter.txt", "li-odr.txt", "other.txt"):
        (tmp_path / name).write_bytes(sample.read_bytes())
    late, odr, other = (
        judged(run, tmp_path / name, "--config", costs)["score"]
        for name in ("late/letter.txt", "li-odr.txt", "other.txt")
    )
    assert late == odr != other == judged(run, sample)["score"]


def test_a_proposal_takes_the_place_of_an_older_one_and_of_nothing_else(run, review, tmp_path):
    costs = tmp_path / "costs.yaml"
    run("calibrate", review, "--output-file", costs)
    text = costs.read_text("utf-8")
    costs.write_text(text.splitlines()[0] + "\n", encoding="utf-8")
    assert run("calibrate", review, "--output-file", costs)[0] == 0
    assert costs.read_text("utf-8") == text
    costs.write_text("min-score: 90\n", encoding="utf-8")
    code, out, err = run("calibrate", review, "--output-file", costs)
    assert (code, out) == (2, "")
    assert "calibrate did not write it" in err
    assert costs.read_text("utf-8") == "min-score: 90\n"


@pytest.mark.parametrize(
    ("name", "told"),
    [("review.jsonl", "letter itself"), (".appeal-lint.yaml", "settings"), (".", "folder"),
     ("none/costs.yaml", "no such folder"), ("costs.toml", "must end in .yaml"),
     ("-", "must end in .yaml")],
)  # fmt: skip
def test_files_that_are_not_written(run, review, monkeypatch, name, told):
    monkeypatch.chdir(review.parent)
    before = review.read_bytes()
    code, out, err = run("calibrate", "review.jsonl", "--output-file", name)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert review.read_bytes() == before
    assert [path.name for path in review.parent.iterdir()] == ["review.jsonl"]


def test_too_few_letters(run, small, tmp_path):
    costs = tmp_path / "costs.yaml"
    code, out, err = run("calibrate", small, "--output-file", costs)
    assert code == 0
    assert out.startswith("TOO FEW LETTERS TO SAY.")
    assert "Keep the costs as they are." in out
    assert "not written" in err
    assert not costs.exists()


def test_pure_chance(run, tmp_path):
    review = write(tmp_path / "c.jsonl", letters(np.random.default_rng(3), 150, RATES, {}))
    code, out, _ = run("calibrate", review)
    assert code == 0
    assert out.startswith("NO BETTER.")
    assert "Keep the costs as they are." in out


def test_json(run, review):
    code, out, err = run("calibrate", review, "--format", "json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert (found["version"], found["verdict"], found["letters"]) == (1, "better", 300)
    assert found["reinstated"] + found["rejected"] == 300
    area = found["trial"]["area"]
    assert area["low"] < area["difference"] < area["high"]
    assert area["difference"] == pytest.approx(area["proposed"] - area["shipped"], abs=2e-4)
    rule = found["rules"]["vague-words"]
    assert rule["shipped"] == {"each": 2, "most": 8}
    assert rule["proposed"]["most"] > 8


def test_lines_that_are_no_rows_are_told_and_passed_over(run, small, tmp_path):
    rows = small.read_text("utf-8").splitlines()
    bad = ["oops", '{"path": "a.txt"}', "[" * 100_000, '"\\ud800"', "null"]
    mixed = tmp_path / "mixed.jsonl"
    text = "\n".join(["", *rows[:15], *bad, *rows[15:], rows[0]])
    mixed.write_bytes(b"\xef\xbb\xbf" + text.encode() + b"\n\xff\n")
    code, out, err = run("calibrate", mixed)
    assert code == 0
    assert out == run("calibrate", small)[1]
    assert "Letters that count: 20." in out
    assert err.count("\n") == 1
    assert "17, 18, 19, 20, 21, 28" in err
    many = tmp_path / "many.jsonl"
    many.write_text("x\n" * 40 + "\n".join(rows), encoding="utf-8")
    _, same, err = run("calibrate", many)
    assert "9, 10 and 30 more" in err
    assert same == out


def test_a_line_without_end_is_passed_over(run, small, tmp_path, monkeypatch):
    monkeypatch.setattr("appeal_lint.doors.rows_file.LONGEST", 100_000)
    endless = tmp_path / "endless.jsonl"
    endless.write_bytes(b'{"path": "' + b"a" * 350_000 + b'"}\n' + small.read_bytes())
    code, out, err = run("calibrate", endless)
    assert (code, out) == (0, run("calibrate", small)[1])
    assert "passed over: 1." in err


def test_several_files_and_standard_input(run, small, tmp_path, monkeypatch):
    rows = small.read_text("utf-8").splitlines(keepends=True)
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    one.write_text("".join(rows[:18]), encoding="utf-8")
    other.write_text("".join(rows[16:]), encoding="utf-8")
    whole = run("calibrate", small)
    assert "Letters that count: 20." in whole[1]
    assert run("calibrate", one, other) == whole
    code, out, err = run("calibrate", one, tmp_path / "none.jsonl", other)
    assert (code, out) == whole[:2]
    assert "none.jsonl: cannot be read" in err
    given = SimpleNamespace(buffer=io.BytesIO(small.read_bytes()))
    monkeypatch.setattr(sys, "stdin", given)
    assert run("calibrate", "-") == whole


@pytest.mark.parametrize("text", [None, "", "\n\n", "This is a letter.\n"])
def test_nothing_to_read(run, tmp_path, text):
    path = tmp_path / "review.jsonl"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    code, out, err = run("calibrate", path)
    assert (code, out) == (2, "")
    assert "appeal-lint review FOLDER --jsonl review.jsonl" in err
    assert "Traceback" not in err


def test_wrong_words(run, review):
    assert run("calibrate")[0] == 2
    assert run("calibrate", "-", "-")[0] == 2
    assert "--profile" in run("calibrate", review, "--profile", "late/")[2]
    code, _, err = run("calibrate", review, "--output-file", "c.yaml", "--profile", "!")
    assert (code, "is no pattern" in err) == (2, True)


def test_what_is_missing_is_said_in_one_line(run, review, monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    code, out, err = run("calibrate", review)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "pip install 'appeal-lint[stats]'" in err


def test_letters_judged_by_the_program_are_rows(run, sample, letter, tmp_path):
    """What the JSON report says of a letter is a row, once an outcome stands in it."""
    drafts = [judged(run, path, "--fail-on", "never") for path in (sample, letter)]
    review = tmp_path / "review.jsonl"
    review.write_text(
        "".join(
            json.dumps({**drafts[at % 2], "path": f"{at}.txt", "outcome": outcome}) + "\n"
            for at, outcome in enumerate(["rejected", "reinstated"] * 40)
        ),
        encoding="utf-8",
    )
    code, out, err = run("calibrate", review, "--format", "json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert (found["letters"], found["reinstated"]) == (80, 40)
    assert found["trial"]["area"]["shipped"] == 1  # the bad letter was rejected each time


def test_rules_of_a_pack_are_weighed_too(run, review, tmp_path):
    from own_rule import RULE

    (tmp_path / "pack" / "own").mkdir(parents=True)
    (tmp_path / "pack" / "own" / "my-rule.yaml").write_text(RULE, encoding="utf-8")
    rates = {**RATES, "my-rule": 0.3}
    rows = letters(np.random.default_rng(4), 200, rates, {"my-rule": 2}, start=1)
    own = write(tmp_path / "own.jsonl", rows)
    without, with_it = (
        json.loads(run("calibrate", own, "--format", "json", *args)[1])
        for args in ((), ("--rules", tmp_path / "pack"))
    )
    assert "my-rule" not in without["rules"]
    assert with_it["weighed"] == without["weighed"] + 1
    assert with_it["rules"]["my-rule"]["proposed"]["most"] > 4
