"""What only a process of its own can show."""

import json
import os
import subprocess
import sys

import pytest


def start(*args, data=None, **environment):
    return subprocess.run(
        [sys.executable, "-m", "appeal_lint", *map(str, args)],
        input=data,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    "args",
    [["--help"], ["lint", "--help"], ["--version"], ["rules"], ["explain", "future-promise"],
     ["schema"], ["schema", "pack"], ["rules", "new", "own", "x"], ["rules", "test", "--help"],
     ["docs", "pages"], ["rules", "--lang", "zh"], ["translations"],
     ["explain", "future-promise", "--lang", "zh"], ["config"], ["config", "--lang", "zh"]],
)  # fmt: skip
def test_quick_commands_load_neither_spacy_nor_the_engine(args, tmp_path):
    code = (
        "import sys\nfrom appeal_lint.doors.cli import main\n"
        f"try:\n    main({args!r})\nexcept SystemExit as left:\n"
        "    assert not left.code\nassert 'spacy' not in sys.modules\n"
        "assert 'durable' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_version_names_the_engine_and_the_model():
    done = start("--version")
    rows = done.stdout.decode().splitlines()
    assert [row.split()[0] for row in rows] == ["appeal-lint", "engine:", "model:"]
    assert rows[1].split()[1] in ("durable", "reference")
    assert "3.8.0 (spaCy 3.8" in rows[2]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_gets_its_completion(shell):
    done = start(_APPEAL_LINT_COMPLETE=f"{shell}_source")
    assert done.returncode == 0
    assert b"_APPEAL_LINT_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        ("appeal-lint sta", "plain,statements"),
        ("appeal-lint dra", "file,dra"),
        ("appeal-lint --fail", "plain,--fail-on"),
        ("appeal-lint draft.txt --out", "plain,--output-file"),
        ("appeal-lint explain future", "plain,future-promise"),
        ("appeal-lint --select tone,pro", "plain,tone,promises"),
        ("appeal-lint rules --lang z", "plain,zh"),
    ],
)
def test_the_shell_is_offered_commands_files_options_and_rules(words, offers):
    done = start(
        _APPEAL_LINT_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(words.count(" "))
    )
    assert offers in done.stdout.decode().splitlines()


def test_standard_input_in_a_stream_that_shows_ascii_only(sample):
    done = start("--stdin-filename", "mail.txt", "-", data=sample.read_bytes(),
                 PYTHONIOENCODING="ascii")  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    out = done.stdout.decode("ascii")
    assert out.startswith("mail.txt\nNOT READY.")
    assert "ERROR 1 - line 10 - Promise" in out


def test_chinese_in_the_encoding_of_chinese_windows():
    done = start("rules", "--lang", "zh", PYTHONIOENCODING="gbk")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "错误。用承诺代替已完成的行动" in done.stdout.decode("gbk")


def test_a_stream_that_cannot_show_chinese_gets_english():
    done = start("rules", "--lang", "zh", PYTHONIOENCODING="cp1252")
    assert "ERROR. Promise instead of a finished action" in done.stdout.decode("cp1252")
    done = start("explain", "no-such", "--lang", "zh", PYTHONIOENCODING="cp1252")
    assert done.stderr.startswith(b"appeal-lint: There is no rule 'no-such'.")


def test_json_loses_nothing_in_a_stream_that_shows_ascii_only(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("We will hire two “inspectors” for the café.\n", encoding="utf-8")
    done = start("statements", letter, PYTHONIOENCODING="ascii")
    (row,) = map(json.loads, done.stdout.decode("ascii").splitlines())
    assert row["text"] == "We will hire two “inspectors” for the café."


def test_a_full_disk_is_said_in_one_line():
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "appeal_lint", "rules"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"appeal-lint: The report cannot be written (")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_that_closes_the_pipe_sees_no_complaint():
    command = subprocess.Popen(
        [sys.executable, "-m", "appeal_lint", "rules"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    command.stdout.close()
    assert command.stderr.read() == b""
    command.stderr.close()
    assert command.wait() == 0
