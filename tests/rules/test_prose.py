"""What the user is told is short, plain and free of grammar terms."""

import re

import pytest
from appeal_lint import rulebook
from appeal_lint.model.rule import Rule
from appeal_lint.rulebook import shipped_folder

RULESET = rulebook.load()
RULES = RULESET.rules
FAMILIES = {"promises", "excuses", "cause", "measures", "fba", "tone", "style"}
LONGEST_SENTENCE = 20
LONGEST_TITLE = 40
GRAMMAR = re.compile(
    r"\b(tenses?|passives?|verbs?|adverbs?|adjectives?|clauses?|subjects?|nouns?|pronouns?|modals?|"
    r"gerunds?|infinitives?|participles?|auxiliar(?:y|ies)|grammar|syntax)\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\b(your fault|careless|lazy|stupid|obviously|of course|guilty|liar|you lied)\b", re.IGNORECASE
)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def told(rule: Rule) -> dict[str, str]:
    """Return the texts of a rule, with a word in the place of each placeholder."""
    texts = {"why": rule.why, "advice": rule.advice, "message": rule.message}
    return {name: re.sub(r"\{\w+\}", "word", text) for name, text in texts.items()}


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?:])\s+", text) if one]


@each_rule
def test_sentences_are_short(rule: Rule) -> None:
    long = [
        one
        for text in told(rule).values()
        for one in sentences(text)
        if len(one.split()) > LONGEST_SENTENCE
    ]
    assert not long


@each_rule
def test_no_grammar_terms_and_no_blame(rule: Rule) -> None:
    text = " ".join([rule.title, *told(rule).values()])
    assert not GRAMMAR.findall(text)
    assert not BLAME.findall(text)


@each_rule
def test_why_names_amazon_or_the_fba_commitment(rule: Rule) -> None:
    assert re.search(r"\bAmazon|\bFBA\b", rule.why)


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.family == "promises"], ids=lambda rule: rule.id
)
def test_promises_explain_why_people_write_them_and_ask_for_the_deed(rule: Rule) -> None:
    assert "will take" in rule.why
    assert "have not been implemented" in rule.why
    assert re.match(r"(?:Do it|Pay the refunds|Start it)", rule.advice)
    assert "date" in rule.advice or "since when" in rule.advice


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.family == "excuses"], ids=lambda rule: rule.id
)
def test_excuses_say_what_to_write_instead(rule: Rule) -> None:
    assert re.search(r"\bWrite instead\b|^Leave it out\b|\bdispute\b", rule.advice)


@each_rule
def test_id_family_and_title_are_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    assert rule.family in FAMILIES
    assert (shipped_folder() / rule.family / f"{rule.id}.yaml").is_file()
    assert len(rule.title) <= LONGEST_TITLE
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")


def test_checklist_asks_short_questions() -> None:
    for element in RULESET.vocabulary.elements.values():
        assert element.ask.endswith("?")
        assert len(element.ask.split()) <= LONGEST_SENTENCE
        assert not GRAMMAR.findall(f"{element.title} {element.ask}")
