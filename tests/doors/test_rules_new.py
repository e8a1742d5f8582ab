"""`appeal-lint rules new`: a file that loads, and nothing else touched."""

import json
import os
import stat

import pytest
from appeal_lint import rulebook


def files(folder):
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_new_file_loads_and_its_test_fails_until_it_is_filled_in(run, here):
    code, out, err = run("rules", "new", "customs", "customs-papers")
    assert (code, err) == (0, "")
    assert out.splitlines()[-2:] == [
        "  appeal-lint rules test rules --rule customs-papers",
        "  appeal-lint explain customs-papers --rules rules",
    ]
    assert run(*out.splitlines()[-1].split()[1:])[0] == 0
    code, out, _ = run(*out.splitlines()[-2].split()[1:])
    assert code == 1
    assert "FAIL customs-papers: these are not written yet: title, why, source" in out
    assert "FAIL customs-papers, bad 1: this must set the rule off, but does not." in out


def test_a_filled_in_example_alone_is_not_enough(run, here):
    run("rules", "new", "customs", "customs-papers")
    path = here / "rules" / "customs" / "customs-papers.yaml"
    text = path.read_text("utf-8")
    assert "Write here a sentence that must set the rule off." in text
    path.write_text(
        text.replace("Write here a sentence that must set", "We will hire two men, and must set"),
        encoding="utf-8",
    )
    code, out, _ = run("rules", "test", "rules")
    assert code == 1
    assert "bad 1" not in out
    assert "not written yet: title" in out


def test_the_first_line_leads_to_a_schema_that_is_there(run, here):
    run("rules", "new", "customs", "customs-papers", "--in", "deep/down")
    path = here / "deep" / "down" / "customs" / "customs-papers.yaml"
    first, _, rest = path.read_text("utf-8").partition("\n")
    start = "# yaml-language-server: $schema="
    assert first.startswith(start)
    schema = path.parent / first.removeprefix(start)
    assert json.loads(schema.read_text("utf-8")) == rulebook.json_schema()
    for field in rulebook.json_schema()["required"]:
        assert f"\n{field}:" in rest
    assert sorted(one.name for one in (here / "deep" / "down").iterdir()) == [
        "customs",
        "rule.schema.json",
    ]


def test_a_schema_that_is_there_stays_as_it_is(run, here):
    (here / "rules").mkdir()
    (here / "rules" / "rule.schema.json").write_text("{}")
    assert run("rules", "new", "customs", "customs-papers")[0] == 0
    assert (here / "rules" / "rule.schema.json").read_text() == "{}"


def test_the_next_commands_can_be_pasted_where_the_folder_has_a_blank(run, here):
    out = run("rules", "new", "customs", "customs-papers", "--in", "my rules")[1]
    assert "rules test 'my rules' --rule" in out or 'rules test "my rules" --rule' in out


@pytest.mark.parametrize("family", ["customs", "other"])
def test_nothing_is_overwritten(run, here, family):
    run("rules", "new", "customs", "customs-papers")
    before = files(here)
    code, out, err = run("rules", "new", family, "customs-papers")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "there already" in err
    assert files(here) == before


@pytest.mark.parametrize(
    ("family", "rule", "says"),
    [
        ("customs", "../x", "small letters"),
        ("../customs", "x", "small letters"),
        ("customs", "/etc/x", "small letters"),
        ("customs", "CON", "small letters"),
        ("customs", "con", "Windows"),
        ("aux", "x", "Windows"),
        ("vocabulary", "x", "taken by the program"),
        ("customs", "readme", "taken by the program"),
        ("customs", "a" * 300, "longer than 60"),
        ("customs", "two words", "small letters"),
        ("customs", "x\n", "small letters"),
        ("customs", "x\0", "small letters"),
        ("customs", "ü", "small letters"),
        ("customs", "", "small letters"),
        ("customs", "x\x1b[31m", "small letters"),
        ("promises", "future-promise", "shipped rule 'future-promise' already"),
        ("customs", "future-promise", "shipped rule 'future-promise' already"),
    ],
)
def test_a_name_that_cannot_be_is_one_line_and_no_file(run, here, family, rule, says):
    code, out, err = run("rules", "new", family, rule)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err
    assert "\x1b" not in err
    assert len(err) < 250
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("folder", ["file", "file/deeper", "n" * 300])
def test_a_folder_that_cannot_be_is_one_line(run, here, folder):
    (here / "file").write_text("mine")
    code, out, err = run("rules", "new", "customs", "x", "--in", folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("appeal-lint: ")
    assert "inside the program" not in err
    assert files(here) == {str(here / "file"): b"mine"}


def test_a_file_in_the_place_of_the_family_stays(run, here):
    (here / "rules").mkdir()
    (here / "rules" / "customs").write_text("mine")
    code, _, err = run("rules", "new", "customs", "x")
    assert (code, err.count("\n")) == (2, 1)
    assert (here / "rules" / "customs").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="folders without permission to write")
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(run, here):
    (here / "rules").mkdir()
    (here / "rules").chmod(stat.S_IRUSR | stat.S_IXUSR)
    code, out, err = run("rules", "new", "customs", "x")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "cannot be written" in err


def test_a_disk_that_is_full_leaves_no_half_file(run, here, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    code, out, err = run("rules", "new", "customs", "x")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "No space left" in err
    assert files(here) == {}


def test_a_word_after_rules_that_is_no_command(run):
    code, out, err = run("rules", "nwe")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "new" in err


@pytest.mark.parametrize("option", [["--rules", "x"], ["--format", "markdown"], ["--width", "60"]])
def test_an_option_that_would_have_no_effect_is_refused(run, option):
    code, out, err = run("rules", *option, "test")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert option[0] in err
