"""A small whole folder of rules that a test may break."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from appeal_lint.model.words import Element, Excuse, Issue, Measure

RULE = """\
id: {id}
title: A promise
severity: error
cost: {{each: 6, most: 30}}
why: Amazon turns down steps that are not done.
source: guidance 5
when:
  statement: {{act: promise, agent: seller}}
message: "“{{quote}}” is a promise."
advice: Do it first, then say so.
like: We hired two inspectors on 3 May.
examples:
  bad: [We will hire two inspectors.]
  good: [We hired two inspectors.]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the whole vocabulary and one rule, `tone/first-rule`."""
    root = tmp_path / "rules"
    (root / "vocabulary" / "lists").mkdir(parents=True)
    plain = {"title": "A word", "phrases": ["one word"]}
    files = {
        "issues": {str(one): {**plain, "case": "policy", "answered_by": ["fba"]} for one in Issue},
        "measures": {str(one): plain for one in Measure},
        "excuses": {str(one): plain for one in Excuse},
        "marks": {"vague": plain, "how": plain},
        "elements": {
            str(one): {"title": "E", "ask": "Say it.", "shown_by": [{"act": "request"}]}
            for one in Element
        },
        "lists/people": {"carrier": ["post", "courier"]},
    }
    for name, data in files.items():
        path = root / "vocabulary" / f"{name}.yaml"
        # As JSON-like text: each dump is apart, so that none holds an alias.
        text = "".join(yaml.safe_dump({key: value}) for key, value in data.items())
        path.write_text(text, encoding="utf-8")
    (root / "tone").mkdir()
    (root / "tone" / "first-rule.yaml").write_text(RULE.format(id="first-rule"), encoding="utf-8")
    return root


@pytest.fixture
def change(folder: Path) -> Callable[[str, str], Path]:
    """Return a function that replaces text of the rule, which must be there."""

    def replace(old: str, new: str) -> Path:
        path = folder / "tone" / "first-rule.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return replace
