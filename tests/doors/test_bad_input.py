"""What cannot be done is said in one clear line, and the letter stays as it is."""

import click
import pytest


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b" \n", "empty"),
        ("nul.txt", b"abc\0def ghi jkl", "not a text file"),
        ("signs.txt", "!!! … ??? 1 2 3 😀".encode(), "no words"),
        (
            "cut.txt",
            ("We’ve hired two men.\n" * 9).encode()[:-1] + b"\xe2\x80",
            "damaged in line 9",
        ),
        ("letter.doc", b"\xd0\xcf\x11\xe0 abc", "an old Word file. Save the letter as .docx"),
        ("letter.docx", b"PK\x03\x04 abc", "damaged"),
        ("photo.jpg", bytes(range(256)) * 40, "not a text file"),
        ("heads.txt", b"Root cause:\n\nActions taken:\n", "only headings"),
        ("big.txt", b"We hired two men. " * 300_000, "too large"),
        ("line.txt", b"word " * 40_000, "too long"),
        (
            "cn.txt",
            "我们的店铺被关闭了，因为物流太慢。请恢复我们的账户。".encode(),
            "not in English",
        ),
    ],
)
@pytest.mark.parametrize("command", ["lint", "statements"])
def test_bad_input_is_one_clear_line(run, tmp_path, command, name, data, says):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    code, out, err = run(command, path)
    assert (code, out) == (2, "")
    assert says in err
    assert err.startswith("appeal-lint: ")
    assert err.count("\n") == 1
    assert data is None or path.read_bytes() == data


def test_a_folder_is_refused(run, tmp_path):
    code, _, err = run(tmp_path)
    assert code == 2
    assert "folder" in err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--ignore", "excuse-geografy", "draft"], "Did you mean 'excuse-geography'?"),
        (["--select", "tone,stile", "draft"], "Did you mean 'style'?"),
        (["--fail-on", "nothing", "draft"], "fail-on"),
        (["--min-score", "101", "draft"], "min-score"),
        (["--formt", "json", "draft"], "--format"),
        (["explain", "future-promis"], "Did you mean 'future-promise'?"),
        (["explain"], "RULE"),
        (["--rules", "/nowhere", "draft"], "no such folder"),
        (["--model", "no_such_model", "draft"], "no_such_model"),
        (["lint"], "Name a letter"),
        (["statements"], "Name a letter"),
        (["-", "-"], "only once"),
        (["statments"], "Did you mean 'statements'?"),
    ],
)
def test_bad_usage_is_one_clear_line(run, sample, args, says):
    code, out, err = run(*(sample if one == "draft" else one for one in args))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("appeal-lint: ")
    assert says in err


def test_a_broken_rule_names_its_file_and_line(run, sample, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.yaml").write_text("id: mine\ntitel: x\n", encoding="utf-8")
    for args in ([sample], ["rules"], ["explain", "mine"]):
        code, out, err = run(*args, "--rules", tmp_path)
        assert (code, out) == (2, "")
        assert "mine.yaml:2: titel:" in err
        assert "'title'" in err
        assert all(row.startswith("appeal-lint: ") for row in err.splitlines())


def test_a_hostile_letter_cannot_steer_the_terminal(run, tmp_path):
    letter = tmp_path / "letter\x1b[31m\u202e.txt"
    letter.write_text(
        "We will hire \x1b[31m[bold]two\u202e men\x07 soon.\n\x9b2JWe will [/] train them.\n",
        encoding="utf-8",
    )
    for args in ([], ["--format", "json"], ["--all", "--statistics"]):
        _, out, err = run(*args, letter)
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out + err)
    assert "[bold]" in run(letter)[1]
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(run("statements", letter)[1])
    _, _, err = run(tmp_path / "gone\x1b[31m\u202e.txt", "--ignore", "x\x1b[1m")
    assert not {"\x1b", "\u202e"} & set(err)


def test_a_fault_of_the_program_is_one_line_unless_asked(run, sample, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("inside")

    monkeypatch.setattr("appeal_lint.report.text.render", broken)
    code, out, err = run(sample)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "ZeroDivisionError" in err
    assert "--debug" in err
    assert "issue tracker" in err
    for args in (["--debug", sample], [sample, "--debug"]):
        code, _, err = run(*args)
        assert code == 2
        assert "ZeroDivisionError: inside" in err
        assert "Traceback" in err


@pytest.mark.parametrize("stop", [KeyboardInterrupt, click.exceptions.Abort])
def test_ctrl_c_leaves_with_130(run, sample, monkeypatch, stop):
    def stopped(*_, **__):
        raise stop

    monkeypatch.setattr("appeal_lint.report.text.render", stopped)
    code, out, err = run(sample)
    assert (code, out, err.strip()) == (130, "", "")


@pytest.mark.parametrize(
    "name", ["a" * 300, "sample.txt/x", "no\0name", "x\nappeal-lint: all is well"]
)
@pytest.mark.parametrize("command", ["lint", "statements"])
def test_a_name_that_cannot_be_one_is_one_line(run, command, name):
    code, out, err = run(command, name)
    assert (code, out) == (2, "")
    assert err.startswith("appeal-lint: ")
    assert err.count("\n") == 1


def test_one_unreadable_letter_does_not_stop_the_others(run, sample, tmp_path):
    code, out, err = run(sample, tmp_path / "missing.txt")
    assert code == 2
    assert "NOT READY" in out
    assert "no such file" in err


def test_a_source_without_an_end_is_refused(run):
    code, _, err = run("/dev/zero")
    assert code == 2
    assert "too large" in err


def test_a_field_name_cannot_forge_a_second_line(run, sample, tmp_path):
    family = tmp_path / "mine"
    family.mkdir()
    (family / "odd.yaml").write_text('id: odd\n"x\\nappeal-lint: fine": 1\n')
    code, _, err = run("--rules", tmp_path, sample)
    assert code == 2
    assert all(line.startswith(f"appeal-lint: {family}") for line in err.splitlines())


@pytest.mark.parametrize(
    "run_of", ["(" * 4000, "!." * 4000, "😀" * 4000, "x" * 20_000, "#" * 9000, "'" * 9000]
)
def test_runs_of_signs_are_read_like_any_text(linter, run_of):
    from appeal_lint import draft

    report = linter.lint(draft.from_text(f"We will hire two men. {run_of}\n", "x"))
    assert "future-promise" in {one.rule for one in report.findings}
    for one in report.findings:
        assert report.draft.source[one.start : one.end] == one.quote
