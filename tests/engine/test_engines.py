"""Both engines keep one contract; durable-rules is held the way that it works."""

import random
import threading

import pytest
from appeal_lint.engine import engine
from appeal_lint.model.pattern import AnyOf, CompiledRule, Match, Pattern, Ref, Test

STATEMENT = Test("kind", "is", "statement")
TOPIC = Test("kind", "is", "topic")
ANSWER = Test("kind", "is", "answer")
DOCUMENT = Test("kind", "is", "document")
IN_FORCE = AnyOf((Test("act", "is", "completed"), Test("act", "is", "ongoing")))
SAME_ISSUE = Test("issue", "is", Ref(0, "issue"))


def wanted(*tests):
    return Pattern(tests)


def barred(*tests):
    return Pattern(tests, absent=True)


def fact(number, kind="statement", **fields):
    return {"id": number, "kind": kind, **fields}


def judged(name, patterns, facts):
    matches = engine(name, [CompiledRule("rule", tuple(patterns))]).judge(facts)
    assert {match.rule for match in matches} <= {"rule"}
    return [match.facts for match in matches]


@pytest.fixture(params=["durable", "reference"])
def name(request):
    return request.param


def test_each_fact_that_fits_is_a_match(name):
    facts = [fact(1, act="promise"), fact(2, act="other"), fact(3, act="promise")]
    patterns = [wanted(STATEMENT, Test("act", "is", "promise"))]
    assert judged(name, patterns, facts) == [(1,), (3,)]


def test_no_rules_and_no_facts_give_no_matches(name):
    assert engine(name, []).judge([fact(1, "document")]) == ()
    assert judged(name, [wanted(STATEMENT)], []) == []


def test_a_field_that_is_not_there_is_not_the_value(name):
    facts = [fact(1), fact(2, measure_fba=True), fact(3, measure_carrier=True)]
    patterns = [wanted(STATEMENT, Test("measure_fba", "is_not", True))]
    assert judged(name, patterns, facts) == [(1,), (3,)]


def test_any_of_a_list_is_enough(name):
    facts = [fact(1, act="completed"), fact(2, act="promise"), fact(3, act="ongoing")]
    assert judged(name, [wanted(STATEMENT, IN_FORCE)], facts) == [(1,), (3,)]


def test_the_document_is_compared_by_number(name):
    patterns = [wanted(DOCUMENT, Test("words", "at_least", 5), Test("words", "less_than", 10))]
    for words, found in [(4, []), (5, [(1,)]), (9, [(1,)]), (10, []), (100, [])]:
        assert judged(name, patterns, [fact(1, "document", words=words)]) == found


def test_a_statement_is_judged_beside_the_document(name):
    patterns = [wanted(STATEMENT), wanted(DOCUMENT, Test("stance", "is", "admits"))]
    facts = [fact(1), fact(2), fact(3, "document", stance="admits")]
    assert judged(name, patterns, facts) == [(1, 3), (2, 3)]
    assert judged(name, patterns, [fact(1), fact(3, "document", stance="disputes")]) == []


def test_absence_is_judged_by_the_whole_draft(name):
    patterns = [wanted(DOCUMENT), barred(STATEMENT, Test("act", "is", "request"))]
    request, document = fact(1, act="request"), fact(9, "document")
    assert judged(name, patterns, [request, document]) == []
    assert judged(name, patterns, [document, request]) == []
    assert judged(name, patterns, [fact(1, act="other"), document]) == [(9,)]


def test_a_statement_may_itself_be_the_one_that_must_be_absent(name):
    patterns = [
        wanted(STATEMENT, Test("act", "is", "promise")),
        barred(STATEMENT, Test("any_measure", "is", True)),
    ]
    document = fact(9, "document")
    assert judged(name, patterns, [fact(1, act="promise"), document]) == [(1,)]
    assert judged(name, patterns, [fact(1, act="promise", any_measure=True), document]) == []


def test_every_absent_pattern_must_find_nothing(name):
    patterns = [
        wanted(STATEMENT, Test("act", "is", "promise")),
        barred(STATEMENT, Test("act", "is", "request")),
        barred(STATEMENT, IN_FORCE),
    ]
    promise, document = fact(1, act="promise"), fact(9, "document")
    assert judged(name, patterns, [promise, document]) == [(1,)]
    for act in ("request", "completed", "ongoing"):
        assert judged(name, patterns, [promise, fact(2, act=act), document]) == []


