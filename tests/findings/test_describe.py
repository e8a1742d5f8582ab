"""Where a finding stands, what it says, and how often a rule speaks."""

import pytest
from appeal_lint.findings import describe
from appeal_lint.model.draft import Draft
from appeal_lint.model.pattern import AnyOf, CompiledRule, Match, Pattern, Test
from appeal_lint.model.rule import Cost, Examples, Rule, RuleSet
from appeal_lint.model.statement import Mark, Statement
from appeal_lint.model.vocabulary import Entry, Vocabulary
from appeal_lint.model.words import Act, Agent, BlockKind, Issue, Measure, Section, Severity

WORDS = Vocabulary(
    issues={
        "damaged": Entry("damaged", "Goods damaged", ()),
        "returns": Entry("returns", "Returns and exchanges", ()),
    },
    measures={
        "fba": Entry("fba", "Fulfilment by Amazon", ()),
        "training": Entry("training", "Training", ()),
    },
    excuses={},
    marks={},
    lists={},
    elements={},
)
STATEMENT = Test("kind", "is", "statement")
PROMISE = Pattern((STATEMENT, Test("act", "is", "promise")))
WHOLE = Pattern((Test("kind", "is", "document"),))
TEXT = "We will soon train the packers. We will refund {everyone}."
NUMBERS = {"words": 40, "promised": 2, "finished": 0, "measures_in_force": 1}


def rule(name="rule", message="said", pattern=PROMISE, once="match"):
    head = (name, "family", "Title", Severity.ERROR, Cost(5, 10), "Why.", "guidance 5", message)
    compiled = CompiledRule(name, (pattern,))
    return Rule(*head, "Advice.", "Like.", Examples((), ()), compiled, "path", once)


def statement(number, quote, text=TEXT, **more):
    start = text.index(quote)
    head = (number, start, start + len(quote), quote, BlockKind.ITEM, None, Section.NONE)
    return Statement(*head, Act.PROMISE, Agent.SELLER, "why", **more)


def mark(name, quote, text=TEXT):
    return Mark(name, text.index(quote), text.index(quote) + len(quote))


def described(rules, matches, statements, text=TEXT, topics=()):
    """Describe matches written as (rule, fact id...); 50 is the document, 20 and up topics."""
    facts = [{"id": one.id, "kind": "statement"} for one in statements]
    for at, (number, issue) in enumerate(topics, start=20):
        facts.append({"id": at, "kind": "topic", "statement": number, "issue": issue})
    facts.append({"id": 50, "kind": "document", **NUMBERS})
    ruleset = RuleSet(tuple(rules), WORDS, by_id={one.id: one for one in rules})
    given = [Match(name, numbers) for name, *numbers in matches]
    return describe(given, facts, Draft("letter.txt", text, ()), statements, ruleset)


TRAIN = statement(1, "We will soon train the packers", measures=(Measure.TRAINING, Measure.FBA))
REFUND = statement(2, "We will refund {everyone}", issues=(Issue.DAMAGED, Issue.RETURNS))


def test_a_finding_carries_the_words_of_its_rule_and_its_place():
    (found,) = described([rule()], [("rule", 1)], [TRAIN])
    assert (found.rule, found.title, found.severity) == ("rule", "Title", Severity.ERROR)
    assert (found.why, found.advice, found.like) == ("Why.", "Advice.", "Like.")
    assert (found.statement, found.whole) == (1, False)
    assert TEXT[found.start : found.end] == found.quote == "We will soon train the packers"


@pytest.mark.parametrize(
    ("asked", "quote"),
    [
        (Test("mark_vague", "is", True), "soon"),
        (AnyOf((Test("mark_how", "is", True), Test("mark_vague", "is", True))), "soon"),
        (Test("any_mark", "is", True), "We will"),
        (Test("mark_vague", "is_not", True), "We will soon train the packers"),
        (Test("mark_document", "is", True), "We will soon train the packers"),
        (Test("act", "is", "promise"), "We will soon train the packers"),
    ],
)
def test_the_words_that_the_rule_asks_for_are_underlined(asked, quote):
    marks = (mark("vague", "packers"), mark("vague", "soon"), mark("hollow", "We will"))
    made = statement(1, TRAIN.text, marks=marks)
    (found,) = described([rule(pattern=Pattern((STATEMENT, asked)))], [("rule", 1)], [made])
    assert found.quote == quote


