"""`appeal-lint rules test`: what an author hears of an example that does not hold."""

import re

import pytest

RULE = """\
id: {id}
title: A title
severity: warning
cost: {{each: 1, most: 1}}
why: Amazon minds.
source: somebody
when:
{when}
message: This is wrong.
advice: Do it first.
like: {like}
examples:
  bad: {bad}
  good: {good}
"""
BAD = (
    '["Our Order Defect Rate was 1.8 %. The boxes were too thin and the lamps broke. '
    'On 3 May we replaced the old courier with UPS. We will train our staff."]'
)
GOOD = "[We counted the shelves.]"
LIKE = "On 3 May we hired two packers."


@pytest.fixture
def write(tmp_path):
    def rule(when, name="own-rule", bad=BAD, good=GOOD, like=LIKE):
        path = tmp_path / "mine" / "own" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = "\n".join(f"  {row}" for row in when.splitlines())
        path.write_text(
            RULE.format(id=name, when=rows, bad=bad, good=good, like=like), encoding="utf-8"
        )
        return tmp_path / "mine"

    return rule


def block(out, sentence):
    """Return what stands under a sentence, one string a reason."""
    rows = out.splitlines()
    at = next(number for number, row in enumerate(rows) if sentence in row)
    found = []
    for row in rows[at + 1 :]:
        if not row.startswith("     "):
            break
        if row.startswith("     → "):
            found.append(row.removeprefix("     → "))
        elif found:
            found[-1] += f" {row.strip()}"
    return found


def test_the_shipped_rules_pass(run):
    code, out, err = run("rules", "test", "--rule", "future-promise", "--rule", "too-long")
    assert (code, err) == (0, "")
    assert out.startswith("Rules passed: 2 of 2. Examples passed: ")
    assert re.search(r"^  too-long +\d+\.\d\d s$", out, re.M)
    assert "FAIL" not in out


def test_what_was_read_and_what_did_not_hold(run, write):
    folder = write("statement: {act: promise, measure: [refund, fba], not: {mark: date}}")
    code, out, err = run("rules", "test", folder)
    assert (code, err) == (1, "")
    assert out.startswith("FAIL own-rule, bad 1: this must set the rule off, but does not.\n")
    for said in ("act completed, agent seller, section none, block paragraph",
                 "issue none, measure carrier, excuse none, mark date + number",
                 "words 31", "finished 1", "stance admits"):  # fmt: skip
        assert said in out
    assert block(out, "replaced the old courier") == [
        "act is completed, the rule asks for promise.",
        "measure is carrier, the rule asks for refund or fba.",
        "mark is date + number, and `not` bars date.",
    ]
    assert block(out, "We will train") == ["measure is training, the rule asks for refund or fba."]
    assert "Rules passed: 0 of 1. Examples passed: 2 of 3." in out


def test_a_good_example_that_is_found(run, write):
    folder = write("statement: {act: promise}", good="[We will hire two men.]")
    code, out, _ = run("rules", "test", folder)
    assert code == 1
    assert "FAIL own-rule, good 1: this must not set the rule off, but does." in out
    assert block(out, "We will hire") == ["all that `statement` asks for holds."]
    assert "bad 1" not in out


def test_the_sentence_that_absent_bars(run, write):
    folder = write("statement: {act: completed}\nabsent: {act: [promise, request]}")
    out = run("rules", "test", folder)[1]
    assert block(out, "replaced the old") == ["all that `statement` asks for holds."]
    assert block(out, "We will train")[-1] == "`absent` bars such a sentence: act promise."


def test_a_missing_sentence_that_is_missed(run, write):
    folder = write("absent: {mark: metric_odr}", good="[We will hire two men.]")
    out = run("rules", "test", folder)[1]
    assert "`absent` bars such a sentence: mark metric_odr." in block(out, "Our Order Defect")
    assert "→ no sentence is one that `absent` bars." in out.partition("good 1")[2]


