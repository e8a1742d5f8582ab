"""Which engine judges, and what a process that runs durable-rules costs."""

import subprocess
import sys

import pytest
from appeal_lint.engine import available, engine
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.pattern import CompiledRule, Pattern, Test


def run(program):
    """Run a program in a fresh process and return what it prints; it may not hang or complain."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_durable_rules_judges_where_it_is_installed():
    assert available() == engine(None, []).name == "durable"


def test_naming_the_engine_loads_nothing():
    program = """
import sys
from appeal_lint.engine import available
print(available(), "durable" in sys.modules, "durable_rules_engine" in sys.modules)
"""
    assert run(program) == ["durable", "False", "False"]


@pytest.mark.parametrize("lost", ["durable", "durable_rules_engine"])
def test_the_plain_engine_judges_where_durable_rules_cannot_be_had(lost):
    program = f"""
import sys
sys.modules["{lost}"] = None
from appeal_lint.engine import available, engine
print(available(), engine(None, []).name)
"""
    assert run(program) == ["reference", "reference"]


def test_asking_for_durable_rules_in_vain_says_how_to_install_it():
    program = """
import sys
sys.modules["durable"] = None
from appeal_lint.engine import engine
from appeal_lint.model.errors import AppealLintError
from appeal_lint.model.pattern import CompiledRule, Pattern, Test
try:
    engine("durable", [])
except AppealLintError as fault:
    print(fault)
"""
    said = " ".join(run(program))
    assert 'pip install "appeal-lint[durable]"' in said
    assert "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject" in said


def test_an_unknown_engine_is_refused_by_name():
    with pytest.raises(AppealLintError, match="no engine clips"):
        engine("clips", [])


MEMORY = """
import resource
import threading
from appeal_lint.engine import engine
from appeal_lint.model.pattern import CompiledRule, Pattern, Test

STATEMENT = Test("kind", "is", "statement")
rules = [CompiledRule("promise", (Pattern((STATEMENT, Test("act", "is", "promise"))),)),
         CompiledRule("no-request", (Pattern((STATEMENT,)),
                      Pattern((STATEMENT, Test("act", "is", "request")), absent=True)))]
facts = [{"id": at, "kind": "statement", "act": "promise"} for at in range(1, 31)]
facts.append({"id": 31, "kind": "document", "words": 50})
judge = engine("durable", rules)


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


for _ in range(200):
    found = judge.judge(facts)
before = peak()
same = all(judge.judge(facts) == found for _ in range(2000))
print(len(found), same, threading.active_count(), peak() - before)
"""


def test_memory_stays_flat_over_two_thousand_drafts_and_no_thread_is_left():
    count, same, threads, grown = run(MEMORY)
    assert (count, same, threads) == ("60", "True", "1")
    assert int(grown) < 10_000, "kB; the state of 2,000 drafts would be 3,000,000"


def many(count, tests):
    return [
        CompiledRule(f"rule-{at}", (Pattern((Test("kind", "is", "statement"), *tests)),))
        for at in range(count)
    ]


def test_more_rules_than_one_fact_can_fire_at_once():
    rules = many(300, [Test("act", "is", "promise")])
    facts = [{"id": 1, "kind": "statement", "act": "promise"}, {"id": 2, "kind": "document"}]
    found = engine("durable", rules).judge(facts)
    assert len(found) == 300
    assert found == engine("reference", rules).judge(facts)


def test_a_rule_may_bar_every_word_there_is():
    flags = [Test(f"measure_{at}", "is_not", True) for at in range(15)]
    facts = [{"id": 1, "kind": "statement"}, {"id": 2, "kind": "statement", "measure_3": True}]
    assert [one.facts for one in engine("durable", many(1, flags)).judge(facts)] == [(1,)]


def test_rules_too_large_for_durable_rules_are_judged_by_the_plain_engine():
    barred = Pattern((Test("kind", "is", "statement"), Test("act", "is", "request")), absent=True)
    rule = CompiledRule("huge", (Pattern((Test("kind", "is", "document"),)), *[barred] * 300))
    assert engine(None, [rule]).name == "reference"
    with pytest.raises(AppealLintError, match=r"huge.*--engine reference"):
        engine("durable", [rule])
