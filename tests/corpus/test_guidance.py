"""Each point of the guidance is a rule that one letter breaks and another keeps."""

from pathlib import Path

import pytest
from appeal_lint import draft

LETTERS = [
    path
    for path in sorted((Path(__file__).parents[2] / "corpus" / "letters").iterdir())
    if path.suffix in (".txt", ".md")
]


@pytest.fixture(scope="module")
def judged(linter):
    return [linter.lint(draft.read_file(str(path))) for path in LETTERS]


@pytest.mark.parametrize("point", range(1, 9))
def test_the_point_is_broken_and_kept(judged, ruleset, point):
    rules = {rule.id for rule in ruleset.rules if rule.source == f"guidance {point}"}
    assert rules
    broken = [one for one in judged if rules & {finding.rule for finding in one.findings}]
    kept = [
        one
        for one in judged
        if one.ready and not rules & {finding.rule for finding in one.findings}
    ]
    assert broken
    assert kept


def test_letters_are_as_long_as_real_ones():
    sizes = {path.stem: len(draft.read_file(str(path)).source.split()) for path in LETTERS}
    odd = {name for name, words in sizes.items() if not 150 <= words <= 700}
    assert odd == {"bad-too-long", "bad-too-short"}
    assert len(sizes) >= 24