def test_the_answer_to_an_issue(run, write):
    folder = write(
        "statement: {act: root_cause, issue: each}\nabsent: {act: completed, answers: $issue}",
        bad='["The boxes were too thin and the lamps broke. On 3 May we bought double boxes, '
        'and inspectors check every lamp before dispatch. On 4 May we hired two inspectors."]',
    )
    out = run("rules", "test", folder)[1]
    assert block(out, "The boxes were too thin") == ["all that `statement` asks for holds."]
    barred = block(out, "On 4 May we hired")
    assert barred[:2] == [
        "issue is none, the rule asks for each.",
        "act is completed, the rule asks for root_cause.",
    ]
    assert barred[2].startswith("`absent` bars such a sentence: answers damaged")


def test_numbers_of_the_letter_and_how_many_sentences(run, write):
    folder = write("statement: {act: promise}\ncount: {at_least: 2}\ndocument: {stance: disputes}")
    out = run("rules", "test", folder)[1]
    assert "→ stance is admits, the rule asks for disputes." in out
    assert "→ sentences that fit `statement`: 1, the rule asks for at least 2." in " ".join(
        out.split()
    )
    assert block(out, "We will train") == ["all that `statement` asks for holds."]


def test_a_model_sentence_that_is_a_promise(run, write):
    folder = write(
        "statement: {act: promise}",
        bad="[We will hire two men.]",
        like="We will train all packers.",
    )
    code, out, _ = run("rules", "test", folder)
    assert code == 1
    assert "FAIL own-rule, like 1: the model sentence sets off " in out
    assert "promise" in out


def test_an_example_that_is_no_letter(run, write):
    folder = write("statement: {act: promise}", bad='["!!!"]', good='["我们的店铺被关闭了。"]')
    code, out, err = run("rules", "test", folder)
    assert (code, err) == (1, "")
    assert "bad 1: this cannot be read: this file has no words to check." in out
    assert "good 1: this cannot be read: this letter is not in English." in " ".join(out.split())


def test_of_a_long_letter_the_nearest_sentences_are_shown(run, write):
    letter = " ".join(f"We counted shelf {number}." for number in range(1, 20))
    folder = write("statement: {act: promise}", bad=f'["{letter}"]')
    out = run("rules", "test", folder)[1]
    assert out.count("“We counted") == 6
    assert "… and 13 more that fit less" in out


def test_own_rules_are_judged_with_the_shipped_ones_but_only_they_are_tested(run, write):
    folder = write("statement: {act: promise}", bad="[We will hire two men.]")
    write("statement: {act: request}", name="other-rule", bad="[Please open our account again.]")
    code, out, _ = run("rules", "test", folder)
    assert code == 0
    assert out.startswith("Rules passed: 2 of 2. Examples passed: 6 of 6.")
    out = run("rules", "test", folder, "--rule", "other-rule")[1]
    assert out.startswith("Rules passed: 1 of 1. Examples passed: 3 of 3.")


def test_hostile_examples_do_not_steer_the_terminal(run, write):
    folder = write("statement: {act: promise}", bad='["We hired \\e[31m two \\u202e men [red]."]')
    code, out, _ = run("rules", "test", folder)
    assert code == 1
    assert not {"\x1b", "\u202e"} & set(out)
    assert "[red]" in out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--rule", "future-promis"], "Did you mean 'future-promise'?"),
        (["--rule", "no-such-rule"], "There is no rule 'no-such-rule'"),
        (["MINE", "--rule", "future-promise"], "There is no rule 'future-promise' in"),
        (["nowhere"], "there is no such folder"),
        (["--model", "no_such_model"], "no_such_model"),
    ],
)
def test_what_cannot_be_tested_is_one_line(run, write, args, says):
    mine = write("statement: {act: promise}")
    code, out, err = run("rules", "test", *(mine if one == "MINE" else one for one in args))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_a_folder_of_words_alone_has_nothing_to_test(run, tmp_path):
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "marks.yaml").write_text("mine: {title: Mine, phrases: [mine]}")
    code, out, err = run("rules", "test", tmp_path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "no rule to test" in err
