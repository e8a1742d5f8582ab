"""What is remembered of a draft is what the engine would say again."""

import itertools

import pytest
from appeal_lint.engine import Remembered
from appeal_lint.engine.reference import ReferenceEngine
from appeal_lint.model.pattern import CompiledRule, Pattern, Ref, Test

RULES = [
    CompiledRule("short", (Pattern((Test("words", "less_than", 100),)),)),
    CompiledRule("long", (Pattern((Test("words", "at_least", 901),)),)),
    CompiledRule("even", (Pattern((Test("statements", "is", 2),)),)),
    CompiledRule("wordless", (Pattern((Test("stance", "is_not", "admits"),)),)),
    CompiledRule(
        "joined",
        (
            Pattern((Test("kind", "is", "topic"),)),
            Pattern((Test("kind", "is", "document"), Test("promised", "is", Ref(0, "many")))),
        ),
    ),
]


def facts(words=500, statements=1, stance="admits", promised=0, number=2):
    return [
        {"id": 1, "kind": "topic", "many": 3},
        {
            "id": number,
            "kind": "document",
            "words": words,
            "statements": statements,
            "stance": stance,
            "promised": promised,
            "unasked": words * 7,
        },
    ]


class Counting(ReferenceEngine):
    asked = 0

    def judge(self, facts):
        self.asked += 1
        return super().judge(facts)


@pytest.fixture
def counting():
    return Counting(RULES)


def test_every_draft_gets_the_answer_of_the_engine(counting):
    remembered = Remembered(counting, RULES)
    for _ in range(2):
        for one in itertools.product(
            (0, 99, 100, 101, 900, 901, 902), (1, 2, 3), ("admits", "disputes"), (2, 3, 4), (2, 9)
        ):
            assert remembered.judge(facts(*one)) == ReferenceEngine(RULES).judge(facts(*one))


def test_a_number_that_no_rule_tells_apart_is_not_judged_again(counting):
    remembered = Remembered(counting, RULES)
    for words in (412, 413, 900, 411):
        remembered.judge(facts(words))
    assert counting.asked == 1
    remembered.judge(facts(901))
    assert counting.asked == 2


def test_after_forgetting_the_engine_is_asked_again(counting):
    remembered = Remembered(counting, RULES)
    remembered.judge(facts())
    remembered.forget()
    remembered.judge(facts())
    assert counting.asked == 2
