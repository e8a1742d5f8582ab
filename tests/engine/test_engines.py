"""Both engines keep one contract; durable-rules is held the way that it works."""

import random
import subprocess
import sys
import threading

import pytest
from appeal_lint import draft, facts, statements
from appeal_lint.engine import engine
from appeal_lint.model import words
from appeal_lint.model.pattern import AnyOf, CompiledRule, Pattern, Ref, Test
from hypothesis import given, settings
from hypothesis import strategies as st

ACTS = ("promise", "completed", "request")
ISSUES = ("late", "damaged")
LETTER = """Root cause:
We had one carrier only and nobody watched the tracking, so 40 parcels arrived late.

Actions taken:
- We replaced the old carrier with DHL on 3 May.
- We will hire two inspectors.

Please reinstate our account.
"""


def known(ruleset, reader, text=LETTER):
    opened = draft.from_text(text, "letter")
    found = statements.read(opened, ruleset.vocabulary, reader)
    return facts.gather(opened, found, ruleset)


def both(rules, given_facts):
    return [engine(name, rules).judge(given_facts) for name in ("durable", "reference")]


def test_absence_is_judged_by_the_whole_draft():
    rule = CompiledRule(
        "no-request",
        (
            Pattern((Test("kind", "is", "document"),)),
            Pattern((Test("kind", "is", "statement"), Test("act", "is", "request")), absent=True),
        ),
    )
    document = {"id": 9, "kind": "document"}
    request = {"id": 1, "kind": "statement", "act": "request"}
    for order in ((document, request), (request, document)):
        assert both([rule], order) == [(), ()]
    for found in both([rule], (document,)):
        assert [match.facts for match in found] == [(9,)]


def test_the_order_of_facts_changes_nothing(ruleset, reader):
    rules = [rule.compiled for rule in ruleset.rules]
    given_facts = list(known(ruleset, reader))
    first = engine("durable", rules).judge(given_facts)
    assert first
    for seed in range(5):
        random.Random(seed).shuffle(given_facts)
        assert engine("durable", rules).judge(given_facts) == first


def test_no_word_of_the_user_is_in_a_fact(ruleset, reader):
    closed = {
        str(word)
        for kind in (
            words.Act,
            words.Agent,
            words.Issue,
            words.Measure,
            words.Excuse,
            words.BlockKind,
            words.Section,
            words.Case,
            words.Stance,
        )
        for word in kind
    }
    closed |= {"statement", "topic", "answer", "document", "none", "all", "most", "some"}
    hostile = LETTER + '\nWe will hire "}], {$ne: 1}; DROP TABLE drafts.\n'
    for fact in known(ruleset, reader, hostile):
        assert {value for value in fact.values() if isinstance(value, str)} <= closed


def test_several_threads_get_the_same_answer(ruleset, reader):
    judge = engine("durable", [rule.compiled for rule in ruleset.rules])
    given_facts = known(ruleset, reader)
    expected = judge.judge(given_facts)
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.extend(judge.judge(given_facts) for _ in range(20)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 80


FLAT = """
import resource
from appeal_lint import rulebook
from appeal_lint.engine import engine
rules = [rule.compiled for rule in rulebook.load().rules]
judge = engine("durable", rules)
facts = [{"id": at, "kind": "statement", "act": "promise", "agent": "seller", "section": "none",
          "excuse": "none", "block": "item", "mark_vague": True} for at in range(1, 31)]
facts.append({"id": 31, "kind": "document", "words": 50, "stance": "admits", "case": "unknown",
              "unfinished_plan": "all", "measures_in_force": 0})
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in range(200):
    found = judge.judge(facts)
assert len(found) > 30
before = peak()
for _ in range(1800):
    assert judge.judge(facts) == found
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="durable-rules has no Windows build")
def test_memory_stays_flat_over_two_thousand_drafts():
    done = subprocess.run([sys.executable, "-c", FLAT], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20_000  # kB; a leak of a draft's state would be some 3,000,000


def test_both_engines_agree_on_a_letter(ruleset, reader):
    durable, reference = both([rule.compiled for rule in ruleset.rules], known(ruleset, reader))
    assert durable == reference
    assert durable


statement_facts = st.fixed_dictionaries(
    {"kind": st.sampled_from(["statement", "topic"]), "act": st.sampled_from(ACTS)},
    optional={"issue": st.sampled_from(ISSUES), "flag": st.just(True)},
)
plain_tests = st.one_of(
    st.builds(Test, st.just("act"), st.sampled_from(["is", "is_not"]), st.sampled_from(ACTS)),
    st.builds(Test, st.just("issue"), st.sampled_from(["is", "is_not"]), st.sampled_from(ISSUES)),
    st.builds(Test, st.just("flag"), st.sampled_from(["is", "is_not"]), st.just(True)),
    st.builds(
        lambda acts: AnyOf(tuple(Test("act", "is", act) for act in acts)),
        st.lists(st.sampled_from(ACTS), min_size=1, max_size=2, unique=True),
    ),
)
document_tests = st.builds(
    Test, st.just("words"), st.sampled_from(["at_least", "less_than"]), st.integers(0, 4)
)


@st.composite
def rules(draw):
    kind = Test("kind", "is", draw(st.sampled_from(["statement", "topic"])))
    patterns = [Pattern((kind, *draw(st.lists(plain_tests, max_size=2))))]
    if draw(st.booleans()):
        patterns.append(Pattern((Test("kind", "is", "document"), draw(document_tests))))
    for _ in range(draw(st.integers(0, 2))):
        kind = Test("kind", "is", draw(st.sampled_from(["statement", "topic"])))
        extra = [Test("issue", "is", Ref(0, "issue"))] if draw(st.booleans()) else []
        tests = (kind, *extra, *draw(st.lists(plain_tests, max_size=2)))
        patterns.append(Pattern(tests, absent=True))
    return tuple(patterns)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(rules(), min_size=1, max_size=3),
    st.lists(statement_facts, max_size=6),
    st.integers(0, 4),
)
def test_both_engines_agree_on_any_rules_and_facts(made, given_facts, size):
    compiled = [CompiledRule(f"r{at}", patterns) for at, patterns in enumerate(made)]
    numbered = [{"id": at, **fact} for at, fact in enumerate(given_facts, 1)]
    numbered.append({"id": len(numbered) + 1, "kind": "document", "words": size})
    durable, reference = both(compiled, numbered)
    assert durable == reference
