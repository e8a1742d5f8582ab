"""Facts hold ids and closed words, and the counts that rules ask for."""

import pytest
from appeal_lint.draft import from_text
from appeal_lint.facts import gather
from appeal_lint.model import words
from appeal_lint.model.draft import Draft
from appeal_lint.model.pattern import Pattern, Test
from appeal_lint.model.rule import RuleSet, Tally
from appeal_lint.model.statement import Mark, Statement
from appeal_lint.model.vocabulary import Entry, Vocabulary
from appeal_lint.model.words import Act, Agent, BlockKind, Case, Excuse, Issue, Measure, Section

ISSUES = {
    "late_delivery": Entry(
        "late_delivery", "Late delivery", (), Case.PERFORMANCE, (Measure.CARRIER, Measure.FBA)
    ),
    "damaged": Entry("damaged", "Goods damaged", (), Case.PERFORMANCE, (Measure.FBA,)),
    "counterfeit": Entry("counterfeit", "Counterfeit goods", (), Case.POLICY),
}
RULES = RuleSet((), Vocabulary(ISSUES, {}, {}, {}, {}, {}))


def statement(number, act=Act.OTHER, agent=Agent.SELLER, marks=(), **more):
    found = tuple(Mark(name, 0, 1) for name in marks)
    head = (number, 0, 1, "text", BlockKind.ITEM, None, Section.NONE)
    return Statement(*head, act, agent, "why", marks=found, **more)


def facts_of(*statements, text="We sold lamps.", ruleset=RULES):
    return gather(from_text(text, "letter.txt"), statements, ruleset)


def document_of(*statements, **more):
    return facts_of(*statements, **more)[-1]


def test_a_statement_has_flags_for_what_it_names_and_no_others():
    fact = facts_of(
        statement(
            1,
            Act.COMPLETED,
            marks=("vague",),
            measures=(Measure.FBA,),
            excuse=Excuse.WEATHER,
        )
    )[0]
    assert fact == {
        "id": 1,
        "kind": "statement",
        "act": "completed",
        "agent": "seller",
        "section": "none",
        "block": "item",
        "excuse": "weather",
        "measure_fba": True,
        "any_measure": True,
        "mark_vague": True,
        "any_mark": True,
    }


def test_each_issue_is_a_topic_of_its_statement():
    facts = facts_of(statement(1, issues=(Issue.DAMAGED, Issue.LATE_DELIVERY)))
    topics = [(fact["statement"], fact["issue"]) for fact in facts if fact["kind"] == "topic"]
    assert topics == [(1, "damaged"), (1, "late_delivery")]


def test_an_issue_that_two_measures_answer_is_answered_once_by_a_statement():
    named = statement(2, issues=(Issue.LATE_DELIVERY, Issue.DAMAGED))
    facts = facts_of(statement(1, measures=(Measure.CARRIER, Measure.FBA)), named)
    answers = [(fact["statement"], fact["issue"]) for fact in facts if fact["kind"] == "answer"]
    assert answers == [(1, "late_delivery"), (1, "damaged")]


def test_an_issue_that_the_draft_does_not_name_needs_no_answer():
    facts = facts_of(statement(1, measures=(Measure.CARRIER,)))
    assert "answer" not in {fact["kind"] for fact in facts}


def test_ids_are_unique_and_the_document_comes_last():
    facts = facts_of(
        statement(1, issues=(Issue.DAMAGED,)), statement(2, measures=(Measure.FBA,)), statement(3)
    )
    assert [fact["id"] for fact in facts] == list(range(1, len(facts) + 1))
    assert [fact["id"] for fact in facts if fact["kind"] == "statement"] == [1, 2, 3]
    assert [fact["kind"] for fact in facts].index("document") == len(facts) - 1


def test_an_empty_draft_has_a_document_fact():
    (document,) = gather(Draft("empty.txt", "", ()), (), RULES)
    assert (document["id"], document["words"], document["statements"]) == (1, 0, 0)


