"""`appeal-lint evaluate` as its user sees it."""

import json
from pathlib import Path

import pytest

ROWS = [
    {"text": "We will refund all nine buyers.", "act": "promise", "measures": ["refund"]},
    {"text": "We have refunded all nine buyers.", "act": "completed"},
    {"text": "Weigh every parcel", "section": "Steps to prevent this", "act": "promise"},
    {"text": "Please reinstate our account.", "act": "admission"},
]
LETTER = """Dear team,

Our Order Defect Rate was 1.8 %, mostly negative feedback.

We have refunded all nine buyers on 3 May.
"""


@pytest.fixture
def gold(tmp_path):
    def write(rows, name="gold.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


def test_figures_and_what_was_read_otherwise(run, gold):
    path = gold(ROWS)
    code, out, err = run("evaluate", "--width", "300", path)
    assert (code, err) == (0, "")
    assert "4 sentences" in out
    assert "act macro F1" in out
    assert "what is there (rows)" in out
    assert f"{path}:4" in out
    assert "act: admission, read as request" in out
    assert "“Please reinstate our account.”" in out
    assert "Why:" in out


def test_figures_alone_keep_the_sentences_unseen(run, gold):
    code, out, _ = run("evaluate", "--figures-only", gold(ROWS))
    assert code == 0
    assert "reinstate" not in out
    code, out, _ = run("evaluate", "--figures-only", "--format", "json", gold(ROWS))
    assert "reinstate" not in out
    assert json.loads(out)["wrong"] == 1


def test_json_names_every_difference(run, gold):
    _, out, _ = run("evaluate", "--format", "json", gold(ROWS))
    found = json.loads(out)
    assert found["version"] == 1
    assert found["sentences"] == 4
    assert found["act"]["labels"]["promise"]["f1"] == 1
    assert {"there": "admission", "found": "request", "times": 1} in found["act"]["confusion"]
    (wrong,) = found["wrong"]
    assert wrong["differences"] == [{"label": "act", "there": "admission", "found": "request"}]


def test_several_files_are_measured_together(run, gold):
    _, out, _ = run("evaluate", gold(ROWS[:2], "a.jsonl"), gold(ROWS[2:], "b.jsonl"))
    assert "4 sentences" in out


def test_a_figure_that_fell_fails_and_is_named(run, gold, tmp_path):
    before = tmp_path / "before.json"
    _, out, _ = run("evaluate", "--format", "json", gold(ROWS[:3]))
    before.write_text(out, encoding="utf-8")
    assert run("evaluate", "--baseline", before, gold(ROWS[:3]))[0] == 0
    code, out, _ = run("evaluate", "--baseline", before, gold(ROWS))
    assert code == 1
    assert "FALLEN: act macro F1 was 1.00" in out


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"headline": {"a": "b"}}'])
def test_a_baseline_that_is_none_is_refused(run, gold, tmp_path, content):
    before = tmp_path / "before.json"
    if content is not None:
        before.write_text(content, encoding="utf-8")
    code, out, err = run("evaluate", "--baseline", before, gold(ROWS))
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_faults_of_the_gold_file_are_told_a_line_each(run, gold):
    path = gold([{"text": "One.", "act": "vow"}, {"excuse": "rain"}])
    code, out, err = run("evaluate", path)
    assert (code, out) == (2, "")
    assert [line.split(": ")[1] for line in err.splitlines()] == [f"{path}:1", f"{path}:2"]


def test_sentences_and_elements_of_a_letter(run, gold, tmp_path):
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    path = gold(
        [
            {"letter": "letter.txt", "elements": {"metric": "covered", "request": "covered"}},
            {"letter": "letter.txt", "text": "Dear team,", "act": "other"},
            {
                "letter": "letter.txt",
                "text": "We have refunded all nine buyers on 3 May.",
                "act": "completed",
            },
        ]
    )
    code, out, _ = run("evaluate", "--width", "300", path)
    assert code == 0
    assert "2 sentences, 1 letters" in out
    assert "request: covered, read as missing" in out
    assert "metric:" not in out


def test_what_a_letter_need_not_have_and_has_not_counts_as_missing(run, gold):
    """No number of Amazon's is asked of one closed for a brand; nor does the letter name any."""
    letter = Path(__file__).parents[2] / "corpus" / "letters" / "good-inauthentic-blades.txt"
    elements = {"metric": "missing", "root_cause": "covered"}
    _, out, _ = run("evaluate", gold([{"letter": str(letter), "elements": elements}]))
    assert "Read otherwise: 0" in out


def test_the_verdict_is_the_one_that_the_letter_gets(run, gold):
    """This letter has no error, and too few points."""
    letter = Path(__file__).parents[2] / "corpus" / "letters" / "bad-vague-scales.md"
    assert run(letter)[0] == 1
    row = {"letter": str(letter), "elements": {}, "ready": False}
    _, out, _ = run("evaluate", gold([row]))
    assert "Read otherwise: 0" in out


def test_a_sentence_that_does_not_stand_in_its_letter_is_told(run, gold, tmp_path):
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    path = gold([{"letter": "letter.txt", "text": "Somewhere else.", "act": "other"}])
    code, _, err = run("evaluate", path)
    assert code == 2
    assert f"{path}:1" in err
    assert "letter.txt" in err
