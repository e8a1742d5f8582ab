"""The Chinese of the rules is plain: short, polite, wide marks, nothing left in English."""

import re

import pytest
from appeal_lint import rulebook

RULESET = rulebook.load(language="zh")
KNOWN = {"FBA", "ODR"}
LONGEST_SENTENCE = 60
"""Signs, of which two say about as much as one English word."""
TEXTS = {
    f"{rule.id}.{name}": getattr(rule, name)
    for rule in RULESET.rules
    for name in ("title", "why", "source", "message", "advice")
} | {
    f"{kind}.{one.title}": text
    for kind in ("elements", "issues", "measures")
    for one in getattr(RULESET.vocabulary, kind).values()
    for text in (one.title, getattr(one, "ask", one.title))
}
each_text = pytest.mark.parametrize("name", TEXTS)


@each_text
def test_nothing_is_left_in_english(name):
    text = re.sub(r"“[^”]*”|\{\w+\}|A-to-Z", "", TEXTS[name])
    assert set(re.findall("[A-Za-z]+", text)) <= KNOWN


@each_text
def test_marks_are_the_wide_ones_and_sentences_short(name):
    text = re.sub(r"“[^”]*”|\{\w+\}", "引", TEXTS[name])
    assert not re.search(r"[,;:?!()\"']|(?<!\d)\.(?!\d)", text)
    assert max(map(len, re.split("[。？！：]", text))) <= LONGEST_SENTENCE
    if name.endswith((".why", ".message", ".advice")):
        assert text.endswith(("。", "？", "！"))
    assert not re.search("[你妳]|您们", text)


@pytest.mark.parametrize("rule", RULESET.rules, ids=lambda rule: rule.id)
def test_no_blame_and_no_terms_of_grammar(rule):
    text = rule.title + rule.why + rule.message + rule.advice
    assert not re.search("时态|语态|动词|主语|名词|从句|语法|您的错|粗心|懒|愚蠢|显然|撒谎", text)
    assert rule.why != rulebook.load().by_id[rule.id].why
