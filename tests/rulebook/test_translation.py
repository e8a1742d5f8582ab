"""Texts in another language: what lacks stays English, what is wrong is told with its place."""

from pathlib import Path

import pytest
from appeal_lint.model.errors import RulebookError
from appeal_lint.rulebook.load import load_folders
from appeal_lint.rulebook.translation import english, fingerprint
from appeal_lint.rulebook.untranslated import untranslated


@pytest.fixture
def write(folder: Path):
    def write(text: str) -> Path:
        path = folder / "i18n" / "zh.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_what_is_not_translated_stays_english(folder, write):
    write(
        "families:\n  tone: 语气\nrules:\n  first-rule:\n    message: “{quote}”是承诺。\n"
        "elements:\n  metric: {ask: 哪个指标？}\nissues:\n  returns: {title: 退货}\n"
    )
    found = load_folders([folder], "zh")
    (rule,) = found.rules
    assert (rule.message, rule.why) == (
        "“{quote}”是承诺。",
        "Amazon turns down steps that are not done.",
    )
    assert found.by_id["first-rule"] == rule
    assert (found.language, found.families) == ("zh", {"tone": "语气"})
    assert found.vocabulary.elements["metric"].ask == "哪个指标？"
    assert found.vocabulary.elements["metric"].title == "E"
    assert found.vocabulary.issues["returns"].title == "退货"
    assert load_folders([folder]).by_id["first-rule"].message == "“{quote}” is a promise."
    assert load_folders([folder], "fr").rules == load_folders([folder]).rules


def test_a_later_folder_may_say_it_otherwise(folder, write, tmp_path):
    write("rules:\n  first-rule: {title: 一, why: 二。}\n")
    more = tmp_path / "more" / "i18n"
    more.mkdir(parents=True)
    (more / "zh.yaml").write_text("rules:\n  first-rule: {title: 三}\n", encoding="utf-8")
    (rule,) = load_folders([folder, tmp_path / "more"], "zh").rules
    assert (rule.title, rule.why) == ("三", "二。")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("rules:\n  first-rul:\n    title: 一\n", 2, "rules.first-rul: is not one of the rules"),
        ("rules:\n  first-rule:\n    titel: 一\n", 3, "titel: is not a known field (did you"),
        ("rules:\n  first-rule:\n    like: 一\n", 3, "first-rule.like: is not a known field"),
        ("rule:\n  first-rule:\n    title: 一\n", 1, "rule: is not a known field (did you mean 'r"),
        ("rules:\n  first-rule:\n    title: 7\n", 3, "title: must be text; put it in quotes"),
        ("rules:\n  first-rule:\n    of: 12345678\n", 3, "of: must be text; put it in quotes"),
        ("rules:\n  first-rule:\n    title:\n", 3, "title: has no value"),
        ("rules:\n  first-rule:\n    message: “{quot}”。\n", 3, "{quot} cannot be filled in (did"),
        ("rules:\n  first-rule:\n    message: “{words}”。\n", 3, "{words} is not in the English"),
        ("rules:\n  first-rule:\n    message: “{quote.x}”。\n", 3, "{quote.x} cannot be filled in"),
        ("rules:\n  first-rule:\n    message: “{”。\n", 3, "a { or } stands alone"),
        ("elements:\n  metrik: {ask: 一}\n", 2, "elements.metrik: is not one of the elements (did"),
        ("families:\n  ton: 一\n", 2, "families.ton: there is no such family (did you"),
        ("- 一\n", 1, "must be names with values"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(folder, write, text, line, told):
    path = write(text)
    with pytest.raises(RulebookError) as caught:
        load_folders([folder], "zh")
    shown = str(caught.value)
    assert shown.startswith(f"{path}:{line}: ")
    assert told in shown
    assert load_folders([folder]).rules
    faults, _ = untranslated([folder], "zh")
    assert shown.splitlines() == [str(one) for one in faults]


def test_texts_are_stale_once_their_english_has_changed(folder, write, change):
    of = fingerprint(english(load_folders([folder]))["rules"]["first-rule"])
    path = write(f'rules:\n  first-rule:\n    of: "{of}"\n    title: 一\n    why: 二。\n')

    def told():
        _, gaps = untranslated([folder], "zh")
        return [(one.path, one.line, one.message) for one in gaps if "first-rule.of" in one.where]

    assert told() == []
    change("that are not done", "that are not finished")
    ((where, line, message),) = told()
    assert (where, line) == (path, 3)
    assert "the English has changed since" in message
    assert load_folders([folder], "zh").by_id["first-rule"].why == "二。"


def test_what_is_missing_is_listed(folder, write):
    path = write("rules:\n  first-rule: {title: 一}\n")
    _, gaps = untranslated([folder], "zh")
    told = {one.where: (one.path, one.line) for one in gaps}
    assert "rules.first-rule.title" not in told
    assert told["rules.first-rule.why"] == (path, 2)
    assert told["rules.first-rule.of"] == (path, 2)
    assert {"elements.metric.ask", "issues.returns.title", "families.tone"} <= set(told)
