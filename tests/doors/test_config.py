"""Configuration, as users meet it: where it is found, what wins, and what is wrong with it."""

import json

import pytest

PROMISE = """Dear Amazon Seller Performance Team,

Our Order Defect Rate rose to 1.6 % because of negative feedback in May.
We will hire two inspectors.
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with a letter that has a promise, and no configuration of a user."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "letter.txt").write_text(PROMISE)
    monkeypatch.chdir(folder)
    return folder


def severities(run, *args):
    code, out, err = run("--format", "json", *args)
    assert code != 2, err
    return {one["rule"]: one["severity"] for one in json.loads(out)["drafts"][0]["findings"]}


def minimum(run, *args):
    return json.loads(run("--format", "json", *args)[1])["drafts"][0]["minimum"]


def in_force(run, *args):
    code, out, err = run("config", "--format", "json", *args)
    assert code == 0, err
    return json.loads(out)


def user_file():
    from appeal_lint.doors.scope import user_file

    path = user_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_each_layer_stands_above_the_one_before(run, place, monkeypatch):
    assert minimum(run, "letter.txt") == 80
    user_file().write_text("min-score: 10\nfail-on: never\n")
    assert minimum(run, "letter.txt") == 10
    (place / ".appeal-lint.yaml").write_text("min-score: 20\n")
    assert minimum(run, "letter.txt") == 20
    monkeypatch.setenv("APPEAL_LINT_MIN_SCORE", "30")
    assert minimum(run, "letter.txt") == 30
    assert minimum(run, "--min-score", "40", "letter.txt") == 40
    # What a higher layer does not speak of stays.
    assert run("letter.txt")[0] == 0
    assert run("--fail-on", "error", "letter.txt")[0] == 1


def test_isolated_leaves_out_files_and_the_environment(run, place, monkeypatch):
    user_file().write_text("min-score: 10\n")
    (place / ".appeal-lint.yaml").write_text("min-scor: broken\n")
    monkeypatch.setenv("APPEAL_LINT_MIN_SCORE", "30")
    assert minimum(run, "--isolated", "letter.txt") == 80
    assert minimum(run, "--isolated", "--min-score", "7", "letter.txt") == 7


def test_the_nearest_file_counts_and_a_pyproject_without_our_table_is_passed(run, place):
    inner = place / "ip" / "one"
    inner.mkdir(parents=True)
    (inner / "letter.txt").write_text(PROMISE)
    (place / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.appeal-lint]\nmin-score=11\n'
    )
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert minimum(run, "ip/one/letter.txt") == 11
    (place / "ip" / ".appeal-lint.yaml").write_text("min-score: 22\n")
    assert minimum(run, "ip/one/letter.txt") == 22
    assert minimum(run, "letter.txt") == 11
    (place / ".appeal-lint.yaml").write_text("min-score: 33\n")
    assert minimum(run, "letter.txt") == 33
    _, out, _ = run("--format", "json", "letter.txt", "ip/one/letter.txt")
    assert [one["minimum"] for one in json.loads(out)["drafts"]] == [33, 22]
    (place / "mine.yaml").write_text("min-score: 44\n")
    assert minimum(run, "--config", "mine.yaml", "ip/one/letter.txt") == 44


def test_standard_input_has_the_configuration_of_its_name(run, place, monkeypatch):
    import io
    import sys

    (place / "ip").mkdir()
    (place / "ip" / ".appeal-lint.yaml").write_text("min-score: 22\n")
    for args, expected in (([], 80), (["--stdin-filename", "ip/new.txt"], 22)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROMISE.encode())))
        assert minimum(run, *args, "-") == expected


def test_rules_change_severity_and_cost_and_go_off(run, place):
    assert severities(run, "letter.txt")["future-promise"] == "error"
    assert "fba-missing" in severities(run, "letter.txt")
    (place / ".appeal-lint.yaml").write_text(
        "rules:\n  future-promise: {severity: warning, cost: {each: 50, most: 60}}\n"
        "  fba-missing: off\n"
    )
    found = severities(run, "letter.txt")
    assert found["future-promise"] == "warning"
    assert "fba-missing" not in found
    lost = json.loads(run("--format", "json", "letter.txt")[1])["drafts"][0]["lost"]
    assert {"rule": "future-promise", "points": 50, "count": 1} in lost


def test_a_user_switches_a_rule_off_and_a_project_on_again(run, place):
    user_file().write_text("rules: {future-promise: off}\n")
    assert "future-promise" not in severities(run, "letter.txt")
    (place / "pyproject.toml").write_text('[tool.appeal-lint.rules]\nfuture-promise = "on"\n')
    assert "future-promise" in severities(run, "letter.txt")


def test_lists_of_what_to_ignore_add_up(run, place):
    (place / ".appeal-lint.yaml").write_text("ignore: fba\n")
    found = severities(run, "--ignore", "promises", "letter.txt")
    assert not {"fba-missing", "future-promise"} & set(found)


def test_profiles_go_by_the_path(run, place):
    (place / "ip").mkdir()
    for name in ("ip/letter.txt", "b-odr.txt"):
        (place / name).write_text(PROMISE)
    (place / ".appeal-lint.yaml").write_text(
        "min-score: 50\n"
        "profiles:\n"
        '  - {paths: ["ip/"], min-score: 60}\n'
        '  - {paths: "*-odr.txt", min-score: 70, rules: {future-promise: warning}}\n'
    )
    found = [minimum(run, one) for one in ("letter.txt", "ip/letter.txt", "b-odr.txt")]
    assert found == [50, 60, 70]
    assert severities(run, "b-odr.txt")["future-promise"] == "warning"
    assert severities(run, "letter.txt")["future-promise"] == "error"


def test_config_names_the_place_of_every_value(run, place, monkeypatch):
    (place / "pyproject.toml").write_text(
        "[project]\nname = 'x'\n\n[tool.appeal-lint]\nignore = [\n  'tone',\n]\nmin-score = 70\n"
        "[tool.appeal-lint.rules]\nvague-words.severity = 'info'\n"
        "[[tool.appeal-lint.profiles]]\npaths = ['ip/']\nmin-score = 90\n"
    )
    monkeypatch.setenv("APPEAL_LINT_IGNORE", "style")
    found = in_force(run, "--engine", "reference")
    path = str(place / "pyproject.toml")
    assert found["min-score"] == {"value": 70, "layers": ["project file"], "places": [f"{path}:8"]}
    assert found["ignore"]["value"] == ["tone", "style"]
    assert found["ignore"]["places"] == [f"{path}:5", "APPEAL_LINT_IGNORE"]
    assert found["engine"] == {"value": "reference", "layers": ["flag"], "places": ["flag"]}
    assert found["rules.vague-words.severity"]["places"] == [f"{path}:10"]
    assert found["fail-on"]["layers"] == ["default"]
    assert in_force(run, "ip/a.txt")["min-score"]["places"] == [f"{path}:13"]
    text = run("config")[1]
    assert "min-score" in text
    assert f"{path}:8" in "".join(text.split())


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("min-scor: 3", 1, "did you mean 'min-score'?"),
        ("min-score: 80\nmin-score: 70", 2, "stands twice"),
        ("min-score: 101", 1, "at most 100"),
        ("min-score: '80'", 1, "must be a whole number"),
        ("language: chinese", 1, "write one of: en, zh"),
        ("marketplace: usa", 1, "did you mean 'us'?"),
        ("\nengine: durabel", 2, "did you mean 'durable'?"),
        ("rules:\n  vague-words: of", 2, "write one of: on, off"),
        ("rules:\n  vague-word: off", 2, "did you mean 'vague-words'?"),
        ("rules:\n  vague-words: {cots: 3}", 2, "did you mean 'cost'?"),
        ("ignore: [tone, stile]", 1, "did you mean 'style'?"),
        ("profiles:\n  - min-score: 3", 2, "paths: is missing"),
        ("profiles:\n  - {paths: x, profiles: []}", 2, "is not a known field"),
        ("- a", 1, "must be names with values"),
        ("min-score: ]", 1, "this is not YAML"),
        ("a: &x 1\nb: *x", 1, "anchors"),
    ],
)  # fmt: skip
def test_a_wrong_key_or_value_is_one_clear_line(run, place, text, line, says):
    path = place / ".appeal-lint.yaml"
    path.write_text(text + "\n")
    code, out, err = run("letter.txt")
    assert (code, out) == (2, "")
    assert f"{path}:{line}: " in err
    assert says in err
    assert "Traceback" not in err
    assert run("--isolated", "letter.txt")[0] == 1


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[tool.appeal-lint]\nmin-scor = 3", 2, "did you mean 'min-score'?"),
        ("[tool.appeal-lint]\nignore = [\n 'tone',\n 'stile',\n]", 2, "did you mean 'style'?"),
        ("[tool.appeal-lint]\n\n[tool.appeal-lint.rules]\nx = 'off'", 4, "there is no rule 'x'"),
        ("[tool]\nappeal-lint = 3", 2, "must be names with values"),
        ("[tool.appeal-lint]\nx = [", 2, "this is not TOML"),
        ("[tool.appeal-lint]\nmin-score = 1.5", 2, "must be a whole number"),
    ],
)
def test_so_is_one_in_a_pyproject(run, place, text, line, says):
    path = place / "pyproject.toml"
    path.write_text(text + "\n")
    code, out, err = run("letter.txt")
    assert (code, out) == (2, "")
    assert f"{path}:{line}: " in err
    assert says in err


def test_all_faults_are_told_at_once(run, place):
    (place / ".appeal-lint.yaml").write_text("min-scor: 3\nlanguage: xx\n")
    assert len(run("letter.txt")[2].splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("APPEAL_LINT_MIN_SCOR", "3", "did you mean 'APPEAL_LINT_MIN_SCORE'?"),
        ("APPEAL_LINT_MIN_SCORE", "many", "must be a whole number"),
        ("APPEAL_LINT_FAIL_ON", "errors", "did you mean 'error'?"),
        ("APPEAL_LINT_SELECT", "promise", "did you mean 'promises'?"),
    ],
)
def test_a_wrong_variable_is_named(run, place, monkeypatch, name, value, says):
    monkeypatch.setenv(name, value)
    code, out, err = run("letter.txt")
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1


def test_a_configuration_that_is_not_there_is_said(run, place):
    code, _, err = run("--config", "none.yaml", "letter.txt")
    assert code == 2
    assert "none.yaml" in err


def test_paths_in_a_file_lead_from_its_folder(run, place):
    pack = place / "own" / "house"
    pack.mkdir(parents=True)
    from appeal_lint import rulebook

    text = (rulebook.shipped_folder() / "style" / "vague-words.yaml").read_text("utf-8")
    (pack / "own-words.yaml").write_text(text.replace("id: vague-words", "id: own-words"), "utf-8")
    (place / "ip").mkdir()
    (place / "ip" / "letter.txt").write_text(PROMISE + "We will ship as soon as possible.\n")
    (place / ".appeal-lint.yaml").write_text("packs: own\nrules: {own-words: error}\n")
    assert severities(run, "ip/letter.txt")["own-words"] == "error"


def test_init_writes_a_file_that_changes_nothing_and_explains_every_key(run, place):
    before = in_force(run)
    code, out, _ = run("init")
    assert code == 0
    assert ".appeal-lint.yaml" in out
    text = (place / ".appeal-lint.yaml").read_text("utf-8")
    assert in_force(run) == before
    for key in before:
        assert f"# {key}:" in text
    code, _, err = run("init")
    assert code == 2
    assert "Change that one" in err
    assert (place / ".appeal-lint.yaml").read_text("utf-8") == text


def test_every_line_that_init_offers_may_be_used(run, place):
    import re

    run("init")
    path = place / ".appeal-lint.yaml"
    text = re.sub(r"(?m)^# (?=( |[a-z-]+:(?: |$)))", "", path.read_text("utf-8"))
    text = "\n".join(line for line in text.splitlines() if not line.startswith("packs"))
    path.write_text(text.replace("\nmodel:", "\n# model:"), "utf-8")
    found = in_force(run, "late-delivery/x.txt")
    assert found["min-score"]["value"] == 90
    assert found["rules.future-promise.most"]["value"] == 40


def test_the_published_schema_is_that_of_the_program(run):
    from appeal_lint import rulebook

    published = rulebook.shipped_folder() / "config.schema.json"
    assert run("schema", "config")[1] == published.read_text("utf-8")


def test_a_pyproject_that_does_not_speak_of_us_is_none_of_our_business(run, place):
    (place / "pyproject.toml").write_bytes("[tool.black]\n".encode("utf-16"))
    assert minimum(run, "letter.txt") == 80
    (place / "pyproject.toml").write_text("# filler\n" * 40_000)
    assert minimum(run, "letter.txt") == 80
    (place / "pyproject.toml").write_text('x = """\n[tool.appeal-lint]\nmin-score = 3\n"""\n')
    assert minimum(run, "letter.txt") == 80


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_a_pyproject_are_right_wherever_the_table_stands(run, place, end):
    rows = [
        "[project]", 'dependencies = ["appeal-lint"]', "", "[ tool . 'appeal-lint' ] # ours",
        "", "# the score", "min-score = 70", 'ignore = [', '  "tone",', "", ']', "[tool.other]",
        "min-score = 1", "[tool.appeal-lint.rules.too-long]", 'severity = "info"',
    ]  # fmt: skip
    (place / "pyproject.toml").write_bytes(end.join(rows).encode())
    found = in_force(run)
    path = place / "pyproject.toml"
    assert found["min-score"]["places"] == [f"{path}:7"]
    assert found["ignore"]["places"] == [f"{path}:8"]
    assert found["rules.too-long.severity"]["places"] == [f"{path}:15"]
    (place / "pyproject.toml").write_text("tool.appeal-lint.min-score = 60\n")
    assert in_force(run)["min-score"]["places"] == [f"{path}:1"]


def test_a_link_to_nowhere_is_told(run, place):
    (place / ".appeal-lint.yaml").symlink_to("nowhere.yaml")
    code, out, err = run("letter.txt")
    assert (code, out) == (2, "")
    assert ".appeal-lint.yaml" in err


@pytest.mark.parametrize("pattern", ["!", "[z-a].txt"])
def test_a_pattern_that_is_none_is_told_with_its_line(run, place, pattern):
    path = place / ".appeal-lint.yaml"
    path.write_text(f"profiles:\n  - paths: ['{pattern}']\n    min-score: 5\n")
    code, out, err = run("letter.txt")
    assert (code, out) == (2, "")
    assert f"{path}:2: profiles.0.paths.0: " in err
    assert "is no pattern" in err


def test_one_broken_configuration_stops_only_its_own_letters(run, place):
    for name, text in (("good", "min-score: 5"), ("bad", "min-scor: 5")):
        (place / name).mkdir()
        (place / name / ".appeal-lint.yaml").write_text(text)
        (place / name / "letter.txt").write_text(PROMISE)
    code, out, err = run("--format", "json", "good/letter.txt", "bad/letter.txt")
    assert code == 2
    assert [one["path"] for one in json.loads(out)["drafts"]] == ["good/letter.txt"]
    assert "bad/.appeal-lint.yaml:1: min-scor" in err


def test_a_folder_of_rules_that_is_named_twice_counts_once(run, place):
    pack = place / "own" / "house"
    pack.mkdir(parents=True)
    from appeal_lint import rulebook

    text = (rulebook.shipped_folder() / "style" / "vague-words.yaml").read_text("utf-8")
    (pack / "own-words.yaml").write_text(text.replace("id: vague-words", "id: own-words"), "utf-8")
    (place / ".appeal-lint.yaml").write_text("packs: [own]\n")
    code, out, err = run("explain", "own-words", "--rules", "./own", "--rules", "own")
    assert (code, err) == (0, "")
    assert out.startswith("own-words: ")


def test_switches_may_be_words(run, place):
    (place / ".appeal-lint.yaml").write_text(
        "marketplace: UK\nselect: []\nrules: {future-promise: {on: off}}\n"
    )
    assert in_force(run)["marketplace"]["value"] == "uk"
    assert "future-promise" not in severities(run, "letter.txt")


def test_init_says_which_configuration_it_takes_the_place_of(run, place):
    (place / "pyproject.toml").write_text("[tool.appeal-lint]\nmin-score = 77\n")
    code, out, err = run("init")
    assert (code, out) == (2, "")
    assert "pyproject.toml" in err
    (place / "sub").mkdir()
    code, out, _ = run("init", "sub")
    assert code == 0
    assert f"takes the place of {place / 'pyproject.toml'}" in out


def test_config_and_isolated_contradict_each_other(run, place):
    code, out, err = run("--config", "mine.yaml", "--isolated", "letter.txt")
    assert (code, out) == (2, "")
    assert "cannot stand together" in err


def test_a_rule_that_is_not_filled_in_judges_no_letter(run, place):
    run("rules", "new", "house", "my-rule", "--in", "own")
    code, out, err = run("--isolated", "--rules", "own", "letter.txt")
    assert code == 1
    assert "Write here" not in out
    assert "own/house/my-rule.yaml: this rule is not filled in yet" in err


def test_config_says_what_holds_where_the_program_chooses(run, place):
    found = in_force(run)
    assert found["language"]["value"] == "en"
    assert found["engine"]["value"] in ("durable", "reference")
    assert found["model"]["value"].startswith("en_core_web_sm")


def test_the_list_of_rules_says_what_the_configuration_changed(run, place):
    (place / ".appeal-lint.yaml").write_text("rules: {too-long: off, vague-words: error}\n")
    out = run("rules")[1]
    assert "too-long                   OFF. " in out
    assert "vague-words                ERROR. " in out
    assert "It is off in the configuration." in run("explain", "too-long")[1]
    assert "OFF" not in run("rules", "--isolated")[1]
