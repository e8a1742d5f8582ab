"""Whole letters: what must be found in each, and what would be a false alarm."""

from pathlib import Path

import pytest
import yaml
from appeal_lint import draft
from appeal_lint.engine import engine

FOLDER = Path(__file__).parents[2] / "corpus" / "letters"
LETTERS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))


def expected(path):
    return yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_the_report(linter, path):
    report = linter.lint(draft.read_file(str(path)))
    wanted = expected(path)
    found = {one.rule for one in report.findings}
    assert set(wanted["must_find"]) <= found
    assert not set(wanted["must_not_find"]) & found
    assert report.ready is wanted["ready"], (report.score, sorted(found))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_the_statements(linter, path):
    report = linter.lint(draft.read_file(str(path)))
    for wanted in expected(path)["statements"]:
        start = report.draft.source.index(wanted["text"])
        end = start + len(wanted["text"])
        acts = {str(one.act) for one in report.statements if one.start < end and start < one.end}
        assert acts & {wanted["act"], *wanted.get("either", ())}, (wanted["text"], acts)


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_both_engines_agree(linter, path, ruleset):
    from appeal_lint import facts, statements

    opened = draft.read_file(str(path))
    stated = statements.read(opened, ruleset.vocabulary, linter.reader)
    known = facts.gather(opened, stated, ruleset)
    rules = [rule.compiled for rule in ruleset.rules]
    assert engine("durable", rules).judge(known) == engine("reference", rules).judge(known)


def test_every_rule_fires_somewhere(linter, ruleset):
    fired = {
        one.rule for path in LETTERS for one in linter.lint(draft.read_file(str(path))).findings
    }
    assert set(ruleset.by_id) - fired == set()
