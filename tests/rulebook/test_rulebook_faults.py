"""What an author hears of a rule that is wrong: every fault, with file, line and field."""

from collections.abc import Callable
from pathlib import Path

import pytest
from appeal_lint.model.errors import RulebookError
from appeal_lint.rulebook.load import load_folders

Change = Callable[[str, str], Path]
WHEN = "statement: {act: promise, agent: seller}"


def faults(*folders: Path) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        load_folders(folders)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("title: A promise", "title: [A promise", 3, "this is not YAML"),
        ("advice:", "advise:", 10, "advise: is not a known field (did you mean 'advice'?)"),
        ("act: promise", "akt: promise", 8, "when.statement.akt: is not a known field"),
        ("severity: error", "severity: eror", 3, "severity: 'eror' is not known (did you mean"),
        ("act: promise", "act: [request, promis]", 8, "'promis' is not known (did you mean 'pro"),
        ("severity: error", "severity:", 3, "severity: has no value"),
        ("each: 6", "each: 60", 4, "cost: `each` (60) must not be more than `most` (30)"),
        ("each: 6", "each: '6'", 4, "cost.each: must be a whole number"),
        ("  bad: [We will hire two inspectors.]\n", "", 12, "examples.bad: is missing"),
        ("[We hired two inspectors.]", "[]", 14, "examples.good: needs at least 1"),
        ("id: first-rule", "id: other-rule", 1, "id: must be the name of the file, 'first-rule'"),
        ("id: first-rule", "id: First_Rule", 1, "id: must be small letters"),
        ("id: first-rule", "id: con", 1, "id: cannot be 'con'"),
        ("is a promise.", "is a promise", 9, "message: must end with a full stop"),
        ("title: A promise", "title: A\ntitle: B", 3, "title: stands twice; the first is on"),
        ("act: promise", "act: promise, mark: vagu", 8, "no mark 'vagu' (did you mean 'vague'?)"),
        ("title: A promise", "title: !!python/object/apply:os.system ['x']", 2, "tags are not"),
        ("title: A promise", "title: &a A", 2, "anchors and aliases"),
        ("title: A promise", "title: *a", 2, "anchors and aliases"),
        ("{quote}", "{quote.__class__}", 9, "message: {quote.__class__} cannot be filled in"),
        ("{quote}", "{quote[0]}", 9, "{quote[0]} cannot be filled in"),
        ("{quote}", "{quote!r}", 9, "{quote!r} cannot be filled in"),
        ("{quote}", "{quote:>9}", 9, "{quote:>9} cannot be filled in"),
        ("{quote}", "{}", 9, "{} cannot be filled in"),
        ("{quote}", "{quot}", 9, "(did you mean 'quote'?)"),
        ("{quote}", "{quote", 9, "message: "),
        ("source: g", "---\nsource: g", 6, "take out the second `---`"),
        ("source: g", "element: {fba_commitment: covered}\nsource: g", 6, "'covered' is not known"),
        ("source: g", "once: issue\nsource: g", 6, "needs `issue: each`"),
    ],
)
def test_fault_is_told_with_its_line(
    folder: Path, change: Change, old: str, new: str, line: int, told: str
) -> None:
    path = change(old, new)
    assert [one for one in faults(folder) if one.startswith(f"{path}:{line}: ") and told in one]


@pytest.mark.parametrize(
    "when",
    [
        "document: {words: {at_least: 5, less_than: 5}}",
        "document: {words: {less_than: 0}}",
        "count: {at_least: 2}\n  document: {stance: admits}",
        "statement: {act: promise, not: {act: [promise, request]}}",
        "statement: {excuse: weather, not: {excuse: any}}",
        "statement: {measure: fba, not: {measure: any}}",
        "statement: {act: promise, agent: seller}\n  absent: {act: promise, agent: seller}",
        "statement: {act: promise, agent: seller}\n  absent: {act: [promise, request]}",
        "statement: {issue: each}\n  absent: {issue: any}",
        "statement: {issue: each, mark: vague}",
        "statement: {act: promise}\n  absent: {answers: $issue}",
        "statement: {issue: $issue}",
        "statement: {act: promise}\n  document: {statements: 0}",
        "statement: {not: {block: [heading, paragraph, item]}}",
        "statement: {}",
        "document: {}",
    ],
)
def test_rule_that_can_never_fire_is_refused(folder: Path, change: Change, when: str) -> None:
    path = change(WHEN, when)
    change("“{quote}”", "This")
    assert [one for one in faults(folder) if one.startswith(f"{path}:") and ": when" in one]


def test_empty_when_is_refused(folder: Path, change: Change) -> None:
    change("when:\n  " + WHEN, "when: {}")
    assert "when: is empty" in faults(folder)[0]


