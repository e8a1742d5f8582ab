"""Findings that may stay: in a file beside the letter, in Markdown, and in a baseline."""

import json

import pytest

LETTER = """Dear Amazon Seller Performance Team,

Our Order Defect Rate rose to 1.6 % because nobody checked the lamps before dispatch.
We refunded 14 buyers on 10 June. We will hire two inspectors for the lamps.

- We will change our courier to DHL.
- Our town is remote, so parcels are slow.
"""


@pytest.fixture
def letter(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "letter.txt"
    path.write_text(LETTER)
    return path


def report(run, path, *args):
    code, out, err = run("--isolated", "--format", "json", *args, path)
    assert code != 2, err
    return json.loads(out)["drafts"][0]


def numbers(run, path, rule, *args):
    return [one["number"] for one in report(run, path, *args)["findings"] if one["rule"] == rule]


def quotes(found, rule="future-promise"):
    return [one["quote"] for one in found if one["rule"] == rule]


def test_a_finding_is_ignored_by_its_number_and_costs_nothing(run, letter):
    before = report(run, letter)
    first, second = numbers(run, letter, "future-promise")
    code, out, err = run("ignore", letter, second, "--reason", "DHL  starts on Monday")
    assert (code, err) == (0, "")
    assert "We will change our courier to DHL." in out
    assert "letter.txt.ignores.yaml" in out
    after = report(run, letter)
    assert quotes(after["findings"]) == quotes(before["findings"])[:1]
    assert after["score"] == before["score"] + 6
    (one,) = after["ignored"]
    assert one["number"] == second
    assert one["reason"] == "DHL starts on Monday"
    assert one["ignored_by"] == {"file": f"{letter}.ignores.yaml", "line": 4}
    # The others keep their numbers, so that the report on the screen stays true.
    assert numbers(run, letter, "future-promise") == [first]
    assert letter.read_text() == LETTER


def test_the_report_says_how_many_are_ignored_and_shows_them_on_request(run, letter):
    first, second = numbers(run, letter, "future-promise")
    run("ignore", letter, first, second)
    assert "2 findings are ignored. To see them: --no-ignores" in run("--isolated", letter)[1]
    shown = run("--isolated", "--no-ignores", letter)[1]
    assert "are ignored" not in shown
    assert f"ERROR {second} · " in shown
    assert (
        len(report(run, letter, "--no-ignores")["findings"])
        == len(report(run, letter)["findings"]) + 2
    )


def test_a_letter_whose_errors_are_all_ignored_is_ready(run, letter):
    found = report(run, letter)["findings"]
    run("ignore", letter, *[one["number"] for one in found], "--reason", "known")
    code, out, _ = run("--isolated", letter)
    assert code == 0
    assert "Score 100 of 100" in out


def test_a_finding_on_the_whole_letter_stays_ignored(run, letter):
    (number,) = numbers(run, letter, "fba-missing")
    run("ignore", letter, number)
    letter.write_text(LETTER + "\nWe thank you for reading this letter again.\n")
    assert "fba-missing" not in {one["rule"] for one in report(run, letter)["findings"]}


def test_undo_brings_it_back_and_the_file_goes_with_the_last(run, letter):
    number, other = numbers(run, letter, "future-promise")
    run("ignore", letter, number, other)
    code, out, _ = run("ignore", letter, number, "--undo")
    assert code == 0
    assert "No longer ignored" in out
    assert numbers(run, letter, "future-promise") == [number]
    run("ignore", letter, other, "--undo")
    assert not letter.with_name("letter.txt.ignores.yaml").exists()
    assert "Not ignored" in run("ignore", letter, other, "--undo")[1]


def test_what_is_ignored_already_is_said_and_not_written_twice(run, letter):
    (number, _) = numbers(run, letter, "future-promise")
    run("ignore", letter, number)
    kept = letter.with_name("letter.txt.ignores.yaml").read_text()
    assert "Already ignored" in run("ignore", letter, number)[1]
    assert letter.with_name("letter.txt.ignores.yaml").read_text() == kept


def test_unused_unknown_and_lapsed_ignores_are_told_apart_and_pruned(run, letter):
    (number, _) = numbers(run, letter, "future-promise")
    run("ignore", letter, number)
    side = letter.with_name("letter.txt.ignores.yaml")
    with side.open("a") as file:
        file.write("- rule: future-promis\n  words: We refunded 14 buyers on 10 June.\n")
        file.write("- rule: tone-anger\n  words: We refunded 14 buyers on 10 June.\n")
    letter.write_text(LETTER.replace("two inspectors", "three inspectors"))
    idle = report(run, letter)["idle_ignores"]
    assert [(one["why"], one["rule"]) for one in idle] == [
        ("lapsed", "future-promise"), ("unknown", "future-promis"), ("unused", "tone-anger"),
    ]  # fmt: skip
    shown = " ".join(run("--isolated", letter)[1].split())
    assert "have changed, so nothing is ignored (future-promise)." in shown
    assert "There is no rule future-promis" in shown
    assert "tone-anger finds nothing there" in shown
    assert "ignore " in shown
    assert "--prune" in shown
    code, out, _ = run("ignore", letter, "--prune")
    assert (code, out) == (0, "Taken out: 3 ignores that did nothing.\n")
    assert report(run, letter)["idle_ignores"] == []
    assert not side.exists()


@pytest.mark.parametrize(
    ("old", "new", "stays"),
    [
        ("two inspectors for the lamps.", "two inspectors for the\nlamps.", True),
        ("We refunded 14 buyers on 10 June. ", "", True),
        ("We refunded 14 buyers on 10 June. ", "On 10 June we paid back 14 buyers! ", True),
        ("We will hire", "we   will hire", True),
        ("We will hire two", "We will hire three", False),
        ("for the lamps.", "for the lamps and the vases.", False),
        ("We will hire two", "We will soon hire two", False),
    ],
)
def test_it_survives_edits_elsewhere_and_lapses_with_its_words(run, letter, old, new, stays):
    (number, _) = numbers(run, letter, "future-promise")
    run("ignore", letter, number)
    letter.write_text(LETTER.replace(old, new))
    after = report(run, letter)
    assert any("inspectors" in one for one in quotes(after["findings"])) is not stays
    assert bool(after["ignored"]) is stays


def test_a_comment_in_markdown_ignores_what_follows_and_is_not_read(run, letter):
    page = letter.with_suffix(".md")
    page.write_text(
        LETTER.replace(
            "- We will change",
            "<!-- appeal-lint: ignore future-promise, vague-words -- starts on Monday -->\n"
            "- We will change",
        )
        + "\n<!-- We will never send this sentence to Amazon. -->\n"
    )
    found = report(run, page)
    assert quotes(found["findings"]) == ["We will hire two inspectors for the lamps."]
    (one,) = found["ignored"]
    assert (one["quote"], one["reason"]) == (
        "We will change our courier to DHL.",
        "starts on Monday",
    )
    assert [(two["why"], two["rule"], two["line"]) for two in found["idle_ignores"]] == [
        ("unused", "vague-words", 6)
    ]
    source = page.read_text()
    for each in [*found["findings"], *found["ignored"]]:
        assert source[each["start"] : each["end"]] == each["quote"]
    assert len(quotes(report(run, page, "--no-ignores")["findings"])) == 2


def test_a_comment_may_stand_in_its_paragraph_or_be_for_the_whole_letter(run, letter):
    page = letter.with_suffix(".md")
    page.write_text(
        LETTER.replace(
            "for the lamps.", "for the lamps. <!-- appeal-lint: ignore future-promise -->"
        )
        + "\n<!-- appeal-lint: ignore fba-missing -->\n"
    )
    found = report(run, page)
    assert quotes(found["findings"]) == ["We will change our courier to DHL."]
    assert "fba-missing" not in {one["rule"] for one in found["findings"]}
    assert found["idle_ignores"] == []


def test_a_comment_that_is_not_understood_is_told(run, letter):
    page = letter.with_suffix(".md")
    page.write_text(LETTER + "\n<!-- appeal-lint: disable everything -->\n")
    (idle,) = report(run, page)["idle_ignores"]
    assert (idle["why"], idle["rule"], idle["line"]) == ("unclear", "", 9)


def test_plain_text_has_no_comments_since_it_is_pasted_as_it_is(run, letter):
    letter.write_text(
        LETTER.replace("- We will", "<!-- appeal-lint: ignore future-promise -->\n- We will")
    )
    found = report(run, letter)
    assert found["ignored"] == []
    assert len(quotes(found["findings"])) == 2


def test_a_baseline_ignores_boilerplate_in_every_letter(run, letter, tmp_path):
    boiler = tmp_path / "boiler.txt"
    boiler.write_text("Dear team,\n\nWe will change our courier to DHL.\n\nWe will be careful.\n")
    code, out, err = run("baseline", "--isolated", boiler, "--output-file", "base.yaml")
    assert (code, out, err) == (0, "", "")
    found = report(run, letter, "--baseline", "base.yaml")
    assert quotes(found["findings"]) == ["We will hire two inspectors for the lamps."]
    assert quotes(found["ignored"]) == ["We will change our courier to DHL."]
    assert found["idle_ignores"] == []  # no letter has all of it
    assert "fba-missing" in {one["rule"] for one in found["findings"]}
    (tmp_path / ".appeal-lint.yaml").write_text("baseline: base.yaml\n")
    assert len(json.loads(run("--format", "json", letter)[1])["drafts"][0]["ignored"]) == 1
    assert report(run, letter)["ignored"] == []


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["letter.txt", "99"], "There is no finding 99. The numbers go from 1 to "),
        (["letter.txt"], "Name a finding by its number"),
        (["letter.txt", "0"], "0 is not in the range"),
        (["letter.txt", "first"], "not a valid integer"),
        (["none.txt", "1"], "there is no such file"),
        (["-", "1"], "Standard input"),
    ],
)
def test_bad_calls_are_one_clear_line_and_write_nothing(run, letter, args, says):
    code, out, err = run("ignore", *args)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1
    assert [one.name for one in letter.parent.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "the file is empty"),
        ("version: 1\nignores:\n- rule: x\n  word: y\n", 4, "did you mean 'words'?"),
        ("version: 2\nignores: []\n", 1, "install a newer one"),
        ("ignores: {}\n", 1, "must be a list"),
        ("\0", 1, "character"),
    ],
)
def test_a_broken_file_beside_a_letter_is_told_and_kept(run, letter, text, line, says):
    side = letter.with_name("letter.txt.ignores.yaml")
    side.write_text(text)
    for args in (["--isolated", letter], ["ignore", letter, "1"]):
        code, out, err = run(*args)
        assert (code, out) == (2, "")
        assert f"{side}:{line}: " in err
        assert says in err
    assert side.read_text() == text


