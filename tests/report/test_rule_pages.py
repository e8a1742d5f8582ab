import pytest
from appeal_lint.model.pattern import CompiledRule
from appeal_lint.model.rule import Cost, Examples, Rule, RuleSet
from appeal_lint.model.vocabulary import Vocabulary
from appeal_lint.model.words import Element, Severity, Status
from appeal_lint.report import explain

NO_WORDS = Vocabulary({}, {}, {}, {}, {}, {})


def rule(name="future-promise", family="promises", severity=Severity.ERROR, **more):
    shape = {
        "title": "Promise instead of a finished action",
        "cost": Cost(6, 30),
        "why": "Amazon turns down what is not done.",
        "source": "guidance 5",
        "message": "“{quote}” is a promise.",
        "advice": "Do it first.",
        "like": "We have hired two men.",
        "examples": Examples(("We will hire two men.",), ("We have hired.\n\nRoot cause:\nNone.",)),
        "compiled": CompiledRule(name, ()),
        "path": f"rules/{family}/{name}.yaml",
    }
    return Rule(id=name, family=family, severity=severity, **{**shape, **more})


def words(page):
    marks = str.maketrans("", "", "#>*`-")
    return " ".join(page.translate(marks).replace(":", "").split())


def test_text_and_markdown_say_the_same():
    lines = list(explain.one(rule(element=(Element.MEASURES, Status.WEAK))))
    plain, page = explain.text(lines), explain.markdown(lines)
    assert words(plain) == words(page)
    for said in ("Amazon turns down", "Do it first.", "We will hire two men.", "guidance 5",
                 "costs 6 points each time, at most 30", "makes “measures” weak"):  # fmt: skip
        assert words(said) in words(plain)
    assert page.startswith("# future-promise: Promise")
    assert "\n\n> We will hire two men.\n\n" in page
    assert "> We have hired.\n>\n> Root cause:\n> None." in page


@pytest.mark.parametrize(
    ("cost", "says"),
    [
        (Cost(6, 30), "It costs 6 points each time, at most 30."),
        (Cost(12, 12), "It costs 12 points."),
        (Cost(1, 1), "It costs 1 point."),
        (Cost(0, 0), "It costs no points."),
    ],
)
def test_the_cost_in_words(cost, says):
    assert says in explain.text(explain.one(rule(cost=cost)))


def test_the_list_goes_by_family():
    rules = [
        rule("too-short", "style", Severity.WARNING, title="Too short"),
        rule("vague-words", "style", Severity.INFO, title="Vague"),
        rule(),
    ]
    assert explain.text(explain.every(RuleSet(tuple(rules), NO_WORDS))).splitlines() == [
        "promises",
        "  future-promise             ERROR. Promise instead of a finished action",
        "",
        "style",
        "  too-short                  WARNING. Too short",
        "  vague-words                NOTE. Vague",
    ]
    assert explain.markdown(explain.every(RuleSet(tuple(rules), NO_WORDS))) == (
        "## promises\n\n- `future-promise`: ERROR. Promise instead of a finished action\n\n"
        "## style\n\n- `too-short`: WARNING. Too short\n- `vague-words`: NOTE. Vague\n"
    )


def test_a_rule_of_unknown_origin_cannot_steer_the_terminal():
    evil = rule(
        title="T\x1b[1m", why="[red]W\x9b", examples=Examples(("A\u202eb\x07",), ("c\x7f",))
    )
    for page in (explain.text(explain.one(evil)), explain.markdown(list(explain.one(evil)))):
        assert not set("\x1b\x9b\u202e\x07\x7f") & set(page)
        assert "[red]W" in page