@pytest.mark.parametrize("tests", [(SAME_ISSUE, IN_FORCE), (IN_FORCE, SAME_ISSUE)])
def test_a_problem_is_found_that_nothing_in_force_answers(name, tests):
    patterns = [wanted(TOPIC), barred(ANSWER, *tests)]
    facts = [
        fact(1, "topic", issue="damaged"),
        fact(2, "topic", issue="returns"),
        fact(3, "topic", issue="late_delivery"),
        fact(4, "answer", issue="damaged", act="ongoing"),
        fact(5, "answer", issue="returns", act="promise"),
        fact(6, "document"),
    ]
    assert judged(name, patterns, facts) == [(2,), (3,)]


def test_a_join_on_a_field_that_is_not_there_does_not_hold(name):
    patterns = [wanted(STATEMENT), barred(ANSWER, IN_FORCE, SAME_ISSUE)]
    answers = [fact(2, "answer", issue="damaged", act="ongoing"), fact(3, "answer", act="ongoing")]
    assert judged(name, patterns, [fact(1), *answers, fact(4, "document")]) == [(1,)]


def test_one_fact_may_fit_two_patterns(name):
    patterns = [wanted(STATEMENT), wanted(STATEMENT, Test("act", "is", "other"))]
    facts = [fact(1, act="other"), fact(2, act="promise")]
    assert judged(name, patterns, facts) == [(1, 1), (2, 1)]


PATTERNS = (
    (wanted(TOPIC), barred(ANSWER, SAME_ISSUE)),
    (wanted(STATEMENT, Test("act", "is_not", "promise")), wanted(DOCUMENT)),
    (wanted(DOCUMENT), barred(STATEMENT, Test("mark_date", "is", True))),
    (wanted(STATEMENT), barred(STATEMENT, Test("act", "is", "request"))),
)
RULES = [CompiledRule(f"rule-{at}", patterns) for at, patterns in enumerate(PATTERNS)]
FACTS = [
    fact(1, act="promise"),
    fact(2, act="completed", mark_vague=True),
    fact(3, "topic", issue="damaged"),
    fact(4, "topic", issue="returns"),
    fact(5, "answer", issue="returns"),
    fact(6, "document", words=200),
]
FOUND = (
    Match("rule-0", (3,)),
    Match("rule-1", (2, 6)),
    Match("rule-2", (6,)),
    Match("rule-3", (1,)),
    Match("rule-3", (2,)),
)


def test_the_order_of_facts_changes_nothing(name):
    shuffled = list(FACTS)
    judge = engine(name, RULES)
    for seed in range(20):
        random.Random(seed).shuffle(shuffled)
        assert judge.judge(shuffled) == FOUND


def test_facts_are_left_as_they_were(name):
    given = [dict(one) for one in FACTS]
    engine(name, RULES).judge(given)
    assert given == FACTS


def test_one_draft_leaves_nothing_behind_for_the_next(name):
    judge = engine(name, RULES)
    for _ in range(3):
        assert judge.judge(FACTS) == FOUND
        assert judge.judge([fact(1, act="request", mark_date=True), fact(2, "document")]) == (
            Match("rule-1", (1, 2)),
        )


def test_two_engines_with_rules_of_the_same_name_keep_apart(name):
    promises = engine(name, [CompiledRule("rule", (wanted(Test("act", "is", "promise")),))])
    requests = engine(name, [CompiledRule("rule", (wanted(Test("act", "is", "request")),))])
    facts = [fact(1, act="promise"), fact(2, act="request")]
    assert promises.judge(facts) == (Match("rule", (1,)),)
    assert requests.judge(facts) == (Match("rule", (2,)),)


def test_several_threads_get_the_same_answer(name):
    judge = engine(name, RULES)
    answers = []

    def work():
        answers.extend(judge.judge(FACTS) for _ in range(50))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [FOUND] * 200


@pytest.mark.parametrize("operator", ["is_not", "at_least", "less_than"])
def test_durable_rules_refuses_a_join_that_crashes_it(operator):
    other = barred(ANSWER, Test("issue", operator, Ref(0, "issue")))
    with pytest.raises(ValueError, match="cannot join"):
        engine("durable", [CompiledRule("rule", (wanted(TOPIC), other))])