def test_the_other_letters_are_judged_where_one_file_of_ignores_is_broken(run, letter, tmp_path):
    (tmp_path / "other.txt").write_text(LETTER)
    letter.with_name("letter.txt.ignores.yaml").write_text("x")
    code, out, _ = run("--isolated", letter, "other.txt")
    assert code == 2
    assert out.startswith("other.txt\nNOT READY")


def test_code_scanning_hears_of_ignored_findings_as_suppressed(run, letter):
    number, _ = numbers(run, letter, "future-promise")
    run("ignore", letter, number, "--reason", "they start on Monday")
    results = json.loads(run("--isolated", "--format", "sarif", letter)[1])["runs"][0]["results"]
    suppressed = [one for one in results if one.get("suppressions")]
    assert [one["suppressions"][0]["justification"] for one in suppressed] == [
        "they start on Monday"
    ]
    assert suppressed[0]["ruleId"] == "future-promise"


def test_the_plain_report_says_it_too_and_keeps_the_numbers(run, letter):
    number, other = numbers(run, letter, "future-promise")
    total = len(report(run, letter)["findings"])
    run("ignore", letter, number)
    shown = run("--isolated", "--format", "plain", letter)[1]
    assert "1 finding is ignored." in shown
    assert f"Finding {other} of {total}." in shown
    assert f"Finding {number} of" not in shown