def test_words_of_headings_are_not_counted():
    assert document_of(text="# Root cause\n\nWe sold lamps.\n")["words"] == 3


def test_work_and_promises_are_counted():
    document = document_of(
        statement(1, Act.COMPLETED, measures=(Measure.CARRIER,)),
        statement(2, Act.ONGOING, Agent.CARRIER, measures=(Measure.TRACKING, Measure.CARRIER)),
        statement(3, Act.COMPLETED),
        statement(4, Act.PROMISE, measures=(Measure.STAFFING,)),
        statement(5, Act.PROMISE, measures=(Measure.FBA,)),
        statement(6, Act.PROMISE, Agent.CUSTOMER),
    )
    assert (document["finished"], document["promised"]) == (1, 1)
    assert document["measures_in_force"] == 2


@pytest.mark.parametrize(
    ("finished", "promised", "plan"),
    [(0, 0, "none"), (2, 0, "none"), (0, 1, "all"), (1, 2, "most"), (2, 2, "some"), (3, 1, "some")],
)
def test_how_much_of_the_plan_is_unfinished(finished, promised, plan):
    acts = [Act.COMPLETED] * finished + [Act.PROMISE] * promised
    made = [
        statement(at, act, measures=(Measure.TRAINING,)) for at, act in enumerate(acts, start=1)
    ]
    assert document_of(*made)["unfinished_plan"] == plan


def test_issues_are_counted_where_the_letter_tells_what_went_wrong():
    document = document_of(
        statement(1, Act.ROOT_CAUSE, issues=(Issue.DAMAGED, Issue.LATE_DELIVERY)),
        statement(2, Act.ADMISSION, issues=(Issue.DAMAGED,)),
        statement(3, Act.COMPLETED, issues=(Issue.COUNTERFEIT,)),
    )
    assert document["issues"] == 2


@pytest.mark.parametrize(
    ("issues", "marks", "case"),
    [
        ((), (), "unknown"),
        ((Issue.COUNTERFEIT,), (), "policy"),
        ((Issue.COUNTERFEIT, Issue.DAMAGED), (), "performance"),
        ((Issue.COUNTERFEIT,), ("metric_odr",), "performance"),
    ],
)
def test_which_case_the_letter_answers(issues, marks, case):
    assert document_of(statement(1, issues=issues, marks=marks))["case"] == case


@pytest.mark.parametrize(
    ("marks", "stance"),
    [
        ((), "admits"),
        (("dispute",), "disputes"),
        (("dispute", "declared_disaster"), "disaster"),
    ],
)
def test_how_the_letter_stands_to_the_charge(marks, stance):
    assert document_of(statement(1), statement(2, marks=marks))["stance"] == stance


def test_a_tally_counts_the_facts_that_fit():
    asked = Pattern((Test("kind", "is", "statement"), Test("act", "is", "request")))
    ruleset = RuleSet((), RULES.vocabulary, (Tally("tally_asks", asked),))
    made = [statement(1, Act.REQUEST), statement(2), statement(3, Act.REQUEST)]
    assert document_of(*made, ruleset=ruleset)["tally_asks"] == 2


def test_no_word_of_the_user_is_in_a_fact():
    closed = {"statement", "topic", "answer", "document", "none", "all", "most", "some"}
    for name in ("Act", "Agent", "Section", "BlockKind", "Excuse", "Issue", "Measure", "Case"):
        closed |= {str(word) for word in getattr(words, name)}
    closed |= {str(word) for word in words.Stance}
    hostile = '"}]} {$neq: 1} \x07 %s {quote} \U0001f4a3 $m.sid'
    made = Statement(
        1,
        0,
        len(hostile),
        hostile,
        BlockKind.PARAGRAPH,
        hostile,
        Section.NONE,
        Act.ROOT_CAUSE,
        Agent.OTHER,
        hostile,
        (Issue.DAMAGED,),
        (Measure.FBA,),
    )
    for fact in facts_of(made, text=hostile):
        assert {value for value in fact.values() if isinstance(value, str)} <= closed
        assert not any(hostile in field for field in fact)
