"""What has to go goes and what has to stay stays, sentence by sentence."""

from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent


def _rows(name):
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


ROWS = [pytest.param(row, id=row["text"][:50].strip()) for row in _rows("develop")]


@pytest.mark.parametrize("row", ROWS)
def test_a_sentence(redactor, row):
    done = redactor.redact(row["text"])
    if "gone" not in row:
        assert done.text == row["text"]
        return
    assert [one for one in row["gone"] if one in done.text] == []
    assert [one for one in row["stays"] if one not in done.text] == []
    if "one" in row:
        kinds = {gap.words for gap in done.gaps if gap.words.startswith(f"[{row['one']} ")}
        assert kinds == {f"[{row['one']} 1]"}


def test_sentences_that_the_rules_were_not_made_for(redactor):
    """Nine of ten things go, and nine of ten plain sentences stay as they are."""
    rows = _rows("heldout")
    done = [(row, redactor.redact(row["text"]).text) for row in rows]
    left = [one for row, text in done for one in row.get("gone", ()) if one in text]
    assert len(left) <= sum(len(row.get("gone", ())) for row in rows) / 10
    plain = [row["text"] == text for row, text in done if "gone" not in row]
    assert plain.count(False) <= len(plain) / 10