def test_what_is_hidden_is_neither_idle_nor_pruned(run, letter):
    number, _ = numbers(run, letter, "future-promise")
    run("ignore", letter, number, "--reason", "first")
    for args in (["--select", "tone"], ["--ignore", "promises"]):
        assert report(run, letter, *args)["idle_ignores"] == []
        assert "Taken out: 0" in run("ignore", letter, "--prune", "--isolated", *args)[1]
    (letter.parent / ".appeal-lint.yaml").write_text("rules: {future-promise: off}\n")
    assert "Taken out: 0" in run("ignore", letter, "--prune")[1]
    assert len(report(run, letter)["ignored"]) == 1


def test_numbers_are_the_same_whatever_is_selected(run, letter):
    first, second = numbers(run, letter, "future-promise")
    assert numbers(run, letter, "future-promise", "--select", "promises") == [first, second]
    assert numbers(run, letter, "future-promise", "--ignore", "cause,fba") == [first, second]


def test_a_report_takes_the_place_of_no_settings_and_no_ignores(run, letter):
    run("ignore", letter, 1)
    side = letter.with_name("letter.txt.ignores.yaml")
    kept = side.read_text()
    for target in (side.name, ".appeal-lint.yaml", "pyproject.toml"):
        for command in ([], ["baseline"]):
            code, out, err = run(*command, letter, "--output-file", target)
            assert (code, out) == (2, "")
            assert "Name another file" in err
    assert side.read_text() == kept


