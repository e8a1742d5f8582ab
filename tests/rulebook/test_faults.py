"""A broken rule is told with file and line, all faults at once."""

import json
from pathlib import Path

import pytest

from appeal_lint import rulebook
from appeal_lint.model.errors import RulebookError

GOOD = """\
id: my-rule
title: A title
severity: warning
cost: {each: 2, most: 4}
why: Because it is so.
source: house
when:
  statement: {mark: vague}
message: "“{quote}” is vague."
advice: Write a number.
like: We hired two inspectors.
examples:
  bad: ["We check size, colour, etc."]
  good: ["We hired two inspectors."]
"""


def loaded(folder: Path, **files: str) -> str:
    for name, text in files.items():
        path = folder / "own" / f"{name.replace('_', '-')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        rulebook.load([folder])
    return str(caught.value)


def test_a_rule_of_ones_own_is_found_by_being_there(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "my-rule.yaml").write_text(GOOD, encoding="utf-8")
    assert rulebook.load([tmp_path]).by_id["my-rule"].family == "own"


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (("severity: warning", "severity: warnin"), 3, "did you mean 'warning'"),
        (("title:", "titel:"), 2, "did you mean 'title'"),
        (("mark: vague", "mark: vage"), 8, "did you mean 'vague'"),
        (("{mark: vague}", "{act: promised}"), 8, "promise"),
        (("{quote}", "{quote.__class__}"), 9, "cannot be filled in"),
        (("{quote}", "{quote!r}"), 9, "cannot be filled in"),
        (("id: my-rule", "id: other-rule"), 1, "name of the file"),
        (('  bad: ["We check size, colour, etc."]\n', ""), 12, "bad"),
        (("each: 2, most: 4", "each: 5, most: 4"), 4, "more than"),
        (("why: Because it is so.", "why: Because it is so"), 5, "full stop"),
        (
            ("statement: {mark: vague}", "document: {words: {at_least: 9, less_than: 3}}"),
            8,
            "never can fire",
        ),
        (("statement: {mark: vague}", "absent: []"), 7, "never can fire"),
        (("why: Because", "why: [Because"), 6, "is not YAML"),
        (("why: Because it is so.", "why: !!python/object/apply:os.system [ls]"), 5, "tags"),
        (("why: Because it is so.", "why: &a x\nwhy2: *a"), 5, "anchors"),
    ],
)
def test_a_fault_has_its_place(tmp_path, change, line, says):
    text = loaded(tmp_path, my_rule=GOOD.replace(*change))
    assert f"my-rule.yaml:{line}:" in text
    assert says in text


def test_two_broken_files_are_told_together(tmp_path):
    text = loaded(tmp_path, my_rule=GOOD.replace("title", "titel"), other_rule="a: [")
    assert "my-rule.yaml" in text
    assert "other-rule.yaml" in text


def test_the_same_id_twice_names_both_files(tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "my-rule.yaml").write_text(GOOD, encoding="utf-8")
    text = loaded(tmp_path, my_rule=GOOD)
    assert "more" in text
    assert "own" in text


def test_the_schema_for_editors_is_up_to_date():
    kept = json.loads((rulebook.shipped_folder() / "rule.schema.json").read_text("utf-8"))
    assert kept == rulebook.json_schema()