def test_message_on_the_whole_draft_cannot_quote(folder: Path, change: Change) -> None:
    change(WHEN, "absent: {act: request}")
    assert "message: {quote} is always empty" in faults(folder)[0]


def test_all_files_are_told_at_once(folder: Path, change: Change) -> None:
    first = change("severity: error", "severity: loud")
    second = folder / "style" / "second-rule.yaml"
    second.parent.mkdir()
    text = first.read_text(encoding="utf-8").replace("first-rule", "second-rule")
    second.write_text(text.replace("why: ", "\nwhi: ").replace("loud", "error"), encoding="utf-8")
    found = [one.partition(": ")[0] for one in faults(folder)]
    assert found == [f"{second}:1", f"{second}:6", f"{first}:3"]


def test_same_id_in_two_folders_names_both(folder: Path, tmp_path: Path) -> None:
    first = folder / "tone" / "first-rule.yaml"
    again = tmp_path / "more" / "mine" / "first-rule.yaml"
    again.parent.mkdir(parents=True)
    again.write_bytes(first.read_bytes())
    assert faults(folder, tmp_path / "more") == [
        f"{again}:1: id: 'first-rule' is the id of {first} already"
    ]


def test_alias_bomb_is_refused(folder: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    path = folder / "tone" / "bomb.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert faults(folder) == [
        f"{path}:1: YAML anchors and aliases (& and *) are not allowed; put such text in quotes"
    ]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", ":1: the file is empty"),
        (b"id: a\ntitle: \xff\n", ":2: the file is not UTF-8"),
        (b"#" * 262_145, ":1: the file is larger than 256 kB"),
        (b"[" * 100_000, ":1: there are more than 20 levels"),
        (b"- " * 100_000, ":1: there are more than 20 levels"),
        (b"id: \x00", ":1: "),
        (b"just text", ":1: must be names with values"),
        (b"? [a, b]\n: c", ":1: a name must be one plain word"),
    ],
)
def test_file_that_is_no_rule(folder: Path, raw: bytes, told: str) -> None:
    path = folder / "tone" / "broken.yaml"
    path.write_bytes(raw)
    found = faults(folder)
    assert len(found) == 1
    assert found[0].startswith(f"{path}{told}")


def test_rule_outside_a_family_is_not_passed_over(folder: Path) -> None:
    path = folder / "stray.yaml"
    path.write_text("id: stray", encoding="utf-8")
    assert faults(folder)[0].startswith(f"{path}:1: a rule belongs into a family")


def test_rule_too_deep_in_its_folder_is_not_passed_over(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "more" / "family" / "sub" / "deep.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: deep", encoding="utf-8")
    assert faults(folder, tmp_path / "more")[0].startswith(f"{path}:1: a rule belongs into")


def test_folder_without_a_rule_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert faults(folder, tmp_path / "bare")[0].startswith(f"{tmp_path / 'bare'}:1: there is no")


def test_one_wrong_word_is_one_fault(folder: Path, change: Change) -> None:
    change(WHEN, "statement: {act: promises}")
    change("“{quote}”", "This")
    assert len(faults(folder)) == 1


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("we ... a ... b ... c ... d ... e", "more than 4 gaps"),
        ("a? b? c? d? e? f? g? zzz", "or 6 optional places"),
        ("late ... now?", "needs a word that is not optional on each side"),
        ("the? ... late", "needs a word that is not optional on each side"),
        ("late|", "a word is missing beside"),
        ("@nolist late", "there is no list"),
    ],
)
def test_phrase_that_would_match_wrongly(
    folder: Path, tmp_path: Path, phrase: str, told: str
) -> None:
    path = tmp_path / "more" / "vocabulary" / "marks.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f'mine:\n  title: Mine\n  phrases: ["{phrase}"]\n', encoding="utf-8")
    (found,) = faults(folder, tmp_path / "more")
    assert told in found


def test_folder_that_is_not_there(folder: Path, tmp_path: Path) -> None:
    assert faults(folder, tmp_path / "none") == [f"{tmp_path / 'none'}:1: there is no such folder"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x: {title: X}", "target: is missing"),
        ("x: {title: X, target: y, marketplaces: usa, seen: 2026-11, source: z}", "mean 'us'?"),
        ("x: {title: X, target: y, marketplaces: us, seen: lately, source: z}", "x.seen"),
        (
            "x: {title: X, target: y, marketplaces: us, seen: 2026-11, source: z, instead_of: w}",
            "there is no such target",
        ),
    ],
)
def test_a_wrong_target_is_told(folder: Path, text: str, says: str) -> None:
    path = folder / "vocabulary" / "targets.yaml"
    path.write_text(text + "\n", encoding="utf-8")
    told = faults(folder)
    assert all(one.startswith(f"{path}:1: x.") for one in told)
    assert any(says in one for one in told)