def test_a_reason_of_any_bytes_can_be_read_again(run, letter):
    run("ignore", letter, 1, "--reason", "bad \udcff byte \x85 \u2028 “quoted”: - #")
    (one,) = report(run, letter)["ignored"]
    assert one["reason"].startswith("bad ? byte")


def test_a_letter_with_a_long_name_is_checked(run, letter):
    long = letter.with_name("x" * 250)
    long.write_text(LETTER)
    assert run("--isolated", long)[0] == 1
    code, out, err = run("ignore", long, 1)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_nothing_is_written_where_nothing_changes(run, letter):
    run("ignore", letter, 1)
    side = letter.with_name("letter.txt.ignores.yaml")
    side.write_text(side.read_text() + "# asked Li on 3 May, keep\n")
    run("ignore", letter, 1)
    assert "asked Li" in side.read_text()


def test_a_linked_file_of_ignores_stays_a_link(run, letter):
    side, store = letter.with_name("letter.txt.ignores.yaml"), letter.with_name("store.yaml")
    store.write_text("version: 1\nignores: []\n")
    side.symlink_to(store.name)
    number, _ = numbers(run, letter, "future-promise")
    run("ignore", letter, number)
    assert "future-promise" in store.read_text()
    run("ignore", letter, number, "--undo")
    assert side.is_symlink()
    assert "future-promise" not in store.read_text()


def test_a_list_of_ignores_is_no_letter(run, letter):
    run("ignore", letter, 1)
    code, out, err = run("--isolated", letter, f"{letter}.ignores.yaml")
    assert code == 1
    assert out.count("Score ") == 1
    assert "this is a list of ignores, not a letter" in err


def test_a_comment_may_name_a_family_and_a_slip_gets_a_hint(run, letter):
    page = letter.with_suffix(".md")
    page.write_text(
        LETTER.replace("- We will", "<!-- appeal-lint: Ignore promises -->\n- We will")
        + "\n<!-- appeal-lint: ignore future-promis -->\n"
    )
    found = report(run, page)
    assert quotes(found["ignored"]) == ["We will change our courier to DHL."]
    assert "Did you mean future-promise?" in " ".join(run("--isolated", page)[1].split())
