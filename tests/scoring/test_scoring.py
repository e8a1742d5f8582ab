"""What an element's status is, and where the points go."""

import pytest
from appeal_lint.model.pattern import CompiledRule, Match, Pattern, Test
from appeal_lint.model.report import Finding, Loss
from appeal_lint.model.rule import Cost, Examples, Rule, RuleSet
from appeal_lint.model.statement import Statement
from appeal_lint.model.vocabulary import ElementEntry, Vocabulary
from appeal_lint.model.words import Act, Agent, BlockKind, Element, Section, Severity, Status
from appeal_lint.scoring import elements, score

SHOWN_BY = {
    Element.REQUEST: (Pattern((Test("kind", "is", "statement"), Test("act", "is", "request"))),)
}
ENTRIES = {
    name: ElementEntry(name, name.title(), "Where is it?", SHOWN_BY.get(name, ()))
    for name in Element
}
STATEMENTS = tuple(
    Statement(
        at, 0, 1, "x", BlockKind.ITEM, None, Section.NONE, Act.REQUEST, Agent.AMAZON, "because"
    )
    for at in (1, 2)
)
FACTS = (
    {"id": 1, "kind": "statement", "act": "request"},
    {"id": 2, "kind": "statement", "act": "other"},
    {"id": 3, "kind": "document", "act": "request"},
)


def rule(name, each=5, most=10, element=None):
    compiled = CompiledRule(name, (Pattern((Test("kind", "is", "document"),)),))
    texts = ("why", "source", "message", "advice", "like")
    head = (name, "family", name.upper(), Severity.WARNING, Cost(each, most))
    return Rule(*head, *texts, Examples((), ()), compiled, "path", element=element)


def ruleset(*rules):
    words = Vocabulary({}, {}, {}, {}, {}, ENTRIES)
    return RuleSet(rules, words, by_id={one.id: one for one in rules})


def findings(**counts):
    texts = ("title", Severity.WARNING, "message", "why", "advice", "like", "quote")
    return [
        Finding(name, *texts, 0, 5, at) for name, count in counts.items() for at in range(count)
    ]


WEAK = rule("weak", element=(Element.REQUEST, Status.WEAK))
MISSING = rule("missing", element=(Element.REQUEST, Status.MISSING))
PLAIN = rule("plain")


@pytest.mark.parametrize(
    ("matched", "status", "shown"),
    [
        ((), Status.COVERED, (1,)),
        ((PLAIN,), Status.COVERED, (1,)),
        ((WEAK,), Status.WEAK, (1,)),
        ((MISSING,), Status.MISSING, ()),
        ((MISSING, WEAK), Status.MISSING, ()),
        ((WEAK, MISSING), Status.MISSING, ()),
    ],
)
def test_the_worst_word_of_any_rule_stands(matched, status, shown):
    matches = [Match(one.id, (3,)) for one in matched]
    found = elements(matches, FACTS, STATEMENTS, ruleset(WEAK, MISSING, PLAIN))
    assert (found[Element.REQUEST].status, found[Element.REQUEST].statements) == (status, shown)


def test_all_elements_are_there_in_one_order_with_their_words():
    found = elements([], FACTS, STATEMENTS, ruleset())
    assert list(found) == list(Element)
    assert found[Element.METRIC].title == "Metric"
    assert found[Element.METRIC].ask == "Where is it?"


def test_a_draft_without_findings_loses_nothing():
    assert score([], ruleset()) == score(findings(free=3), ruleset(rule("free", 0, 0)))
    assert (score([], ruleset()).value, score([], ruleset()).losses) == (100, ())


def test_each_rule_costs_at_most_its_most():
    found = score(findings(a=1, b=5), ruleset(rule("a", 5, 10), rule("b", 5, 10)))
    assert found.value == 85
    assert found.losses == (Loss("b", "B", 10, 5), Loss("a", "A", 5, 1))


def test_the_largest_loss_comes_first_then_the_rule_id():
    rules = ruleset(rule("c", 5, 5), rule("a", 5, 5), rule("b", 9, 9))
    assert [loss.rule for loss in score(findings(c=1, a=1, b=1), rules).losses] == ["b", "a", "c"]


def test_the_score_is_never_below_zero():
    rules = ruleset(rule("a", 70, 70), rule("b", 70, 70))
    assert score(findings(a=1, b=1), rules).value == 0