def test_a_finding_on_the_whole_draft_has_no_place():
    (found,) = described([rule(message="{words} words", pattern=WHOLE)], [("rule", 50)], [TRAIN])
    assert (found.start, found.end, found.quote, found.statement) == (0, 0, "", None)
    assert (found.whole, found.message) == (True, "40 words")


def test_findings_come_in_order_of_place_then_rule_and_the_whole_draft_first():
    rules = [rule("a"), rule("b"), rule("whole", pattern=WHOLE)]
    matches = [("b", 2), ("whole", 50), ("b", 1), ("a", 2), ("a", 1)]
    found = described(rules, matches, [TRAIN, REFUND])
    assert [(one.rule, one.statement) for one in found] == [
        ("whole", None),
        ("a", 1),
        ("b", 1),
        ("a", 2),
        ("b", 2),
    ]
    assert found == described(rules, matches[::-1], [TRAIN, REFUND])


@pytest.mark.parametrize(
    ("once", "places"),
    [("match", [1, 2]), ("issue", [1, 2]), ("draft", [1])],
)
def test_how_often_a_rule_speaks(once, places):
    topics = [(2, "damaged"), (1, "damaged"), (2, "returns")]
    matches = [("rule", 20), ("rule", 21), ("rule", 22)]
    found = described([rule(once=once)], matches, [TRAIN, REFUND], topics=topics)
    assert [one.statement for one in found] == places


def test_once_an_issue_names_each_issue_where_it_first_stands():
    topics = [(1, "damaged"), (2, "damaged"), (2, "returns")]
    matches = [("rule", 20), ("rule", 21), ("rule", 22)]
    found = described([rule(message="{issue}", once="issue")], matches, [TRAIN, REFUND],
                      topics=topics)  # fmt: skip
    said = [(one.statement, one.message) for one in found]
    assert said == [(1, "goods damaged"), (2, "returns and exchanges")]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("“{quote}” is a promise.", "“We will refund {everyone}” is a promise."),
        ("{issue}", "goods damaged, returns and exchanges"),
        ("{issues}", "goods damaged, returns and exchanges"),
        ("{measure}{measures}", ""),
        ("{promised} {finished} {measures_in_force}", "2 0 1"),
        ("{{quote}}", "{quote}"),
    ],
)
def test_messages_are_filled_in(message, said):
    (found,) = described([rule(message=message)], [("rule", 2)], [TRAIN, REFUND])
    assert found.message == said


def test_the_first_measure_and_all_of_them_can_be_named():
    (found,) = described([rule(message="{measure}: {measures}")], [("rule", 1)], [TRAIN])
    assert found.message == "Training: Training, Fulfilment by Amazon"


@pytest.mark.parametrize("text", ["{quote.__class__}", "{0}", "{", "}}{{", "%s %(words)d $issue"])
def test_what_the_user_writes_is_never_filled_in(text):
    made = statement(1, text, text)
    (found,) = described([rule(message="“{quote}”")], [("rule", 1)], [made], text)
    assert found.message == f"“{text}”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Two\n   lines\tin one", "Two lines in one"),
        ("word " * 15 + "stop!", "word " * 15 + "stop!"),
        ("word " * 15 + "stops!", "word " * 15 + "…"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 78 + " …"),
    ],
)
def test_a_long_quote_is_cut_after_a_word(text, said):
    made = statement(1, text, text)
    (found,) = described([rule(message="{quote}")], [("rule", 1)], [made], text)
    assert found.message == said
    assert found.quote == text
