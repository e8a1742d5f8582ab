"""When the server is asked: as the configuration says, told without what reads configurations."""

import click
import pytest
from appeal_lint import config
from appeal_lint.doors.cli import cli
from appeal_lint.doors.lint_command import lint
from appeal_lint.doors.scope import make_scope, user_file
from appeal_lint.doors.scope import place as folder_of
from appeal_lint.doors.warm.wanted import ELSEWHERE, wanted
from appeal_lint.doors.warm.wanted import user_file as told_user_file
from appeal_lint.model.errors import ConfigError

ASKED = {"lint"}
"""The commands that the server may answer. A hook asks it by itself, for a check."""
NEVER = {"fix", "lsp", "hook"}
"""They ask the user, or live long: the server must never do it for them."""


def configured(args):
    """Return what the whole configuration says of a run; None where it is broken."""
    above = click.Context(cli, **cli.context_settings)  # a command keeps how it was asked first
    said = lint.make_context("lint", list(args), above).params
    flags = {name: said[name] for name in ("warm", "cache", "min_score", "language")}
    scope = make_scope(said["config_file"], said["isolated"], flags)
    name = said["paths"][0] if said["paths"] else None
    name = said["stdin_filename"] if name == "-" else name
    try:
        return config.settings(scope.merged(*folder_of(name))).warm
    except ConfigError:
        return None


USER, OURS, TOML = "config/appeal-lint/config.yaml", ".appeal-lint.yaml", "pyproject.toml"
TABLE = "[tool.appeal-lint]\nwarm = true\n"
CASES = {
    "nothing": ({}, ["letter.txt"]),
    "the flag": ({}, ["--warm", "letter.txt"]),
    "the flag behind": ({}, ["letter.txt", "--warm"]),
    "the last flag wins": ({}, ["--warm", "letter.txt", "--no-warm"]),
    "the user's file": ({USER: "warm: on\n"}, ["letter.txt"]),
    "the project over the user": ({USER: "warm: on\n", OURS: "warm: off\n"}, ["letter.txt"]),
    "the user where the project is silent": (
        {USER: "warm: on\n", OURS: "min-score: 70\n"}, ["letter.txt"]),
    "true": ({OURS: "warm: true\n"}, ["letter.txt"]),
    "quoted": ({OURS: '"warm": "on"\n'}, ["letter.txt"]),
    "in one line": ({OURS: "{cache: on, warm: on}\n"}, ["letter.txt"]),
    "with a mark at its beginning": ({OURS: "\ufeffwarm: on\n"}, ["letter.txt"]),
    "with other ends of lines": ({OURS: "cache: on\r\nwarm: on\r\n"}, ["letter.txt"]),
    "in a comment": ({OURS: "# warm: on\nmin-score: 70\n"}, ["letter.txt"]),
    "only minutes": ({OURS: "warm-minutes: 5\n"}, ["letter.txt"]),
    "the other ending": ({".appeal-lint.yml": "warm: on\n"}, ["letter.txt"]),
    "yaml before yml": ({OURS: "warm: off\n", ".appeal-lint.yml": "warm: on\n"}, ["letter.txt"]),
    "pyproject": ({TOML: TABLE}, ["letter.txt"]),
    "pyproject with dots": ({TOML: "tool.appeal-lint.warm = true\n"}, ["letter.txt"]),
    "pyproject with a mark": ({TOML: "\ufeff" + TABLE}, ["letter.txt"]),
    "pyproject of another tool": ({TOML: "[tool.kettle]\nwarm = true\n"}, ["letter.txt"]),
    "another tool beside ours": (
        {TOML: "[tool.kettle]\nwarm = true\n[tool.appeal-lint]\ncache = true\n"}, ["letter.txt"]),
    "pyproject that only names us": (
        {TOML: '[project]\ndependencies = ["appeal-lint"]\n[tool.kettle]\nwarm = true\n'},
        ["letter.txt"]),
    "above one that only names us": (
        {OURS: "warm: on\n", "a/pyproject.toml": '[project]\nname = "appeal-lint"\n',
         "a/letter.txt": "x"}, ["a/letter.txt"]),
    "above one of another tool": (
        {OURS: "warm: on\n", "a/pyproject.toml": "[tool.kettle]\nwarm = false\n",
         "a/letter.txt": "x"}, ["a/letter.txt"]),
    "the folder of the letter": ({"a/" + OURS: "warm: on\n", "a/b/letter.txt": "x"},
                                 ["a/b/letter.txt"]),
    "not the folder of the letter": ({"a/" + OURS: "warm: on\n", "a/x": "x"}, ["letter.txt"]),
    "nearer is stronger": (
        {OURS: "warm: on\n", "a/" + OURS: "warm: off\n", "a/letter.txt": "x"}, ["a/letter.txt"]),
    "standard input": ({OURS: "warm: on\n"}, ["-"]),
    "standard input by name": ({"a/" + OURS: "warm: on\n"}, ["-", "--stdin-filename", "a/x.txt"]),
    "standard input by name in one word": (
        {"a/" + OURS: "warm: on\n"}, ["--stdin-filename=a/x.txt", "-"]),
    "isolated": ({OURS: "warm: on\n"}, ["--isolated", "letter.txt"]),
    "isolated and asked": ({}, ["--isolated", "--warm", "letter.txt"]),
    "a file that is named": ({"my.yaml": "warm: on\n"}, ["--config", "my.yaml", "letter.txt"]),
    "named with a sign": ({"my.yaml": "warm: on\n"}, ["--config=my.yaml", "letter.txt"]),
    "the last that is named": (
        {"my.yaml": "warm: off\n", "your.yaml": "warm: on\n"},
        ["--config", "my.yaml", "letter.txt", "--config=your.yaml"]),
    "named in place of the nearest": (
        {"my.yaml": "min-score: 3\n", OURS: "warm: on\n"}, ["--config", "my.yaml", "letter.txt"]),
    "named, above the user's": (
        {"my.yaml": "min-score: 3\n", USER: "warm: on\n"}, ["--config", "my.yaml", "letter.txt"]),
    "a pack with the name of a command": (
        {OURS: "warm: on\n", "rules/x": "x"}, ["--rules", "rules", "letter.txt"]),
}  # fmt: skip


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    work = tmp_path / "work"
    work.mkdir()
    (work / "letter.txt").write_text("A letter.")
    monkeypatch.chdir(work)

    def fill(files):
        for name, text in files.items():
            path = (tmp_path if name == USER else work) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))

    return fill


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("variable", [None, "on", "off", " on ", ""])
def test_it_is_as_the_configuration_says(home, monkeypatch, case, variable):
    files, args = CASES[case]
    home(files)
    environ = {} if variable is None else {"APPEAL_LINT_WARM": variable}
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert wanted(args, environ | {"XDG_CONFIG_HOME": str(user_file().parents[1])}) == configured(
        args
    )


