"""The page on configuration says what is: its samples work, and every setting is in its table."""

import json
import re
from pathlib import Path

import pytest
from appeal_lint.config.shape import ConfigShape
from appeal_lint.doors.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")


def block(kind):
    return re.search(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)[1]


@pytest.mark.parametrize(
    ("kind", "name"), [("yaml", ".appeal-lint.yaml"), ("toml", "pyproject.toml")]
)
def test_the_samples_are_configurations(kind, name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(block(kind))
    with pytest.raises(SystemExit) as left:
        main(["config", "--format", "json", "late-delivery/li.txt"])
    assert left.value.code == 0
    found = json.loads(capsys.readouterr().out)
    assert found["rules.vague-words.on"]["value"] is False
    assert found["min-score"]["value"] == (90 if kind == "yaml" else 85)


def test_every_setting_is_in_the_table():
    rows = "".join(line for line in PAGE.splitlines(True) if line.startswith("| `"))
    for name, field in ConfigShape.model_fields.items():
        assert f"`{field.alias or name}`" in rows
