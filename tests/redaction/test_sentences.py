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