@pytest.mark.parametrize("value", ["1", "true", "yes", "On", "nonsense"])
def test_a_value_that_is_refused_starts_nothing(home, monkeypatch, value):
    monkeypatch.setenv("APPEAL_LINT_WARM", value)
    assert configured(["letter.txt"]) is None
    assert not wanted(["letter.txt"], {"APPEAL_LINT_WARM": value})


@pytest.mark.parametrize(
    "text",
    ["warm: [", "warm: maybe", "warm: 1", "warm: {on: on}", "warm:", "warm: [on]", "- warm: on",
     "\twarm: on", "{" * 9000 + "warm: on"],
)  # fmt: skip
def test_a_broken_file_starts_nothing(home, text):
    home({OURS: text, USER: "warm: on\n"})
    assert configured(["letter.txt"]) is None
    assert not wanted(["letter.txt"], {})


@pytest.mark.parametrize("data", [b"\xffw\x00a\x00r\x00m\x00:\x00", b"\0warm: on", b"\xffwarm: on"])
def test_a_file_that_is_no_text_starts_nothing(home, tmp_path, data):
    (tmp_path / "work" / OURS).write_bytes(data)
    assert not wanted(["letter.txt"], {})


def test_a_folder_or_a_link_to_nowhere_in_place_of_a_file(home, tmp_path):
    (tmp_path / "work" / OURS).mkdir()
    assert not wanted(["letter.txt"], {})
    (tmp_path / "work" / TOML).symlink_to("nowhere")
    assert not wanted(["letter.txt"], {})


@pytest.mark.parametrize(
    "args",
    [[], ["--help"], ["letter.txt", "-h"], ["--version"], ["--debug", "letter.txt"],
     ["--", "--warm"],
     ["rules", "--warm"], ["--lang", "zh", "rules", "--warm"], ["--lang=zh", "fix", "--warm"],
     ["fix", "letter.txt", "--warm"], ["lsp", "--warm"], ["server", "run", "--warm"]],
)  # fmt: skip
def test_what_the_server_never_does(home, args):
    home({OURS: "warm: on\n"})
    assert not wanted(args, {"APPEAL_LINT_WARM": "on"})


def test_every_command_is_either_asked_of_the_server_or_never():
    assert set(cli.commands) <= ELSEWHERE | ASKED
    assert set(cli.commands) >= ELSEWHERE
    assert not ELSEWHERE & ASKED
    assert NEVER <= ELSEWHERE


@pytest.mark.parametrize("base", ["/some/where", "relative"])
def test_the_users_file_is_where_the_command_looks(monkeypatch, base):
    import os

    monkeypatch.setenv("XDG_CONFIG_HOME", base)
    assert told_user_file(os.environ) == str(user_file())
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert told_user_file(os.environ) == str(user_file())
