"""A folder with `pack.yaml`: its name, its version, what it needs, where its pages are."""

import json

import pytest

RULE = """\
id: {id}
title: It asks
severity: warning
cost: {{each: 1, most: 1}}
why: Amazon minds.
source: somebody
when: {{statement: {{act: request}}}}
message: '“{{quote}}” asks.'
advice: Nothing.
like: Please open our account again.
examples:
  bad: [Please open our account again.]
  good: [We hired two men.]
"""


@pytest.fixture
def pack(tmp_path):
    """Return a function that writes a folder of one rule, and its pack.yaml if it has one."""

    def write(name, text=None):
        folder = tmp_path / name
        (folder / "own").mkdir(parents=True, exist_ok=True)
        (folder / "own" / f"{name}-rule.yaml").write_text(RULE.format(id=f"{name}-rule"))
        if text is not None:
            (folder / "pack.yaml").write_text(text, encoding="utf-8")
        return folder

    return write


def test_a_pack_is_used_listed_and_names_its_pages(run, pack, sample):
    folder = pack(
        "road", 'name: road\nversion: "1.2"\npages: https://example.org/road/{rule}.html\n'
    )
    code, out, err = run("rules", "--rules", folder)
    assert (code, err) == (0, "")
    assert "  road-rule " in out
    assert f"Packs\n  road                       1.2, from {folder}"[:40] in out
    page = "https://example.org/road/road-rule.html"
    assert f"  Page  {page}" in run("explain", "road-rule", "--rules", folder)[1].splitlines()
    report = json.loads(run("--format", "json", "--rules", folder, sample)[1])
    pages = {one["rule"]: one["page"] for one in report["drafts"][0]["findings"]}
    assert pages["road-rule"] == page
    assert pages["future-promise"] == "docs/rules/future-promise.md"


def test_a_folder_without_pack_yaml_works_as_before(run, pack, sample):
    folder = pack("plain")
    out = run("rules", "--rules", folder)[1]
    assert "  plain-rule " in out
    assert "Packs" not in out
    assert "  Page" not in run("explain", "plain-rule", "--rules", folder)[1]
    report = json.loads(run("--format", "json", "--rules", folder, sample)[1])
    pages = {one["rule"]: one["page"] for one in report["drafts"][0]["findings"]}
    assert pages["plain-rule"] is None


def test_the_list_without_packs_does_not_speak_of_them(run):
    assert "Packs" not in run("rules")[1]
    assert "appeal-lint-rules" not in run("rules")[1]


def test_the_page_of_a_shipped_rule_is_a_file_that_is_there(run):
    (row,) = [
        row for row in run("explain", "future-promise")[1].splitlines() if row.startswith("  Page")
    ]
    with open(row.removeprefix("  Page  "), encoding="utf-8") as page:
        assert page.read().startswith("# future-promise: ")


@pytest.mark.parametrize(
    "needs",
    ["appeal-lint>=0.1", "[appeal-lint, 'appeal-lint-rules>=0.1,<9']", "sea>=1", "Sea", "sea<2"],
)
def test_needs_that_are_met(run, pack, needs):
    road = pack("road", f'name: road\nversion: "1"\nneeds: {needs}\n')
    sea = pack("sea", 'name: sea\nversion: "1.4"\n')
    for folders in ([road, sea], [sea, road]):
        assert run("rules", *(part for one in folders for part in ("--rules", one)))[0] == 0


