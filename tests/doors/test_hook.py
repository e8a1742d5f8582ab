"""The hook: what an editor gets before it saves, in time, and what never costs a save."""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import pytest

LONG = 100
"""Seconds after which a test gives up; nothing here is timed."""


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.txt"
    path.write_bytes((Path(__file__).parents[2] / "corpus/letters/good-teapots.txt").read_bytes())
    return path


@pytest.fixture
def typed(monkeypatch):
    """Put a text on standard input."""

    def give(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


def start(*args, data=b"", folder=None, **environment):
    return subprocess.run(
        [sys.executable, "-P", "-m", "appeal_lint", "hook", *map(str, args)],
        input=data,
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, **environment},
        timeout=LONG,
    )


def wait_for(path):
    end = time.monotonic() + LONG
    while not path.exists():
        assert time.monotonic() < end, f"{path} never came"
        time.sleep(0.05)
    return path.read_text("utf-8")


def test_it_writes_the_compact_lines_and_the_verdict(run, sample, typed):
    typed(sample.read_bytes())
    lines = run("--format", "compact", "--stdin-filename", "mail.txt", "-")[1]
    typed(sample.read_bytes())
    code, out, err = run("hook", "--limit", "0", "--stdin-filename", "mail.txt")
    assert (code, err) == (0, "")
    assert out.startswith(lines)
    assert out.removeprefix(lines).startswith("mail.txt: NOT READY. Score ")
    assert out.count("\n") == lines.count("\n") + 1


def test_it_refuses_only_where_it_is_asked_to(run, sample, good, monkeypatch, tmp_path):
    hook = ("hook", "--limit", "0")
    assert run(*hook, sample)[0] == 0
    assert run(*hook, "--mode", "refuse", sample)[0] == 1
    assert run(*hook, "--mode", "refuse", good)[:2] == (
        0,
        run(*hook, good)[1],
    )
    assert run(*hook, "--mode", "refuse", good, sample)[0] == 1
    assert run(*hook, "--mode", "refuse", "--fail-on", "never", sample)[0] == 0
    monkeypatch.setenv("APPEAL_LINT_HOOK", "refuse")
    assert run(*hook, sample)[0] == 1
    assert run(*hook, "--mode", "warn", sample)[0] == 0


def test_each_folder_has_its_mode(run, sample, tmp_path):
    letter = tmp_path / "strict" / "letter.txt"
    letter.parent.mkdir()
    letter.write_bytes(sample.read_bytes())
    config = tmp_path / ".appeal-lint.yaml"
    config.write_text("profiles:\n  - {paths: strict/, hook: refuse}\n")
    assert run("hook", "--limit", "0", letter)[0] == 1
    outside = tmp_path / "letter.txt"
    outside.write_bytes(sample.read_bytes())
    assert run("hook", "--limit", "0", outside)[0] == 0


@pytest.mark.parametrize("limit", ["0", "60"])
@pytest.mark.parametrize(
    ("config", "data", "said"),
    [
        ("hook: refuze", b"We will hire.", "'refuze' is not known"),
        ("hook-limit: 601", b"We will hire.", "hook-limit: must be at most 600"),
        ("hook-limit: soon", b"We will hire.", "hook-limit: must be a number"),
        ("rules: {no-such: off}", b"We will hire.", "no-such"),
        ("hook: refuse", b"", "mail.txt: this file is empty."),
        ("hook: refuse", b"\x89PNG", "mail.txt: this looks like a picture."),
    ],
)
def test_what_goes_wrong_costs_no_save(limit, config, data, said, tmp_path):
    (tmp_path / ".appeal-lint.yaml").write_text(config)
    args = ("--mode", "refuse", "--limit", limit, "--stdin-filename", "mail.txt")
    done = start(*args, data=data, folder=tmp_path)
    first, last = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (0, b"")
    assert said in first
    assert last == "appeal-lint: The save goes on without the check."


