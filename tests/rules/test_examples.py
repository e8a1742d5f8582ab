"""Each rule's examples are its tests: a bad one sets it off, a good one does not."""

import pytest
from appeal_lint import draft, rulebook

RULES = rulebook.load().rules
CASES = [
    pytest.param(rule.id, text, kind == "bad", id=f"{rule.id}-{kind}-{at}")
    for rule in RULES
    for kind, texts in (("bad", rule.examples.bad), ("good", rule.examples.good))
    for at, text in enumerate(texts, 1)
]


@pytest.mark.parametrize(("rule", "text", "fires"), CASES)
def test_example(linter, rule, text, fires):
    found = {one.rule for one in linter.lint(draft.from_text(text, "example")).findings}
    assert (rule in found) is fires, sorted(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_texts_are_short_and_plain(rule):
    text = f"{rule.message} {rule.why} {rule.advice}".lower()
    for sentence in text.replace("?", ".").replace("!", ".").split(". "):
        assert len(sentence.split()) <= 20, sentence
    for term in ("tense", "passive voice", "clause", "noun", "modal verb", "gerund"):
        assert term not in text