@pytest.mark.parametrize(
    ("needs", "says"),
    [
        ("appeal-lint>=99", "appeal-lint>=99 is needed, and appeal-lint "),
        ("sea>=2", "sea>=2 is needed, and sea 1.4 is here"),
        ("water", "water is needed, and there is no pack 'water'"),
        ("[sea>=1, saa>=1]", "needs.1: saa>=1 is needed, and there is no pack 'saa' (did you mean"),
    ],
)
def test_a_need_that_is_not_met_is_one_line(run, pack, needs, says):
    road = pack("road", f'name: road\nversion: "1"\nneeds: {needs}\n')
    sea = pack("sea", 'name: sea\nversion: "1.4"\n')
    # What the missing pack would have brought is not told as a fault of the rule.
    (road / "own" / "road-rule.yaml").write_text("id: road-rule\nwhen: {mark: from_elsewhere}\n")
    code, out, err = run("rules", "--rules", road, "--rules", sea)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"appeal-lint: {road / 'pack.yaml'}:3: needs")
    assert says in err


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (
            'name: road\nversion: "1"\npags: x\n',
            3,
            "pags: is not a known field (did you mean 'pages'",
        ),
        ("name: road\nversion: 1.0\n", 2, "version: must be text; put it in quotes"),
        ('name: road\nversion: "one"\n', 2, "version: is no version"),
        ("name: road\n", 1, "version: is missing"),
        ('version: "1"\n', 1, "name: is missing"),
        ('name: Road Rules\nversion: "1"\n', 1, "name: must be small letters"),
        ('name: appeal-lint\nversion: "1"\n', 1, "the program itself"),
        ('name: appeal-lint-rules\nversion: "1"\n', 1, "is the pack in"),
        ('name: road\nversion: "1"\nneeds: "a b"\n', 3, "must be a name and its versions"),
        ('name: road\nversion: "1"\nneeds: [sea, 5]\n', 3, "needs.1: must be text"),
        ('name: road\nversion: "1"\nneeds: "sea[x]>=1"\n', 3, "a name and its versions only"),
        ('name: road\nversion: "1"\nneeds: "sea @ file:///x"\n', 3, "a name and its versions only"),
        ('name: road\nversion: "1"\npages: "https://example.org/x"\n', 3, "with {rule} in it"),
        ('name: road\nversion: "1"\npages: "javascript:{rule}"\n', 3, "must be a web address"),
        ('name: road\nversion: "1"\npages: "https://x.org/{rule.path}"\n', 3, "with {rule} in it"),
        ("- name: road\n", 1, "must be names with values"),
        ("name: &a road\n", 1, "anchors and aliases"),
        ("name: [road\n", 2, "this is not YAML"),
        ("", 1, "the file is empty"),
        ("\x00", 1, "a character that YAML does not allow"),
    ],
)
def test_a_broken_pack_yaml_names_its_line(run, pack, text, line, says):
    folder = pack("road", text)
    for args in (["rules"], ["explain", "road-rule"]):
        code, out, err = run(*args, "--rules", folder)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith(f"appeal-lint: {folder / 'pack.yaml'}:{line}: ")
        assert says in err


def test_all_faults_are_told_at_once(run, pack):
    road = pack("road", "name: Road\nversion: one\n")
    (road / "own" / "road-rule.yaml").write_text("id: other\n")
    err = run("rules", "--rules", road)[2]
    assert "pack.yaml:1: name: " in err
    assert "pack.yaml:2: version: " in err
    assert "road-rule.yaml:1: id: must be the name of the file" in err


def test_two_packs_of_one_name(run, pack):
    text = 'name: road\nversion: "1"\n'
    first, second = pack("one", text), pack("two", text)
    code, out, err = run("rules", "--rules", first, "--rules", second)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"{second / 'pack.yaml'}:1: name: 'road' is the pack in {first} already" in err


def test_the_other_ending_is_told(run, pack):
    folder = pack("road")
    (folder / "pack.yml").write_text('name: road\nversion: "1"\n')
    code, _, err = run("rules", "--rules", folder)
    assert (code, err.count("\n")) == (2, 1)
    assert "must be called pack.yaml" in err


def test_the_schema_of_a_pack(run):
    code, out, _ = run("schema", "pack")
    assert code == 0
    assert set(json.loads(out)["properties"]) == {"name", "version", "needs", "pages"}
    assert run("schema", "rule") == run("schema")
    assert run("schema", "packs")[0] == 2