def test_a_check_that_is_killed_costs_no_save(sample, tmp_path):
    planted = tmp_path / "planted" / "spacy"
    planted.mkdir(parents=True)
    (planted / "__init__.py").write_text("import os\nos.kill(os.getpid(), 9)\n")
    path = os.pathsep.join([str(planted.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = start("--mode", "refuse", "--limit", "60", sample, PYTHONPATH=path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"appeal-lint: The save goes on without the check." + os.linesep.encode()


def test_a_mistake_in_its_call_is_told_as_one(run):
    code, _, err = run("hook")
    assert code == 2
    assert "Name a letter to check" in err
    assert run("hook", "--mode", "block", "x.txt")[0] == 2


def test_a_save_does_not_wait_and_the_report_follows(sample, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("an old one")
    args = ("--mode", "refuse", "--limit", "0.01", "--report-file", report)
    done = start(*args, "--stdin-filename", "mail.txt", data=sample.read_bytes())
    # Were a stream held open, this would be reached only when the report is there.
    assert not report.exists()
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().splitlines() == [
        "appeal-lint: The check takes longer than 0.01 s. The save goes on, the report follows in "
        f"{report}."
    ]
    whole = start("--limit", "0", "--stdin-filename", "mail.txt", data=sample.read_bytes())
    assert wait_for(report) == whole.stdout.decode()
    left = {one.name for one in tmp_path.iterdir()}
    assert left <= {"report.txt", "report.txt.waits"}


def test_within_the_limit_the_answer_is_that_of_no_limit(sample, tmp_path):
    report = tmp_path / "report.txt"
    args = ("--mode", "refuse", "--stdin-filename", "mail.txt")
    plain = start("--limit", "0", *args, data=sample.read_bytes())
    waited = start("--limit", "90", "--report-file", report, *args, data=sample.read_bytes())
    assert (waited.returncode, waited.stdout, waited.stderr) == (1, plain.stdout, b"")
    assert report.read_bytes() == plain.stdout
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("target", ["mail.txt", ".appeal-lint.yaml", "mail.txt.ignores.yaml", "."])
def test_a_report_takes_no_place_of_another_file(target, sample, tmp_path):
    letter = tmp_path / "mail.txt"
    letter.write_bytes(sample.read_bytes())
    args = ("--limit", "0", "--stdin-filename", "mail.txt", "--report-file", target)
    done = start(*args, data=b"We will hire.", folder=tmp_path)
    assert done.returncode == 0
    assert f"--report-file {target}: ".encode() in done.stderr
    assert letter.read_bytes() == sample.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["mail.txt"]


@pytest.mark.parametrize("letter", ["new.txt", "./sub/../new.txt", "new.txt.waits"])
def test_a_report_takes_no_place_of_a_letter_that_is_saved_for_the_first_time(letter, tmp_path):
    (tmp_path / "sub").mkdir()
    args = ("--limit", "0", "--stdin-filename", letter, "--report-file", "new.txt")
    done = start(*args, data=b"We will hire.", folder=tmp_path)
    assert done.returncode == 0
    assert b"this is the letter itself" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["sub"]


def test_an_older_check_writes_no_report(tmp_path):
    from appeal_lint.doors.later import Later, new_ticket

    place = tmp_path / "report.txt"
    older, newer = Later(place, new_ticket()), Later(place, new_ticket())
    older.begin()
    newer.begin()
    older.finish("old")
    older.end()
    assert not place.exists()
    newer.finish("new")
    newer.end()
    older.finish("old")
    assert [one.read_text() for one in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize(
    ("flags", "config", "environment", "limit"),
    [
        ([], "", {}, 1),
        ([], "hook-limit: 2.5", {}, 2.5),
        ([], "hook-limit: 3\nprofiles:\n  - {paths: ['*.txt'], hook-limit: 4}", {}, 4),
        ([], "hook-limit: 3\nprofiles:\n  - {paths: ['*.md'], hook-limit: 4}", {}, 3),
        ([], "hook-limit: 3", {"APPEAL_LINT_HOOK_LIMIT": "0.5"}, 0.5),
        (["--limit", "7"], "hook-limit: 3", {"APPEAL_LINT_HOOK_LIMIT": "0.5"}, 7),
        (["--isolated"], "hook-limit: 3", {"APPEAL_LINT_HOOK_LIMIT": "0.5"}, 1),
        (["--config", "other.yaml"], "hook-limit: 3", {}, 9),
        ([], "hook-limit: -3", {}, 1),
        ([], "hook-limit: [", {}, 1),
        ([], "", {"APPEAL_LINT_HOOK_LIMIT": "soon"}, 1),
    ],
)
def test_the_limit_is_that_of_the_configuration(flags, config, environment, limit, tmp_path):
    """What `config` says is in force (where it can be read) is what the hook goes by."""
    from appeal_lint.doors.cli import cli
    from appeal_lint.doors.hook_command import hook
    from appeal_lint.doors.hook_limit import limit_of
    from appeal_lint.doors.scope import make_scope

    (tmp_path / ".appeal-lint.yaml").write_text(config)
    (tmp_path / "other.yaml").write_text("hook-limit: 9")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        for name, value in environment.items():
            patch.setenv(name, value)
        above = click.Context(cli, **cli.context_settings)  # it keeps how it was asked first
        asked = hook.make_context("hook", [*flags, "letter.txt"], above).params
        scope = make_scope(
            asked["config_file"], asked["isolated"], {"hook_limit": asked["hook_limit"]}
        )
        assert limit_of(scope, "letter.txt") == limit


@pytest.fixture
def server():
    """Return a function that speaks to a server of the test's own, and its folder."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # the names of sockets are short

        def server(word):
            command = [sys.executable, "-P", "-m", "appeal_lint", "server", word]
            environ = {**os.environ, "XDG_RUNTIME_DIR": folder}
            return subprocess.run(
                command, capture_output=True, text=True, check=False, env=environ, timeout=LONG
            ).stdout

        server.folder = folder
        yield server
        server("stop")


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are not tried here")
def test_a_server_answers_where_it_is_wanted(sample, tmp_path, server):
    report = tmp_path / "report.txt"
    given = {"data": sample.read_bytes(), "folder": tmp_path}
    args = ("--mode", "refuse", "--no-cache", "--stdin-filename", "mail.txt")
    cold = start("--limit", "0", *args, **given)
    given["XDG_RUNTIME_DIR"] = server.folder
    for limit in ("0", "90"):
        warm = start("--warm", "--limit", limit, *args, **given)
        assert (warm.returncode, warm.stdout, warm.stderr) == (1, cold.stdout, b"")
    assert "answered 2" in server("status")
    late = start("--warm", "--limit", "0.0001", "--report-file", report, *args, **given)
    assert (late.returncode, late.stdout) == (0, b"")
    assert b"The save goes on, the report follows" in late.stderr
    assert wait_for(report) == cold.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are not tried here")
def test_the_report_of_the_last_of_many_saves_follows(sample, tmp_path, server):
    report = tmp_path / "report.txt"
    args = ("--no-cache", "--stdin-filename", "mail.txt", "--report-file", report)
    letters = [sample.read_bytes() + b"\nWe will count boxes.\n" * more for more in range(3)]
    for data in letters:  # while the server comes up, so that they wait in a row
        late = start("--warm", "--limit", "0.02", *args, data=data, folder=tmp_path,
                     XDG_RUNTIME_DIR=server.folder)  # fmt: skip
        assert b"the report follows" in late.stderr
    found = wait_for(report)
    assert found.count("We will count boxes") == 2


def test_config_shows_both_settings(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.appeal-lint]\nhook = "refuse"\n')
    monkeypatch.setenv("APPEAL_LINT_HOOK_LIMIT", "2.5")
    found = json.loads(run("config", "--format", "json")[1])
    assert found["hook"]["value"] == "refuse"
    assert found["hook-limit"] == {
        "value": 2.5,
        "layers": ["environment"],
        "places": ["APPEAL_LINT_HOOK_LIMIT"],
    }


@pytest.mark.parametrize("limit", [["--limit", "0.01"], []])
def test_who_waits_loads_nothing_heavy(limit, tmp_path):
    (tmp_path / ".appeal-lint.yaml").write_text("language: zh\nhook-limit: 0.01\nhook: refuse\n")
    code = (
        "import sys\nfrom appeal_lint.doors.cli import main\n"
        f"try:\n    main(['hook', '--stdin-filename', 'x.txt', *{limit!r}])\n"
        "except SystemExit as left:\n    assert left.code == 0, left.code\n"
        "print([one for one in ('spacy', 'pydantic', 'rich', 'numpy') if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"We will hire.", capture_output=True, check=True,
        cwd=tmp_path,
    )  # fmt: skip
    assert done.stdout.strip() == b"[]"
    assert done.stderr.startswith(b"appeal-lint: ")


def test_a_file_beside_the_letter_is_not_run(tmp_path):
    (tmp_path / "pydantic.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "appeal_lint.py").write_text("raise SystemExit('taken over')")
    done = start("--limit", "60", "--stdin-filename", "x.txt", data=b"We will hire two people.",
                 folder=tmp_path)  # fmt: skip
    assert b"x.txt: NOT READY." in done.stdout
    assert done.stderr == b""


def test_a_check_that_nobody_waits_for_ends_by_itself(sample):
    args = [sys.executable, "-m", "appeal_lint.doors.bounded", "0.05", "hook", "--limit", "0"]
    done = subprocess.run([*args, sample], capture_output=True, check=False, timeout=LONG)
    assert (done.returncode, done.stdout) == (2, b"")
