"""What comes out of folders of rules that are right."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from appeal_lint import rulebook
from appeal_lint.model.errors import RulebookError
from appeal_lint.model.pattern import AnyOf, Pattern, Ref, Test
from appeal_lint.model.words import Element, Excuse, Issue, Measure, Status
from appeal_lint.rulebook.load import load_folders

WHEN = "statement: {act: promise, agent: seller}"
DOCUMENT = Test("kind", "is", "document")


def patterns(folder: Path) -> tuple[Pattern, ...]:
    return load_folders([folder]).by_id["first-rule"].compiled.patterns


def test_shipped_rules_load() -> None:
    ruleset = rulebook.load()
    assert [rule.id for rule in ruleset.rules] == sorted(ruleset.by_id)
    assert set(ruleset.vocabulary.issues) == set(Issue)
    assert set(ruleset.vocabulary.measures) == set(Measure)
    assert set(ruleset.vocabulary.excuses) == set(Excuse)
    assert list(ruleset.vocabulary.elements) == list(Element)
    assert all(Path(rule.path).stem == rule.id for rule in ruleset.rules)
    assert all(Path(rule.path).parent.name == rule.family for rule in ruleset.rules)


@pytest.mark.parametrize(
    ("name", "schema"),
    [("rule", rulebook.json_schema()), ("pack", rulebook.pack_schema())],
    ids=["rule", "pack"],
)
def test_published_schema_is_that_of_the_program(name: str, schema: object) -> None:
    path = rulebook.shipped_folder() / f"{name}.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == schema


def test_schema_lets_a_word_stand_alone_or_in_a_list() -> None:
    act = rulebook.json_schema()["$defs"]["Selector"]["properties"]["act"]
    assert {"promise", "request"} < set(act["anyOf"][0]["enum"])
    assert act["anyOf"][1]["items"] == act["anyOf"][0]


def test_statement_is_the_first_pattern_and_the_draft_the_second(
    folder: Path, change: Callable[[str, str], Path]
) -> None:
    document = "document: {stance: [admits, disputes], promised: 2}"
    barred = "{measure: fba, excuse: any}"
    change(
        WHEN,
        f"""{document}
  statement: {{act: [promise, request], measure: any, not: {barred}}}""",
    )
    assert patterns(folder) == (
        Pattern(
            (
                Test("kind", "is", "statement"),
                AnyOf((Test("act", "is", "promise"), Test("act", "is", "request"))),
                Test("any_measure", "is", True),
                Test("excuse", "is", "none"),
                Test("measure_fba", "is_not", True),
            )
        ),
        Pattern(
            (
                DOCUMENT,
                Test("promised", "at_least", 2),
                Test("promised", "less_than", 3),
                AnyOf((Test("stance", "is", "admits"), Test("stance", "is", "disputes"))),
            )
        ),
    )


def test_join_looks_back_to_the_issue(folder: Path, change: Callable[[str, str], Path]) -> None:
    change(
        WHEN,
        "statement: {act: [root_cause, admission], issue: each, not: {issue: safety}}\n"
        "  absent: {act: completed, answers: $issue}",
    )
    topic, answer = patterns(folder)
    assert topic.tests[0] == Test("kind", "is", "topic")
    assert topic.tests[-1] == Test("issue", "is_not", "safety")
    assert answer == Pattern(
        (
            Test("kind", "is", "answer"),
            Test("issue", "is", Ref(0, "issue")),
            Test("act", "is", "completed"),
        ),
        absent=True,
    )


def test_count_becomes_a_tally(folder: Path, change: Callable[[str, str], Path]) -> None:
    change(WHEN, WHEN + "\n  count: {less_than: 3}")
    change("“{quote}” is", "This is")
    ruleset = load_folders([folder])
    assert patterns(folder) == (Pattern((DOCUMENT, Test("tally_first_rule", "less_than", 3))),)
    assert [tally.name for tally in ruleset.tallies] == ["tally_first_rule"]
    assert Test("act", "is", "promise") in ruleset.tallies[0].pattern.tests


def test_absence_alone_waits_for_the_draft(
    folder: Path, change: Callable[[str, str], Path]
) -> None:
    change(WHEN, "absent: [{act: request}, {mark: how}]")
    change("“{quote}” is", "This is")
    first, *absent = patterns(folder)
    assert first == Pattern((DOCUMENT,))
    assert [one.absent for one in absent] == [True, True]


def test_element_and_defaults(folder: Path, change: Callable[[str, str], Path]) -> None:
    change("source: g", "element: {fba_commitment: weak}\nsource: g")
    rule = load_folders([folder]).by_id["first-rule"]
    assert rule.element == (Element.FBA_COMMITMENT, Status.WEAK)
    assert rule.once == "match"


def test_further_folder_adds_phrases_marks_and_rules(folder: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    (more / "vocabulary").mkdir(parents=True)
    (more / "vocabulary" / "excuses.yaml").write_text("weather: {phrases: [hail]}")
    (more / "vocabulary" / "marks.yaml").write_text("mine: {title: Mine, phrases: ['@carrier x']}")
    (more / "own").mkdir()
    text = (folder / "tone" / "first-rule.yaml").read_text(encoding="utf-8")
    text = text.replace("first-rule", "own-rule").replace("agent: seller", "mark: mine")
    (more / "own" / "own-rule.yaml").write_text(text, encoding="utf-8")
    ruleset = load_folders([folder, more])
    assert ruleset.vocabulary.excuses["weather"].phrases == ("one word", "hail")
    assert list(ruleset.by_id) == ["first-rule", "own-rule"]
    assert ruleset.by_id["own-rule"].family == "own"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("excuses", "wether: {title: W, phrases: [rain]}", "(did you mean 'weather'?)"),
        ("excuses", "weather: {phrases: [rain|]}", "weather.phrases.0: a word is missing"),
        ("excuses", "weather: {phrases: ['@carier late']}", "no list 'carier' (did you mean 'carr"),
        ("excuses", "weather: {phrases: ['rain? ...']}", "needs one word that is not optional"),
        ("excuses", "weather: {phrases: [5]}", "must be text; put it in quotes"),
        ("excuses", "weather: rain", "weather: must be names with values"),
        ("issues", "safety: {case: policy}", "safety.case: is not a known field"),
        ("elements", "metric: {title: M}", "cannot change the elements"),
        ("exuses", "a: {title: A}", "no vocabulary file (did you mean 'excuses'?)"),
    ],
)
def test_fault_in_a_vocabulary(
    folder: Path, tmp_path: Path, file: str, text: str, told: str
) -> None:
    path = tmp_path / "more" / "vocabulary" / f"{file}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        load_folders([folder, tmp_path / "more"])
    assert str(caught.value).startswith(f"{path}:1: ")
    assert told in str(caught.value)


def test_closed_words_must_all_be_there(folder: Path) -> None:
    path = folder / "vocabulary" / "measures.yaml"
    path.write_text("fba: {title: FBA, phrases: [fba]}", encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        load_folders([folder])
    assert len(str(caught.value).splitlines()) == len(Measure) - 1
    assert f"{path}:1: refund: is missing" in str(caught.value)


def test_overlays_and_hidden_files_are_no_rules(folder: Path) -> None:
    (folder / "i18n").mkdir()
    (folder / "i18n" / "de.yaml").write_text("first-rule: {title: x}")
    (folder / "tone" / ".draft.yaml").write_text("half")
    (folder / "rule.schema.json").write_text("{}")
    assert list(load_folders([folder]).by_id) == ["first-rule"]


def test_language_model_is_not_needed() -> None:
    code = (
        "import sys; from appeal_lint import rulebook as r; r.load(); print('spacy' in sys.modules)"
    )
    linter = Path(rulebook.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(linter)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
