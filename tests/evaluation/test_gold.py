"""Gold files: what is read, and what is said of a wrong one."""

import json

import pytest
from appeal_lint import evaluation
from appeal_lint.model.errors import AppealLintError


@pytest.fixture
def gold(tmp_path):
    def write(*rows):
        path = tmp_path / "gold.jsonl"
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)

    return write


def test_any_labels_will_do_and_notes_are_left_alone(gold):
    found = evaluation.read_gold(
        gold({"text": "We will hire.", "act": "promise", "note": "mine"}, "", {"text": "So it is."})
    )
    first, second = found.sentences
    assert (first.act, first.line, first.issues, first.excuse_labelled) == (
        "promise",
        1,
        None,
        False,
    )
    assert (second.act, second.line) == (None, 3)


def test_no_excuse_is_a_label_where_it_is_written(gold):
    found = evaluation.read_gold(gold({"text": "It snowed.", "excuse": None}))
    assert found.sentences[0].excuse_labelled


def test_all_faults_are_told_with_their_place(gold):
    path = gold(
        {"text": "One.", "act": "vow"},
        "{not json",
        {"act": "promise"},
        {"text": "Two.", "issues": ["late_delivery", "slow"]},
    )
    with pytest.raises(AppealLintError) as raised:
        evaluation.read_gold(path)
    told = str(raised.value).split("\n")
    assert [line.removeprefix(path).split(" ")[0] for line in told] == [
        ":1:",
        ":2:",
        ":3:",
        ":4:",
    ]
    assert "act" in told[0]
    assert "issues.1" in told[3]


def test_a_file_full_of_faults_is_cut_short(gold):
    with pytest.raises(AppealLintError) as raised:
        evaluation.read_gold(gold(*["nonsense"] * 500))
    assert len(str(raised.value).split("\n")) < 30


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_a_file_without_sentences_is_refused(gold, text):
    with pytest.raises(AppealLintError, match="no labelled sentences"):
        evaluation.read_gold(gold(text))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(AppealLintError, match="cannot be read"):
        evaluation.read_gold(str(tmp_path / "none.jsonl"))


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_bytes('{"text": "caf\u00e9"}'.encode("latin-1"))
    with pytest.raises(AppealLintError, match="UTF-8"):
        evaluation.read_gold(str(path))
